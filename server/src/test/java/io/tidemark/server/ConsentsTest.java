package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.members.Assigning;
import io.tidemark.custody.members.BooksAssigned.Owner;
import io.tidemark.ledger.Entry;
import io.tidemark.rights.ConsentsRecorded;
import io.tidemark.rights.Ground;
import io.tidemark.rights.Statement;
import io.tidemark.rights.Word;
import io.tidemark.rights.notice.Openings;
import io.tidemark.server.Client.Said;
import io.tidemark.store.home.Home;
import io.tidemark.terms.ConsentId;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Locator;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/**
 * What customers refuse and withdraw, recorded over HTTPS, and what partners and staff get
 * afterwards. Each test gives back what it took.
 */
final class ConsentsTest {
  private static final String CONSENTS = "/api/v1/consents";
  private static final String LISTS = "/api/v1/partner/lists";
  private static final String RENEWAL = "renewal-service";

  private final PartnerTown partners = PartnerTown.get();
  private final Town town = partners.town;
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client agent;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server =
        town.serve(town.home, clock, Town.GENEROUS, ServerSettings.More.NONE.withPartnerPort(0));
    agent = Client.of(server).as("gu.yan", town, clock);
  }

  @AfterEach
  void stop() throws Exception {
    try (Town.Beside beside = town.beside()) {
      beside.run("delete from consent_stand");
      beside.run("delete from consent_set");
    } finally {
      server.close();
    }
  }

  private static Map<String, Object> said(String word, String purpose, String kind, String value) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("word", word);
    said.put("purpose", purpose);
    said.put("kind", kind);
    said.put("value", value);
    said.put("channel", "phone");
    said.put("notice", "2026-11");
    said.put("text", "续保提醒");
    return said;
  }

  private static Map<String, Object> refuses(int number) {
    return said("refuse", RENEWAL, "保单号", Town.policyNumber(number));
  }

  private Map<String, Object> list(int from, int to) {
    return Map.of(
        "grant",
        partners.open.text(),
        "purpose",
        RENEWAL,
        "format",
        "csv",
        "subjects",
        Map.of(
            "kind",
            "保单号",
            "values",
            IntStream.range(from, to).mapToObj(Town::policyNumber).toList()));
  }

  private static String fetched(Client caller, Said prepared) throws Exception {
    return caller.get(prepared.is(201).text("href")).is(200).body();
  }

  @Test
  void whoeverRefusedIsInNoLaterListAndWhoeverConsentsAgainIs() throws Exception {
    Client partner = Holder.certified(partners, PartnerTown.ONE).at(server);
    assertThat(fetched(partner, partner.post(LISTS, list(0, 6)))).contains(Town.name(3));
    long before = town.home.journal().size();
    Said kept = agent.post(CONSENTS, refuses(3)).is(201);
    assertThat(kept.text("word")).isEqualTo("refuse");
    assertThat(town.kindsSince(before)).containsExactly("identification", "consent");
    assertThat(fetched(partner, partner.post(LISTS, list(0, 6))))
        .contains(Town.name(2), Town.name(4))
        .doesNotContain(Town.name(3));
    partner.post(LISTS, list(3, 4)).is(403).by("no-consent");

    Map<String, Object> named = said("withdraw", RENEWAL, "车牌号", Town.plate(4));
    named.put("recipient", PartnerTown.TWO);
    agent.post(CONSENTS, named).is(201);
    assertThat(fetched(partner, partner.post(LISTS, list(0, 6)))).contains(Town.name(4));
    named.put("recipient", PartnerTown.ONE);
    agent.post(CONSENTS, named).is(201);
    assertThat(fetched(partner, partner.post(LISTS, list(0, 6)))).doesNotContain(Town.name(4));

    clock.forward(Duration.ofSeconds(2));
    agent.post(CONSENTS, said("give", RENEWAL, "手机号", Town.mobile(3))).is(201);
    assertThat(fetched(partner, partner.post(LISTS, list(0, 6)))).contains(Town.name(3));
  }

  /** Two connections: the other node's withdrawal is committed between our look and our entry. */
  @Test
  void aWithdrawalBetweenTheLookAndTheEntryIsSeenInTheTransaction() throws Exception {
    Client partner = Holder.certified(partners, PartnerTown.ONE).at(server);
    partner.get("/api/v1/partner/me").is(200);
    CompletableFuture<HttpResponse<String>> order;
    try (Home node = Home.open(town.home.folder().path(), System.getenv())) {
      ConsentsRecorded withdrawal = withdrawal(node, 5);
      CompletableFuture<?> first;
      try (Town.Beside held = town.stopTheLedger()) {
        first =
            CompletableFuture.runAsync(
                () ->
                    node.journal()
                        .record(
                            town.register().begin("consent", Actor.operator()).build(),
                            withdrawal));
        awaitWaiting(held, 1);
        order =
            partner
                .http()
                .sendAsync(
                    partner
                        .posting(LISTS, list(4, 7))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .build(),
                    HttpResponse.BodyHandlers.ofString());
        awaitWaiting(held, 2);
      }
      first.join();
    }
    HttpResponse<String> answer = order.get();
    Said prepared = new Said(answer.statusCode(), answer.body(), answer.headers());
    assertThat(fetched(partner, prepared))
        .contains(Town.name(4), Town.name(6))
        .doesNotContain(Town.name(5));
  }

  private ConsentsRecorded withdrawal(Home node, int number) {
    long token =
        node.vault()
            .tokens()
            .locator(Locator.POLICY_NUMBER, PersonalText.of(Town.policyNumber(number)));
    RoaringBitmap record =
        node.shelf().find(Locator.POLICY_NUMBER, List.of(token)).values().iterator().next();
    UUID person = node.consents().people(record).values().iterator().next();
    Statement statement =
        new Statement(
            Word.WITHDRAW,
            RENEWAL,
            Optional.empty(),
            Instant.now(),
            new Ground("web", "2026-11", ""));
    return new ConsentsRecorded(
        List.of(new ConsentsRecorded.Spoken(ConsentId.random(), person, statement)),
        Actor.OPERATOR,
        Instant.now(),
        Openings.NONE);
  }

  private static void awaitWaiting(Town.Beside held, int many) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String sql = "select count(*) from pg_locks where locktype = 'advisory' and not granted";
    while (System.nanoTime() < end) {
      try (ResultSet row = held.connection().createStatement().executeQuery(sql)) {
        row.next();
        if (row.getInt(1) >= many) {
          return;
        }
      }
    }
    throw new AssertionError("nobody waits");
  }

  @Test
  void aLookUpShowsNobodyWhoRefusedAndAnswersLikeNone() throws Exception {
    Assigning books =
        new Assigning(
            town.register(), town.home.shelf(), town.home.vault().tokens(), LocalDate.now());
    books.book(Town.policyNumber(7), new Owner("br-01", Optional.of("lin.na")));
    books.books(Actor.operator(), Digest.sha256("books"));
    Client lin = Client.of(server).as("lin.na", town, clock);
    Map<String, Object> look = Map.of("task", "renewal", "kind", "车牌号", "value", Town.plate(7));
    lin.post("/api/v1/look-ups", look).is(200);
    agent.post(CONSENTS, refuses(7)).is(201);
    Said refused = lin.post("/api/v1/look-ups", look).is(404).by("nobody-shown");
    Entry entry = Entry.parse(town.home.entries(town.home.journal().size() - 1, 1).get(0));
    assertThat(entry.value("rule")).hasValue("no-consent");
    assertThat(refused.body()).doesNotContain("consent");
  }

  @Test
  void aRequestTellsHowManyAreLeftOutAndNothingOfFew() throws Exception {
    Client wang = Client.of(server).as("wang.fang", town, clock);
    for (int number = 10; number < 14; number++) {
      agent.post(CONSENTS, refuses(number)).is(201);
    }
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("to", PartnerTown.ONE);
    wanted.put("purpose", RENEWAL);
    wanted.put("columns", List.of("姓名", "车牌号"));
    wanted.put("subjects", list(10, 20).get("subjects"));
    Said few = wang.post("/api/v1/requests", wanted).is(201);
    assertThat(few.json().get("people").asInt()).isEqualTo(10);
    assertThat(few.json().get("left_out").isNull()).isTrue();
    agent.post(CONSENTS, refuses(14)).is(201);
    Said enough = wang.post("/api/v1/requests", wanted).is(201);
    assertThat(enough.json().get("left_out").asInt()).isEqualTo(5);
    assertThat(enough.json().get("people").asInt()).isEqualTo(10);
    wanted.put("subjects", list(10, 11).get("subjects"));
    Said one = wang.post("/api/v1/requests", wanted).is(201);
    assertThat(one.json().get("would_be_refused").isNull()).isTrue();
  }

  @Test
  void theLedgerNamesNobodyAndNobodyElseMayRecord() throws Exception {
    long before = town.home.journal().size();
    agent.post(CONSENTS, refuses(15)).is(201);
    agent.post(CONSENTS + "/search", Map.of("kind", "手机号", "value", Town.mobile(15))).is(200);
    for (byte[] bytes : town.home.entries(before, 100)) {
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .doesNotContain(Town.mobile(15), Town.policyNumber(15), Town.name(15), "续保提醒");
    }
    Client auditor = Client.of(server).as("sun.yue", town, clock);
    auditor.post(CONSENTS, refuses(16)).is(403).by("not-your-duty");
    auditor.post(CONSENTS + "/search", Map.of("kind", "手机号", "value", Town.mobile(15))).is(403);
    agent
        .post(CONSENTS, said("refuse", "claims", "手机号", Town.mobile(15)))
        .is(403)
        .by("not-on-consent");
    Said none = agent.post(CONSENTS, refuses(999)).is(404).by("nobody-meant");
    assertThat(none.body()).doesNotContain("999");
  }

  @Test
  void numbersThatAreNobodysLock() throws Exception {
    for (int i = 0; i < 99; i++) {
      agent.post(CONSENTS, refuses(1000 + i)).is(404);
    }
    agent.post(CONSENTS, refuses(17)).is(201);
    agent.post(CONSENTS, refuses(2000)).is(404);
    agent.post(CONSENTS, refuses(17)).is(429).by("consents-locked");
  }
}
