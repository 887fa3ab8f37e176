package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.Attack;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Lists that came through many hands: read as far as they can be, and nobody wrongly accused. */
final class MangledTest {
  private static final String OTHER = "ag-0002";

  /** Forms that lose what the names stand on; their verdict is less, and never wrong. */
  private static final Set<Mangled> BADLY_READ = Set.of(Mangled.MOJIBAKE);

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  private LeakedTable leak(String party, int rows, long seed) throws Exception {
    return new Selection.Sample(rows, seed).on(company.copy(party));
  }

  private JsonNode traced(String name, byte[] leak) throws Exception {
    Path file = Files.write(folder.resolve(name), leak);
    return desk.type("trace", file.toString(), "--json").json();
  }

  private static List<String> accused(JsonNode answer) {
    List<String> parties = new ArrayList<>();
    answer.get("accused").forEach(one -> parties.add(one.get("party").asString()));
    return parties;
  }

  @ParameterizedTest
  @EnumSource(Mangled.class)
  void theAgentIsNamedOrNobodyElseIs(Mangled form) throws Exception {
    JsonNode answer = traced(form + ".txt", form.of(leak(Company.AGENT, 30, 41)));
    assertThat(accused(answer)).isSubsetOf(Company.AGENT);
    if (!BADLY_READ.contains(form)) {
      assertThat(answer.get("verdict").asString()).isEqualTo("named");
      assertThat(answer.get("rows").get("matched").asInt()).isEqualTo(30);
      assertThat(answer.get("rows").get("foreign").asInt()).isLessThanOrEqualTo(1);
    }
  }

  /** Fewer and fewer rows, in the forms that leave the least: never another one. */
  @ParameterizedTest
  @EnumSource(Mangled.class)
  void threeRowsAccuseNobodyElse(Mangled form) throws Exception {
    JsonNode answer = traced(form + "-3.txt", form.of(leak(Company.AGENT, 3, 43)));
    assertThat(accused(answer)).isSubsetOf(Company.AGENT);
  }

  /** Rows read as loose text stand in the case file as such, and can be checked from it alone. */
  @ParameterizedTest
  @EnumSource(names = {"UNQUOTED_COMMAS", "TWO_PHONES_IN_A_CELL", "HEADINGS_SHIFTED"})
  void theEvidenceHolds(Mangled form) throws Exception {
    JsonNode answer = traced(form + "-e.txt", form.of(leak(Company.AGENT, 28, 50)));
    Path bundle = folder.resolve(form + ".zip");
    desk.json(0, "evidence", answer.get("case").asString(), "--out", bundle.toString());
    desk.type("verify", bundle.toString(), "--key", company.key)
        .ends(0)
        .because("The bundle is valid.");
  }

  @Test
  void oneRowFiftyTimesIsOneRow() throws Exception {
    LeakedTable one = leak(Company.AGENT, 1, 44);
    LeakedTable fifty = one.with(Collections.nCopies(50, one.rows().get(0)));
    JsonNode once = traced("once.csv", Mangled.TWO_PHONES_IN_A_CELL.of(one));
    JsonNode often = traced("often.csv", Mangled.TWO_PHONES_IN_A_CELL.of(fifty));
    assertThat(often.get("verdict").asString()).isNotEqualTo("named");
    assertThat(accused(often)).isSubsetOf(Company.AGENT);
    assertThat(often.get("candidates").get(0).get("bound"))
        .isEqualTo(once.get("candidates").get(0).get("bound"));
  }

  @Test
  void phonesOfTheNextRowAccuseNobodyElse() throws Exception {
    LeakedTable leak = leak(Company.AGENT, 30, 45);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      List<String> row = new ArrayList<>(leak.rows().get(i));
      row.set(1, leak.rows().get((i + 1) % 30).get(1));
      rows.add(row);
    }
    JsonNode answer = traced("shifted.csv", Mangled.BARS.of(leak.with(rows)));
    assertThat(accused(answer)).isSubsetOf(Company.AGENT);
  }

  @Test
  void columnsShuffledApartAccuseNobodyElse() throws Exception {
    LeakedTable leak = leak(Company.AGENT, 30, 46);
    List<List<String>> columns = new ArrayList<>();
    for (int column = 0; column < leak.width(); column++) {
      int at = column;
      columns.add(
          new Selection.Shuffle(column).on(leak).rows().stream().map(row -> row.get(at)).toList());
    }
    List<List<String>> rows =
        IntStream.range(0, 30)
            .mapToObj(i -> columns.stream().map(column -> column.get(i)).toList())
            .toList();
    JsonNode answer = traced("apart.csv", Mangled.HASHES.of(leak.with(rows)));
    assertThat(accused(answer)).isSubsetOf(Company.AGENT);
  }

  @Test
  void rowsOfTwoAgentsAccuseNoThird() throws Exception {
    List<List<String>> rows = new ArrayList<>(leak(Company.AGENT, 25, 47).rows());
    LeakedTable others = leak(OTHER, 25, 48);
    boolean alike = others.headings().equals(leak(Company.AGENT, 1, 1).headings());
    rows.addAll(alike ? others.rows() : List.of());
    LeakedTable both = leak(Company.AGENT, 1, 47).with(rows);
    for (Mangled form : List.of(Mangled.OPEN_QUOTES, Mangled.ALL_IN_A_CELL, Mangled.FULL_WIDTH)) {
      JsonNode answer = traced("two-" + form + ".csv", form.of(both));
      assertThat(accused(answer)).isNotEmpty().isSubsetOf(Company.AGENT, OTHER);
    }
  }

  /** The list as it lies in custody, which nobody received, names nobody. */
  @Test
  void theListInCustodyNamesNobody() throws Exception {
    LeakedTable released = company.copy(Company.AGENT);
    LeakedTable portfolio = Company.read(company.folder.resolve("portfolio.csv"));
    List<Integer> places = released.headings().stream().map(portfolio.headings()::indexOf).toList();
    LeakedTable custody = Attack.all(portfolio.columns(places), new Selection.Sample(60, 49));
    for (Mangled form : List.of(Mangled.BARS, Mangled.OPEN_QUOTES, Mangled.ALL_IN_A_CELL)) {
      JsonNode answer = traced("custody-" + form + ".csv", form.of(custody));
      assertThat(answer.get("verdict").asString()).isNotEqualTo("named");
    }
  }
}
