package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.server.Client.Said;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A partner's list that shows alias numbers, over mutual TLS. */
@Timeout(120)
final class PartnerAliasesTest {
  private static final String LISTS = "/api/v1/partner/lists";

  private final PartnerTown partners = PartnerTown.get();
  private final Town town = partners.town;
  private Server server;
  private Client caller;

  @BeforeEach
  void serve() throws Exception {
    MovableClock clock = new MovableClock();
    server =
        town.serve(town.home, clock, Town.GENEROUS, ServerSettings.More.NONE.withPartnerPort(0));
    caller = Holder.certified(partners, PartnerTown.ONE).at(server);
    AliasPool.fill(town, 20);
  }

  @AfterEach
  void stop() throws Exception {
    try {
      AliasPool.empty(town);
    } finally {
      server.close();
    }
  }

  private Map<String, Object> wanted(int... customers) {
    return Map.of(
        "grant",
        partners.inAliases.text(),
        "purpose",
        PartnerTown.PURPOSE,
        "subjects",
        Map.of(
            "kind",
            "保单号",
            "values",
            IntStream.of(customers).mapToObj(Town::policyNumber).toList()));
  }

  private List<String> phones(Said made) throws Exception {
    JsonNode rows = caller.get(made.is(201).text("href")).is(200).json().get("rows");
    return rows.valueStream().map(row -> row.get(1).asString()).toList();
  }

  private long bound() throws Exception {
    try (Town.Beside beside = town.beside();
        var row =
            beside
                .connection()
                .createStatement()
                .executeQuery("select count(*) from alias_binding where ended is null")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void aListShowsThePartysOwnNumbersEachTimeTheSame() throws Exception {
    List<String> first = phones(caller.post(LISTS, wanted(1, 2, 3)));
    assertThat(first).hasSize(3).doesNotHaveDuplicates();
    assertThat(first).allMatch(number -> number.startsWith(AliasPool.BEGIN));
    assertThat(phones(caller.post(LISTS, wanted(1, 2, 3)))).isEqualTo(first);
    assertThat(phones(caller.post(LISTS, wanted(4)))).doesNotContainAnyElementsOf(first);
  }

  /** The numbers were there when it was foreseen, and gone when the entry came to be recorded. */
  @Test
  void whoeverComesSecondForTheLastNumbersGetsNoneAndLeavesNothing() throws Exception {
    CompletableFuture<Said> second;
    try (Town.Beside held = town.stopTheLedger()) {
      second =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return caller.post(LISTS, wanted(1, 2, 3));
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      town.awaitWaiting(held);
      held.run("delete from alias_free where turn > (select min(turn) from alias_free)");
    }
    second.get().is(403).by("alias-numbers-short");
    assertThat(bound()).isZero();
    assertThat(phones(caller.post(LISTS, wanted(5)))).hasSize(1);
  }
}
