package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.LeakedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Copies: where they go, what they are, what is refused. */
final class ReleasesTest {
  private static final String COLUMNS = "姓名,车牌号,厂牌型号,地址,终保日期";

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  private String[] disclose(String out, String... more) {
    String[] command = {
      "disclose",
      "--to",
      Company.AGENT,
      "--purpose",
      "renewal-service",
      "--columns",
      COLUMNS,
      "--subjects",
      company.file("subjects/ag-0001.csv"),
      "--out",
      folder.resolve(out).toString()
    };
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return all;
  }

  @Test
  void aCopyIsItsOwnersAloneAndItsDigestIsRecorded() throws Exception {
    JsonNode done = desk.json(0, disclose("copy.csv"));
    Path copy = folder.resolve("copy.csv");
    assertThat(done.get("file").asString()).isEqualTo(copy.toString());
    assertThat(done.get("party").asString()).isEqualTo(Company.AGENT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(done.get("sha256").asString()).isEqualTo(Ledgers.sha256(copy));
    assertThat(Ledgers.of(company.held).releases()).contains(Ledgers.sha256(copy));
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aWorkbookHoldsTheSamePeople() throws Exception {
    desk.json(0, disclose("copy.csv"));
    desk.json(0, disclose("copy.xlsx"));
    LeakedTable csv = Company.read(folder.resolve("copy.csv"));
    LeakedTable xlsx = Company.read(folder.resolve("copy.xlsx"));
    assertThat(xlsx.headings()).isEqualTo(csv.headings());
    assertThat(xlsx.rows()).hasSameSizeAs(csv.rows());
    assertThat(xlsx.rows().stream().map(row -> row.get(1).replaceAll("[^\\p{L}\\d]", "")))
        .containsExactlyInAnyOrderElementsOf(
            csv.rows().stream().map(row -> row.get(1).replaceAll("[^\\p{L}\\d]", "")).toList());
  }

  @Test
  void whatStandsThereIsNotOverwritten() throws Exception {
    Path standing = Files.writeString(folder.resolve("mine.csv"), "mine");
    desk.type(disclose("mine.csv")).ends(2).because("not overwritten");
    desk.typeIn("zh", disclose("mine.csv")).ends(2).because("不会覆盖");
    assertThat(standing).hasContent("mine");
  }

  @Test
  void aCopyGoesIntoAFolderThatIsThereUnderANameThatSaysItsForm() {
    desk.type(disclose("no/such/copy.csv")).ends(2).because("no such folder");
    desk.type(disclose("copy.txt")).ends(2).because(".csv or .xlsx");
    desk.type(disclose("copy.csv", "--honey", "-1")).ends(2).because("honey");
    desk.type("disclose").ends(2).because("needs --plan");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRefusedItemOfAPlanDoesNotStopTheOthers() throws Exception {
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            - {to: ag-0001, purpose: renewal-service, columns: [姓名, 车牌号, 厂牌型号, 地址], subjects: %1$s, out: out/good.csv}
            - {to: ag-0001, purpose: claims, columns: [姓名, 车牌号], subjects: %1$s, out: out/refused.csv}
            - {to: ag-0001, purpose: renewal-service, columns: [厂牌型号, 地址], where: '终保日期 2020-01-01..2039-12-31', out: out/many.csv}
            """
                .formatted(company.file("subjects/ag-0001.csv")));
    JsonNode done = desk.json(4, "disclose", "--plan", plan.toString());
    assertThat(done.get("disclosures")).hasSize(2);
    assertThat(done.get("refused")).hasSize(1);
    assertThat(done.get("refused").get(0).get("refused").asString()).isEqualTo("no-grant");
    assertThat(folder.resolve("out/good.csv")).isRegularFile();
    assertThat(folder.resolve("out/refused.csv")).doesNotExist();
  }

  @Test
  void aBrokenPlanIsRefusedWholeByNameAndLine() throws Exception {
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            - {to: ag-9999, purpose: telepathy, columns: [血型], subjects: a.csv, out: a.csv}
            - {to: ag-0001, purpose: claims, columns: [姓名], out: b.csv, colour: red}
            """);
    desk.type("disclose", "--plan", plan.toString())
        .ends(3)
        .because("line 1", "ag-9999", "telepathy", "血型", "line 2", "colour");
    assertThat(folder).isDirectoryNotContaining("glob:**.csv");
  }

  @Test
  void aPlanWithAListThatCannotBeReadReleasesNothing() throws Exception {
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            - {to: ag-0001, purpose: renewal-service, columns: [姓名, 车牌号, 厂牌型号, 地址], subjects: %s, out: good.csv}
            - {to: ag-0001, purpose: renewal-service, columns: [姓名, 地址], subjects: nobody.csv, out: nobody.csv.csv}
            """
                .formatted(company.file("subjects/ag-0001.csv")));
    Files.writeString(folder.resolve("nobody.csv"), "保单号\nNO-SUCH-POLICY\n");
    int before = Ledgers.of(company.held).values("disclosure", "disclosure").size();
    desk.type("disclose", "--plan", plan.toString())
        .ends(3)
        .because("nobody.csv", "none of them is in custody");
    assertThat(folder.resolve("good.csv")).doesNotExist();
    assertThat(Ledgers.of(company.held).values("disclosure", "disclosure")).hasSize(before);
  }
}
