package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A proposed grant becomes usable by the credentials of those whom it names, and by nothing else.
 */
final class GrantsTest {
  private static final String COLUMNS = "姓名,车牌号,厂牌型号,地址,终保日期";

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  private Desk.Said disclose(String out) {
    return desk.type(
        "disclose",
        "--to",
        "ag-0002",
        "--purpose",
        "underwriting",
        "--columns",
        COLUMNS,
        "--subjects",
        company.file("subjects/ag-0002.csv"),
        "--out",
        folder.resolve(out).toString());
  }

  @Test
  void aProposedGrantWaitsForEachNamedApproverAndNobodyElseCounts() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("grant.yaml"),
            """
            grants:
              - to: ag-0002
                purpose: underwriting
                columns: [姓名, 车牌号, 厂牌型号, 地址, 终保日期]
                people_at_most: 500
                until: 2027-12-31
                approved_by: [liu.min, chen.wei]
            """);
    disclose("none.csv").ends(4).because("no standing grant");
    String grant = desk.json(0, "chain", "apply", file.toString()).get("grants").get(0).asString();
    disclose("early.csv").ends(4).because("not yet approved");

    desk.type("approve", grant).ends(4).because("approving is not among your duties");
    desk.type("approve", grant, "--as", "chen.wei", "--credential", company.credential("liu.min"))
        .ends(4)
        .because("the credential is not the enrolled one");
    desk.type(company.as("zhao.lei", "approve", grant)).ends(4).because("does not name you");
    desk.type("approve", grant, "--as", "nobody.here").ends(2).because("nobody is enrolled");

    assertThat(desk.json(0, company.as("chen.wei", "approve", grant)).get("state").asString())
        .isEqualTo("proposed");
    desk.type(company.as("chen.wei", "approve", grant)).ends(4).because("already");
    disclose("half.csv").ends(4).because("not yet approved");
    assertThat(desk.json(0, company.as("liu.min", "approve", grant)).get("state").asString())
        .isEqualTo("active");
    desk.type(company.as("liu.min", "approve", grant)).ends(4).because("does not wait");
    disclose("granted.csv").ends(0);
    assertThat(folder.resolve("granted.csv")).isRegularFile();
    assertThat(folder).isDirectoryNotContaining("glob:**{none,early,half}.csv");
  }

  @Test
  void aPersonWithoutACredentialCannotAct() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("new.yaml"),
            "people:\n  - {id: qian.bo, party: hq, duties: [approver]}\n");
    desk.json(0, "chain", "apply", file.toString());
    desk.type("approve", "r-0123456789abcdef", "--as", "qian.bo").ends(4).because("enrol");
    desk.typeIn("zh", "approve", "r-0123456789abcdef", "--as", "qian.bo").ends(4).because("凭证");
  }

  @Test
  void onlyTheOperatorSetsUp() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("no.yaml"), "people:\n  - {id: feng.yi, party: hq, duties: [staff]}\n");
    desk.type(company.as("liu.min", "chain", "apply", file.toString()))
        .ends(4)
        .because("setting up the system is not among your duties");
    desk.json(0, "chain", "apply", file.toString());
    desk.type(company.as("wang.fang", "people", "enrol", "feng.yi")).ends(4).because("duties");
    desk.type("people", "enrol", "liu.min", "--key-out", folder.resolve("other.key").toString())
        .ends(4)
        .because("has a credential already");
    desk.type(company.as("zhao.lei", "people", "enrol", "liu.min")).ends(4).because("already");
    desk.type("people", "enrol", "who.knows").ends(2).because("nobody called who.knows");
  }

  @Test
  void aBrokenChainFileIsRefusedByNameAndLine() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("broken.yaml"),
            """
            grants:
              - to: ag-9999
                purpose: telepathy
                columns: [姓名, 血型]
                people_at_most: 5
                until: 2020-01-01
                approved_by: [liu.min]
                wish: more
            """);
    desk.type("chain", "apply", file.toString())
        .ends(3)
        .because("line 2", "ag-9999", "telepathy", "血型", "wish", "2020-01-01");
    desk.typeIn("zh", "chain", "apply", file.toString()).ends(3).because("第 2 行", "ag-9999");
    desk.type("chain", "apply", folder.resolve("absent.yaml").toString())
        .ends(3)
        .because("no such file");
  }
}
