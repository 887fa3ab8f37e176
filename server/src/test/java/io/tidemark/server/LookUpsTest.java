package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.members.Assigning;
import io.tidemark.custody.members.BooksAssigned.Owner;
import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.Said;
import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * Looking people up over HTTPS. Customers 0 to 9 are in lin.na's book, 10 to 19 in another's of the
 * branch, 20 to 29 in that of the head office, the others in an agent's. Claim CL-1 is about
 * customer 25 and ma.chao's, CL-2 about 26 and somebody else's.
 */
final class LookUpsTest {
  private static final String PATH = "/api/v1/look-ups";

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    assign();
    server = town.serve(clock);
    client = Client.of(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void assign() {
    Assigning books = assigning();
    IntStream.range(0, Town.PEOPLE)
        .forEach(
            number ->
                books.book(
                    Town.policyNumber(number),
                    number < 10
                        ? new Owner("br-01", Optional.of("lin.na"))
                        : number < 20
                            ? new Owner("br-01", Optional.of("he.jun"))
                            : new Owner(number < 30 ? "hq" : "ag-0001", Optional.empty())));
    assertThat(books.books(Actor.operator(), Digest.sha256("books")).what().assigned())
        .isEqualTo(Town.PEOPLE);
    Assigning claims = assigning();
    claims.claim("CL-1", Town.policyNumber(25), "ma.chao");
    claims.claim("CL-2", Town.policyNumber(26), "wang.fang");
    claims.claim("CL-3", Town.policyNumber(999), "ma.chao");
    assertThat(claims.claims(Actor.operator(), Digest.sha256("claims")).what().unknown())
        .isEqualTo(1);
  }

  private Assigning assigning() {
    return new Assigning(
        town.register(), town.home.shelf(), town.home.vault().tokens(), LocalDate.now());
  }

  private static Map<String, Object> by(String task, String kind, String value) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("task", task);
    wanted.put("kind", kind);
    wanted.put("value", value);
    return wanted;
  }

  private static Map<String, Object> plate(int number) {
    return by("renewal", "车牌号", Town.plate(number));
  }

  private static Map<String, Object> of(String reference, Map<String, Object> wanted) {
    wanted.put("reference", reference);
    return wanted;
  }

  private Entry last() throws Exception {
    List<byte[]> entries = town.home.entries(town.home.journal().size() - 1, 1);
    return Entry.parse(entries.get(0));
  }

  @Test
  void aClerkSeesACustomerOfTheOwnBookInTheFormsOfTheDutyAndItIsRecordedFirst() throws Exception {
    Client lin = client.as("lin.na", town, clock);
    Said said = lin.post(PATH, plate(3)).is(200);
    assertThat(said.header("Cache-Control")).contains("no-store");
    assertThat(said.json().get("copy").asBoolean()).isFalse();
    assertThat(said.json().get("policies").size()).isEqualTo(1);
    var fields = said.json().get("policies").get(0).get("fields");
    assertThat(fields.get("姓名").asString()).isEqualTo(Town.name(3));
    assertThat(fields.get("保单号").asString()).isEqualTo(Town.policyNumber(3));
    assertThat(fields.has("备注")).isFalse();
    assertThat(said.text("why")).contains("own book", "rule look-up");
    Entry entry = last();
    assertThat(entry.kind()).isEqualTo("look-up");
    assertThat(entry.value("actor")).hasValue("lin.na");
    assertThat(entry.value("disclosure")).hasValue(said.text("disclosure"));
    assertThat(entry.value("task")).hasValue("renewal");
    assertThat(entry.value("people")).hasValue("1");
    assertThat(entry.value("people-root")).isPresent();
    assertThat(said.json().get("entry").asLong()).isEqualTo(town.home.journal().size() - 1);
  }

  /** A minute later the page is another's: the screen of then names nothing of before. */
  @Test
  void aScreenOfThatMinuteLeadsToTheLookUp() throws Exception {
    Client lin = client.as("lin.na", town, clock);
    String view = lin.post(PATH, plate(3)).is(200).text("disclosure");
    long signIn = town.home.journal().size() - 2;
    var number = town.home.screenNumbers().number(signIn, clock.instant());
    var screen = town.home.marks().of(number).orElseThrow();
    assertThat(screen.to()).isEqualTo("lin.na");
    assertThat(screen.screen().orElseThrow().lookUps()).extracting(id -> id.text()).contains(view);
    var before = town.home.screenNumbers().number(signIn, clock.instant().minusSeconds(600));
    assertThat(town.home.marks().of(before)).as("before the session began").isEmpty();
    var later = town.home.screenNumbers().number(signIn, clock.instant().plusSeconds(600));
    assertThat(town.home.marks().of(later).orElseThrow().screen().orElseThrow().lookUps())
        .isEmpty();
    var noSignIn = town.home.screenNumbers().number(signIn + 1, clock.instant());
    assertThat(town.home.marks().of(noSignIn)).isEmpty();
  }

  @Test
  void eachNumberFindsTheSamePersonAndTypingDoesNotMatter() throws Exception {
    Client lin = client.as("lin.na", town, clock);
    for (Map<String, Object> wanted :
        List.of(
            plate(4),
            by(
                "renewal",
                "车牌号",
                " 川a·" + Town.plate(4).substring(2).toLowerCase(java.util.Locale.ROOT)),
            by("renewal", "手机号", Town.mobile(4)),
            by("renewal", "保单号", Town.policyNumber(4)))) {
      assertThat(lin.post(PATH, wanted).is(200).body()).contains(Town.name(4));
    }
    lin.post(PATH, by("renewal", "手机号", Town.plate(4))).is(404).by("nobody-shown");
  }

  @Test
  void aCallAgentSeesMasksAndNeedsTheCall() throws Exception {
    Client gu = client.as("gu.yan", town, clock);
    Map<String, Object> wanted = by("call", "手机号", Town.mobile(35));
    gu.post(PATH, wanted).is(403).by("no-reference");
    Said said = gu.post(PATH, of("CALL-77", wanted)).is(200);
    assertThat(said.body()).contains("138****0035").doesNotContain(Town.name(35), Town.mobile(35));
    assertThat(last().value("reference")).isPresent();
    assertThat(last().value("reference").get()).doesNotContain("CALL-77");
    gu.post(PATH, plate(1)).is(403).by("not-your-task");
  }

  @Test
  void aHandlerSeesWhomTheNamedClaimOfTheOwnIsAbout() throws Exception {
    Client ma = client.as("ma.chao", town, clock);
    Said said = ma.post(PATH, of("cl-1", by("claim", "车牌号", Town.plate(25)))).is(200);
    assertThat(said.json().get("copy").asBoolean()).isTrue();
    ma.post(PATH, of("CL-1", by("claim", "车牌号", Town.plate(26)))).is(404).by("nobody-shown");
    ma.post(PATH, of("CL-2", by("claim", "车牌号", Town.plate(26)))).is(404).by("nobody-shown");
    ma.post(PATH, of("CL-9", by("claim", "车牌号", Town.plate(25)))).is(404).by("nobody-shown");
  }

  @Test
  void ownBranchReachesPartiesBelowAndNoFurther() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    wang.post(PATH, of("C-1", by("call", "车牌号", Town.plate(2)))).is(200);
    wang.post(PATH, of("C-2", by("call", "车牌号", Town.plate(12)))).is(200);
    wang.post(PATH, of("C-3", by("call", "车牌号", Town.plate(22)))).is(404).by("nobody-shown");
    wang.post(PATH, of("C-4", by("call", "车牌号", Town.plate(32)))).is(404).by("nobody-shown");
  }

  @Test
  void whoeverIsShownNobodyIsToldOneThingAndEachIsRecordedWithItsReason() throws Exception {
    Client lin = client.as("lin.na", town, clock);
    long before = town.home.journal().size();
    List<Said> answers =
        List.of(
            lin.post(PATH, plate(77)),
            lin.post(PATH, plate(13)),
            lin.post(PATH, plate(23)),
            lin.post(PATH, plate(33)),
            lin.post(PATH, by("renewal", "手机号", "no number at all")));
    for (Said answer : answers) {
      answer.is(404).by("nobody-shown");
      assertThat(plain(answer)).isEqualTo(plain(answers.get(0)));
      assertThat(answer.headers().map().keySet())
          .isEqualTo(answers.get(0).headers().map().keySet());
    }
    List<String> rules = new ArrayList<>();
    for (byte[] entry : town.home.entries(before, 100)) {
      rules.add(Entry.parse(entry).kind() + " " + Entry.parse(entry).value("rule").orElse(""));
    }
    assertThat(rules)
        .containsExactly(
            "look-up nobody-found",
            "look-up out-of-scope",
            "look-up out-of-scope",
            "look-up out-of-scope",
            "look-up nobody-found");
  }

  private static String plain(Said answer) {
    return answer.body().replaceFirst("urn:uuid:[0-9a-f-]+", "");
  }

  @Test
  void theTimeTakenDoesNotTellWhetherAPersonIsThere() throws Exception {
    Client lin = client.as("lin.na", town, clock);
    List<Long> nobody = new ArrayList<>();
    List<Long> outside = new ArrayList<>();
    try (Town.Beside beside = town.beside()) {
      for (int i = 0; i < 120; i++) {
        beside.run("delete from pace");
        nobody.add(nanos(lin, plate(100 + i)));
        outside.add(nanos(lin, plate(10 + i % 10)));
      }
    }
    double ratio = (double) median(nobody.subList(20, 120)) / median(outside.subList(20, 120));
    assertThat(ratio).as("median time of nobody over somebody outside").isBetween(0.8, 1.25);
  }

  private static long nanos(Client client, Map<String, Object> wanted) throws Exception {
    long begun = System.nanoTime();
    client.post(PATH, wanted).is(404);
    return System.nanoTime() - begun;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  @Test
  void enumeratingLocksOnAllNodesForAWhileAndASuccessInBetweenDoesNotHelp() throws Exception {
    Client.App app = client.enrol("lin.na", town.invitation("lin.na"));
    Client lin = client.signIn(app, clock);
    try (Server other = town.serve(clock)) {
      Client elsewhere = lin.at(Client.of(other));
      for (int i = 0; i < 10; i++) {
        (i % 2 == 0 ? lin : elsewhere).post(PATH, plate(50 + i)).is(404);
        if (i < 9) {
          lin.post(PATH, plate(i)).is(200);
        }
      }
      assertThat(last().value("locked-until")).isPresent();
      for (Client one : List.of(lin, elsewhere)) {
        Said locked = one.post(PATH, plate(1)).is(429).by("look-ups-locked");
        assertThat(Long.parseLong(locked.header("Retry-After"))).isBetween(1700L, 1800L);
      }
      assertThat(last().value("rule")).hasValue("look-ups-locked");
      clock.forward(Duration.ofMinutes(29));
      lin.get("/api/v1/me").is(200);
      lin.post(PATH, plate(1)).is(429);
      clock.forward(Duration.ofMinutes(2));
      lin.post(PATH, plate(1)).is(200);
      elsewhere.post(PATH, plate(60)).is(404);
    }
  }

  @Test
  void theHourHasItsNumberOnAllNodesTogether() throws Exception {
    Client gu = client.as("gu.yan", town, clock);
    try (Server other = town.serve(clock)) {
      Client elsewhere = gu.at(Client.of(other));
      for (int i = 0; i < 40; i++) {
        Client one = i % 2 == 0 ? gu : elsewhere;
        one.post(PATH, of("C-" + i, by("call", "车牌号", Town.plate(i % 30)))).is(200);
      }
      for (Client one : List.of(gu, elsewhere)) {
        one.post(PATH, of("C-41", by("call", "车牌号", Town.plate(1))))
            .is(429)
            .by("look-ups-per-hour");
      }
      clock.forward(Duration.ofMinutes(25));
      gu.get("/api/v1/me").is(200);
      clock.forward(Duration.ofMinutes(25));
      gu.get("/api/v1/me").is(200);
      clock.forward(Duration.ofMinutes(11));
      gu.post(PATH, of("C-42", by("call", "车牌号", Town.plate(1)))).is(200);
    }
  }

  @Test
  void manyAtTheSameMomentAreNoWayAroundTheLock() throws Exception {
    Client lin = client.as("lin.na", town, clock);
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int number = 200 + i;
      all.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return lin.post(PATH, plate(number)).status();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              }));
    }
    List<Integer> statuses = all.stream().map(CompletableFuture::join).toList();
    assertThat(statuses.stream().filter(status -> status == 404)).hasSize(10);
    assertThat(statuses.stream().filter(status -> status == 429)).hasSize(20);
  }

  @Test
  void theSameLookUpIsDoneOnceAndItsAnswerIsKeptByNobody() throws Exception {
    Client lin = client.as("lin.na", town, clock);
    String key = UUID.randomUUID().toString();
    lin.post(PATH, key, plate(5)).is(200);
    long size = town.home.journal().size();
    lin.post(PATH, key, plate(5)).is(409).by("answer-not-kept");
    lin.post(PATH, key, plate(6)).is(409).by("answer-not-kept");
    assertThat(town.home.journal().size()).isEqualTo(size);
    for (int i = 0; i < 20; i++) {
      lin.post("/api/v1/look%2Dups", key, plate(5)).is(409).by("answer-not-kept");
    }
    lin.post(PATH, plate(5)).is(200);
    lin.send(lin.posting(PATH, plate(5))).is(400).by("no-idempotency-key");
  }

  @Test
  void whatCannotBeMeantIsRefusedWithoutAnEcho() throws Exception {
    Client lin = client.as("lin.na", town, clock);
    lin.post(PATH, by("renewal", "姓名", Town.name(1))).is(422).by("bad-kind");
    lin.post(PATH, by("renewal", "车牌号", "  ")).is(422).by("no-number");
    Said said = lin.post(PATH, by("renewal", "车牌号", Town.mobile(1).repeat(6))).is(422);
    assertThat(said.by("too-long").body()).doesNotContain(Town.mobile(1));
    lin.post(PATH, by(Town.mobile(1), "车牌号", Town.plate(1))).is(403).by("unknown-task");
    lin.post(PATH, Map.of("padding", "x".repeat(5000))).is(413);
    client.post(PATH, plate(1)).is(401);
    client.as("sun.yue", town, clock).post(PATH, plate(1)).is(403).by("not-your-duty");
  }

  @Test
  void nobodyWhoWasLookedUpStandsInTheLedgerOrOnTheConsole() throws Exception {
    town.told.clear();
    Client lin = client.as("lin.na", town, clock);
    lin.post(PATH, plate(7)).is(200);
    lin.post(PATH, by("renewal", "手机号", Town.mobile(17))).is(404);
    List<String> values = new ArrayList<>();
    for (int number : List.of(7, 17)) {
      values.addAll(
          List.of(
              Town.plate(number),
              Town.name(number),
              Town.mobile(number),
              Town.policyNumber(number)));
    }
    for (byte[] entry : town.home.entries(0, 100_000)) {
      String text = new String(entry, StandardCharsets.UTF_8);
      values.forEach(value -> assertThat(text).doesNotContain(value));
    }
    values.forEach(value -> assertThat(town.told.toString()).doesNotContain(value));
    try (Town.Beside beside = town.beside();
        var statement = beside.connection().createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from look_up l, looked_at a, record r where a.look_up = l.id"
                    + " and r.id = a.record and l.person = 'lin.na'")) {
      row.next();
      assertThat(row.getInt(1)).as("who looked can be told").isPositive();
    }
  }
}
