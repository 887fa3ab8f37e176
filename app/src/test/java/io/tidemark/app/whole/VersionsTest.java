package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.store.home.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Records change after they were released; the copies of then are traced all the same. */
final class VersionsTest {
  private static final int PEOPLE = 80;
  private static final int POLICY = PortfolioGenerator.COLUMNS.indexOf("保单号");
  private static final int IDENTITY = PortfolioGenerator.COLUMNS.indexOf("证件号码");
  private static final int ADDRESS = PortfolioGenerator.COLUMNS.indexOf("地址");

  @TempDir private Path folder = Path.of(".");
  private Desk desk = new Desk(folder);
  private Home held;
  private List<List<String>> portfolio = List.of();

  @BeforeEach
  void foundTheHome() throws Exception {
    StringBuilder parties =
        new StringBuilder("parties:\n  - {id: hq, kind: insurer, name: 示例财险}\n");
    StringBuilder grants = new StringBuilder("grants:\n");
    for (int i = 1; i <= 9; i++) {
      parties.append("  - {id: ag-" + i + ", kind: agent, parent: hq, name: 代理" + i + "}\n");
      grants.append(
          "  - {to: ag-"
              + i
              + ", purpose: renewal-service, columns: [姓名, 手机号, 车牌号, 厂牌型号, 地址, 终保日期],"
              + " forms: {手机号: plain}, people_at_most: 5000, until: 2029-12-31,"
              + " approved_by: [liu.min, chen.wei]}\n");
    }
    String people =
        "people:\n  - {id: liu.min, party: hq, duties: [protection-officer]}\n"
            + "  - {id: chen.wei, party: hq, duties: [approver]}\n";
    Path chain = Files.writeString(folder.resolve("chain.yaml"), parties + people + grants);
    desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", chain.toString());
    held = Home.open(desk.home(), System.getenv());
    portfolio = new PortfolioGenerator(5, PEOPLE, Untidiness.none()).rows().toList();
  }

  @AfterEach
  void leave() {
    held.close();
  }

  private void deposit(String name, List<List<String>> rows) throws Exception {
    Path file = folder.resolve(name);
    FileShape.UTF8.write(file, new LeakedTable(PortfolioGenerator.COLUMNS, rows));
    desk.json(0, "deposit", file.toString());
  }

  private LeakedTable release(String to, String where) throws Exception {
    Path out = folder.resolve(to + "-" + where.hashCode() + ".csv");
    desk.json(
        0,
        "disclose",
        "--to",
        to,
        "--purpose",
        "renewal-service",
        "--columns",
        "姓名,手机号,车牌号,厂牌型号,地址,终保日期",
        "--where",
        where,
        "--out",
        out.toString());
    return Company.read(out);
  }

  private static List<List<String>> changed(
      List<List<String>> rows, int column, UnaryOperator<String> change) {
    List<List<String>> changed = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.set(column, change.apply(row.get(column)));
      changed.add(cells);
    }
    return changed;
  }

  /** Among so many candidates: who was given the people in the leaked version, and all others. */
  private void theLeakNames(String party, int counted, LeakedTable copy) throws Exception {
    Path leak = folder.resolve("leak-" + party + ".csv");
    FileShape.UTF8.write(leak, new Selection.Sample(25, 3).on(copy));
    JsonNode answer = desk.json(0, "trace", leak.toString());
    assertThat(answer.get("verdict").asString()).isEqualTo("named");
    assertThat(answer.get("candidates_counted").asInt()).isEqualTo(counted);
    assertThat(answer.get("accused")).hasSize(1);
    assertThat(answer.get("accused").get(0).get("party").asString()).isEqualTo(party);
    assertThat(answer.get("candidates").get(0).get("rows_explained").asInt()).isEqualTo(25);

    Path bundle = folder.resolve(party + ".zip");
    desk.json(0, "evidence", answer.get("case").asString(), "--out", bundle.toString());
    Desk.Said verified = Desk.say(List.of("verify", bundle.toString(), "--json")).ends(0);
    assertThat(verified.json().get("valid").asBoolean()).isTrue();
  }

  /** Another place behind the last division: every address changes. */
  private static String renamed(String address) {
    String renamed = address.replaceFirst("([区县市旗])(?=[^区县市旗]*$)", "$1新城");
    assertThat(renamed.equals(address) && !address.isEmpty()).as(address).isFalse();
    return renamed;
  }

  @Test
  void aCopyMadeBeforeTheAddressesChangedIsTracedAndSoIsTheOneAfter() throws Exception {
    deposit("first.csv", portfolio);
    LeakedTable before = release("ag-1", "终保日期 2000-01-01..2099-12-31");
    release("ag-2", "终保日期 2000-01-01..2099-12-31");
    deposit("second.csv", changed(portfolio, ADDRESS, VersionsTest::renamed));
    LeakedTable after = release("ag-3", "终保日期 2000-01-01..2099-12-31");
    theLeakNames("ag-1", 3, before);
    theLeakNames("ag-3", 2, after);
  }

  @Test
  void aCorrectedIdentityNumberLeavesTheCopyOfThenTraceable() throws Exception {
    deposit("first.csv", changed(portfolio, IDENTITY, number -> ""));
    LeakedTable before = release("ag-4", "终保日期 2000-01-01..2099-12-31");
    release("ag-5", "终保日期 2000-01-01..2099-12-31");
    deposit("second.csv", portfolio);
    release("ag-6", "终保日期 2000-01-01..2099-12-31");
    theLeakNames("ag-4", 4, before);
  }

  @Test
  void aPartyThatHoldsOnlyTheSecondPolicyOfAVehicleIsNamed() throws Exception {
    List<List<String>> second = changed(portfolio, POLICY, number -> "9" + number.substring(1));
    List<List<String>> both = new ArrayList<>(portfolio);
    both.addAll(second);
    deposit("both.csv", both);
    Path subjects = folder.resolve("second-subjects.csv");
    List<String> numbers = new ArrayList<>(List.of("保单号"));
    second.forEach(row -> numbers.add(row.get(POLICY)));
    Files.write(subjects, numbers, StandardCharsets.UTF_8);
    Path out = folder.resolve("second.csv");
    desk.json(
        0,
        "disclose",
        "--to",
        "ag-7",
        "--purpose",
        "renewal-service",
        "--columns",
        "姓名,手机号,车牌号,厂牌型号,地址,终保日期",
        "--subjects",
        subjects.toString(),
        "--out",
        out.toString());
    theLeakNames("ag-7", 2, Company.read(out));
  }
}
