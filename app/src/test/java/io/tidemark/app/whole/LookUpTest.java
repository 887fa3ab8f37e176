package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands {@code assign} and {@code look-up}. */
final class LookUpTest {
  @TempDir private Path folder = Path.of(".");

  private static Desk.Said lookUp(Counter counter, String typed, String... command)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("look-up"));
    all.addAll(List.of(command));
    return counter.desk().given(typed, all.toArray(String[]::new));
  }

  @Test
  void aClerkLooksACustomerOfTheOwnBookUp() throws Exception {
    Counter counter = Counter.open(folder);
    String key = counter.enrol("lin.na");
    String[] byPlate = {"--as", "lin.na", "--credential", key, "--task", "renewal", "--plate", "-"};
    Desk.Said said = lookUp(counter, Counter.PLATE, byPlate).ends(0);
    assertThat(said.out()).contains("name: " + Counter.NAME, "no copying", "rule look-up");
    String[] byPolicy = {
      "--as", "lin.na", "--credential", key, "--task", "renewal", "--policy", "-", "--json"
    };
    JsonNode json = lookUp(counter, Counter.POLICY, byPolicy).ends(0).json();
    assertThat(json.get("policies").get(0).get("姓名").asString()).isEqualTo(Counter.NAME);
    assertThat(json.get("copy").asBoolean()).isFalse();
    Desk.Said outside = lookUp(counter, Counter.OTHER, byPolicy).ends(1);
    Desk.Said nobody = lookUp(counter, "PDAA2026000000000009", byPolicy).ends(1);
    assertThat(outside.json().get("policies").size()).isZero();
    assertThat(outside.out().replaceAll("\"entry\":[0-9]+", ""))
        .isEqualTo(nobody.out().replaceAll("\"entry\":[0-9]+", ""));
    assertThat(counter.desk().json(0, "ledger", "fsck").get("ok").asBoolean()).isTrue();
  }

  @Test
  void aClaimOpensItsCustomerToItsHandlerAndWhatIsWrongIsExplained() throws Exception {
    Counter counter = Counter.open(folder);
    String key = counter.enrol("ma.chao");
    String[] claim = {
      "--as",
      "ma.chao",
      "--credential",
      key,
      "--task",
      "claim",
      "--reference",
      "CL-1",
      "--policy",
      "-"
    };
    lookUp(counter, Counter.POLICY, claim).ends(1);
    String claims =
        Counter.file(folder, "claims.csv", "赔案号,保单号,经办人\nCL-1," + Counter.POLICY + ",ma.chao\n");
    JsonNode assigned = counter.desk().json(0, "assign", "claims", claims);
    assertThat(assigned.get("assigned").asInt()).isEqualTo(1);
    lookUp(counter, Counter.POLICY, claim).ends(0);
    lookUp(counter, Counter.OTHER, claim).ends(1);

    String[] typed = {"--as", "ma.chao", "--credential", key, "--task", "claim", "--plate", "川A1"};
    lookUp(counter, "", typed).ends(2).because("list of processes");
    String[] none = {"--as", "ma.chao", "--credential", key, "--task", "claim", "--plate", "-"};
    lookUp(counter, Counter.PLATE, none).ends(4).because("reference");
    lookUp(counter, Counter.PLATE, "--task", "renewal", "--plate", "-")
        .ends(4)
        .because("not among your duties");
    counter.desk().type("assign", "books", claims).ends(3).because("归属");
    String wrong = Counter.file(folder, "wrong.csv", "保单号,归属\n" + Counter.OTHER + ",nobody.here\n");
    counter.desk().type("assign", "books", wrong).ends(3).because("line 2", "nobody.here");
    counter
        .desk()
        .type("assign", "books", wrong, "--as", "ma.chao", "--credential", key)
        .ends(4)
        .because("not among your duties");
  }
}
