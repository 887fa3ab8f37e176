package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.AliasTerms;
import io.tidemark.authorise.CallTerms;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.IncomingCall;
import io.tidemark.calls.line.Switchboard;
import io.tidemark.calls.line.TurnedAway;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.calls.CallForgetting;
import io.tidemark.custody.calls.CallNaming;
import io.tidemark.custody.calls.HeardCalls;
import io.tidemark.custody.calls.ShowingCalls;
import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.history.Event;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

/** Hours, tries, sightings and what is kept of them, on one home and from two nodes of it. */
final class CallsHeardTest {
  private static final int NUMBERS = 400;
  private static final String MINE = Switch.callerOf("ag-01");

  private static Switch board;
  private static List<String> given;
  private static int strangers;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    board = new Switch(folder, NUMBERS);
    RoaringBitmap all = RoaringBitmap.bitmapOfRange(1, Bureau.PEOPLE + 1);
    given = new ArrayList<>(new HashSet<>(board.bureau().release("ag-01", all).numbers()));
    board.bureau().release("ag-02", RoaringBitmap.bitmapOf(1, 2, 3, 4));
  }

  @AfterAll
  static void close() {
    board.close();
  }

  @BeforeEach
  void usual() {
    board.terms(Switch.TERMS);
  }

  /** A caller whom nobody knows. */
  private static String stranger() {
    return "139" + String.format("%08d", ++strangers);
  }

  private static String rule(CallAnswer answer) {
    if (answer instanceof CallAnswer.Announce announce) {
      return announce.reason().rule();
    }
    return answer instanceof CallAnswer.Reject reject ? reject.reason().rule() : "on its way";
  }

  private static String rule(TurnedAway why) {
    return why.refusal().rule();
  }

  private static CallTerms terms(CallTerms.Rule rule, CallTerms.Others others, boolean probes) {
    return new CallTerms(rule, Map.of(), others, AliasTerms.LEAST, probes);
  }

  private static long count(String sql) {
    return board.bureau().database.sql(sql).query(Long.class).single();
  }

  @Test
  void theHolderIsPutThroughWithinItsHoursAndItsTries() throws Exception {
    LocalTime now = io.tidemark.terms.China.time(board.bureau().clock().instant());
    LocalTime over = now.minusMinutes(1).isBefore(now) ? now.minusMinutes(1) : now;
    CallTerms.Rule early = new CallTerms.Rule(LocalTime.MIN, over, 3, 20, false);
    if (over.isAfter(LocalTime.MIN)) {
      board.terms(terms(early, CallTerms.Others.REJECT, false));
      assertThat(rule(board.call(given.get(0), MINE))).isEqualTo(rule(TurnedAway.HOURS));
    }
    board.terms(
        terms(
            new CallTerms.Rule(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 2, 3, false),
            CallTerms.Others.REJECT,
            false));
    assertThat(Stream.generate(() -> rule(board.call(given.get(0), MINE))).limit(3).toList())
        .containsExactly("on its way", "on its way", rule(TurnedAway.TRIES_TODAY));
    board.bureau().forward(1);
    assertThat(Stream.generate(() -> rule(board.call(given.get(0), MINE))).limit(2).toList())
        .containsExactly("on its way", rule(TurnedAway.TRIES));
    assertThat(rule(board.call(given.get(1), MINE))).isEqualTo("on its way");
  }

  @Test
  void underOneNumberOnlyTheFirstThatGotThroughReachesThePerson() throws Exception {
    String other = "02865551234";
    Workshops.partyNumbers(board.bureau().home, board.bureau().session.vault())
        .add(
            Actor.operator(), "ag-01", List.of(PersonalText.of("028-6555-1234")), board.register());
    board.terms(
        terms(
            new CallTerms.Rule(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 9, 9, true),
            CallTerms.Others.REJECT,
            false));
    assertThat(rule(board.call(given.get(2), "+86" + other.substring(1)))).isEqualTo("on its way");
    assertThat(rule(board.call(given.get(2), MINE))).isEqualTo(rule(TurnedAway.ANOTHER_NUMBER));
    assertThat(rule(board.call(given.get(2), other))).isEqualTo("on its way");
    board.terms(Switch.TERMS);
    assertThat(rule(board.call(given.get(2), MINE))).isEqualTo("on its way");
  }

  /** Who objects to one party is not called by it, and is by another; the next word undoes it. */
  @Test
  void whoeverObjectsIsNotPutThroughToTheOneObjectedTo(@TempDir Path folder) throws Exception {
    RoaringBitmap one = RoaringBitmap.bitmapOf(17);
    String mine = board.bureau().release("ag-01", one).numbers().get(0);
    String others = board.bureau().release("ag-02", one).numbers().get(0);
    assertThat(rule(board.call(mine, MINE))).isEqualTo("on its way");
    says(folder, 17, "refuse", "2026-11-01");
    assertThat(rule(board.call(mine, MINE))).isEqualTo(rule(TurnedAway.NOBODY_ANSWERS));
    assertThat(rule(board.call(others, Switch.callerOf("ag-02")))).isEqualTo("on its way");
    says(folder, 17, "give", "2026-11-02");
    assertThat(rule(board.call(mine, MINE))).isEqualTo("on its way");
  }

  /** Whose telephone rang is told so, by whom and what for; a call that was turned away is not. */
  @Test
  void aCallThatWasPutThroughStandsInThePersonsHistory(@TempDir Path folder) throws Exception {
    String mine = board.bureau().release("ag-01", RoaringBitmap.bitmapOf(21)).numbers().get(0);
    String key = folder.resolve("liu.key").toString();
    board.bureau().desk.json(0, "people", "enrol", "liu.min", "--key-out", key);
    List<Event> before = history(folder.resolve("before.zip"), key, 21);
    assertThat(rule(board.call(mine, MINE))).isEqualTo("on its way");
    assertThat(rule(board.call(mine, stranger()))).isEqualTo(rule(TurnedAway.NOT_YOURS));
    assertThat(rule(board.call(mine, Switch.callerOf("ag-02"))))
        .isEqualTo(rule(TurnedAway.NOT_YOURS));
    List<Event> after = new ArrayList<>(history(folder.resolve("after.zip"), key, 21));
    after.removeAll(before);
    after.removeIf(event -> !event.kind().startsWith("alias-"));
    assertThat(after).hasSize(1);
    assertThat(after.get(0).kind()).isEqualTo("alias-call");
    assertThat(after.get(0).value("party")).contains("ag-01");
    assertThat(after.get(0).value("purpose")).contains("renewal-service");
    assertThat(after.get(0).value("did")).contains("forwarded");
    Desk.say(
            List.of(
                "verify",
                folder.resolve("after.zip").toString(),
                "--key",
                board.bureau().home.ledger().key().vkey()))
        .ends(0);
  }

  private static List<Event> history(Path out, String key, int record) throws Exception {
    board
        .bureau()
        .desk
        .given(
            board.policy(record),
            "owner",
            "export",
            "--policy",
            "-",
            "--as",
            "liu.min",
            "--credential",
            key,
            "--out",
            out.toString())
        .ends(0);
    return OwnerFile.read(out).events();
  }

  private static void says(Path folder, int record, String word, String day) throws Exception {
    String lines =
        "保单号,意愿,目的,接收方,时间,渠道,告知书,文本\n"
            + board.policy(record)
            + ","
            + word
            + ",renewal-service,ag-01,"
            + day
            + ",phone,2026-11,请不要再打\n";
    board
        .bureau()
        .desk
        .json(0, "consent", "import", Files.writeString(folder.resolve(word), lines).toString());
  }

  @Test
  void anybodyElseIsTreatedAsTheOperatorChose() throws Exception {
    assertThat(board.call(given.get(3), stranger())).isInstanceOf(CallAnswer.Reject.class);
    board.terms(terms(Switch.OPEN, CallTerms.Others.ANNOUNCE, false));
    assertThat(board.call(given.get(3), stranger())).isInstanceOf(CallAnswer.Announce.class);
    board.terms(terms(Switch.OPEN, CallTerms.Others.FORWARD, false));
    long before = board.bureau().home.journal().size();
    CallAnswer answer = board.call(given.get(3), stranger());
    assertThat(answer).isInstanceOf(CallAnswer.Forward.class);
    Entry sighting = board.since(before).get(0);
    assertThat(sighting.kind()).isEqualTo("alias-sighting");
    assertThat(sighting.value("did")).contains("forwarded");
    assertThat(sighting.value("party")).contains("ag-01");
    assertThat(sighting.value("permit")).isPresent();
    assertThat(board.call(given.get(3), "")).isInstanceOf(CallAnswer.Forward.class);
    assertThat(board.call("70099", MINE)).isInstanceOf(CallAnswer.Unknown.class);
  }

  @Test
  void theSameCallFromTwoNodesAtOnceIsOneCallAndOneTry() throws Exception {
    String number = given.get(4);
    try (Home second = Home.open(board.bureau().home.folder().path(), System.getenv())) {
      List<Switchboard> nodes = List.of(board.board(), board.board(second));
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        for (int round = 0; round < 12; round++) {
          boolean mine = round % 2 == 0;
          IncomingCall call =
              Switch.incoming(
                  number,
                  mine ? MINE : stranger(),
                  board.bureau().clock().instant(),
                  "id " + round);
          List<Callable<CallAnswer>> asked = new ArrayList<>();
          for (int i = 0; i < 8; i++) {
            Switchboard node = nodes.get(i % 2);
            asked.add(() -> node.answer(call));
          }
          Set<CallAnswer> answers = new HashSet<>();
          for (Future<CallAnswer> answer : threads.invokeAll(asked)) {
            answers.add(answer.get());
          }
          assertThat(answers).as("answered alike").hasSize(1);
        }
      } finally {
        threads.shutdownNow();
      }
    }
    String of = " from alias_binding b join alias_number n on n.id = b.number where b.number =";
    long id = count("select number from alias_binding where tries = 6 and ended is null");
    assertThat(count("select today" + of + id)).as("six tries").isEqualTo(6);
    assertThat(count("select count(*) from alias_call where number = " + id)).isEqualTo(12);
    assertThat(count("select count(*) from alias_call where heard = 'OTHER' and number = " + id))
        .isEqualTo(6);
  }

  /** The suspects of a listing, by caller. */
  private static List<ShowingCalls.Suspect> shown() {
    Recorded<ShowingCalls.Shown> shown =
        new ShowingCalls(
                board.bureau().home.heardCalls(),
                Workshops.partyNumbers(board.bureau().home, board.bureau().session.vault()),
                board.register())
            .show(Actor.operator(), 0, 1_000);
    return ((Recorded.Done<ShowingCalls.Shown>) shown).what().suspects();
  }

  @Test
  void whoeverDialsAPartysListIsNamedOnceAndWhoeverDialsAllOfThemNobody() throws Exception {
    String leaker = stranger();
    String machine = stranger();
    long before = board.bureau().home.journal().size();
    int calls = 0;
    while (board.since(before).stream().noneMatch(entry -> entry.kind().equals("alias-named"))) {
      board.call(given.get(calls++), leaker);
      board.call(given.get(0), leaker);
    }
    // a hit in so small a pool, some 24 numbers of 400, speaks by a factor of 16 or so
    assertThat(calls).isBetween(5, 12);
    Entry named =
        board.since(before).stream()
            .filter(entry -> entry.kind().equals("alias-named"))
            .findFirst()
            .orElseThrow();
    assertThat(named.value("party")).contains("ag-01");
    assertThat(Double.parseDouble(named.value("bound").orElseThrow())).isLessThanOrEqualTo(1e-6);
    long after = board.bureau().home.journal().size();
    for (String number : given) {
      board.call(number, leaker);
    }
    for (int n = 0; n < NUMBERS; n++) {
      board.call(Switch.number(n), machine);
    }
    assertThat(board.since(after).stream().map(Entry::kind)).doesNotContain("alias-named");
    List<ShowingCalls.Suspect> suspects = shown();
    assertThat(suspects.get(0).caller().reveal(Reveal.SHOW)).startsWith("139").contains("******");
    assertThat(suspects.get(0).named()).isPresent();
    assertThat(suspects.get(0).rung()).isEqualTo(given.size());
    assertThat(suspects.stream().filter(one -> one.rung() == NUMBERS))
        .hasSize(2)
        .allMatch(one -> one.bound() > .1);
    HeardCalls.Summary summary =
        board.bureau().home.heardCalls().summary(board.bureau().clock().instant());
    assertThat(summary.control().lines()).isEqualTo(NUMBERS / 20);
    assertThat(summary.control().calls()).isEqualTo(NUMBERS / 20);
    assertThat(summary.callersByLines()).containsKeys(10, 100);
    assertThat(new CallNaming(board.bureau().home.calls(), board.register()).round()).isZero();
  }

  @Test
  void aPartysOwnNumberThatRingsAnothersLinesIsASightingOfThatOther() throws Exception {
    long before = board.bureau().home.journal().size();
    board.call(given.get(5), Switch.callerOf("ag-02"));
    Entry sighting = board.since(before).get(0);
    assertThat(sighting.kind()).isEqualTo("alias-sighting");
    assertThat(sighting.value("party")).contains("ag-01");
    assertThat(shown().stream().filter(one -> one.of().contains("ag-02"))).hasSize(1);
  }

  @Test
  void noNumberStandsInTheLedgerOrInPlainInTheDatabase() throws Exception {
    String caller = stranger();
    long before = board.bureau().home.journal().size();
    board.call(given.get(6), caller);
    board.call(given.get(6), MINE);
    for (Entry entry : board.since(before)) {
      String text = new String(entry.bytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(text).doesNotContain(caller, given.get(6), MINE);
    }
    assertThat(
            board
                .bureau()
                .database
                .sql("select string_agg(c::text, ' ') from alias_caller c")
                .query(String.class)
                .single())
        .doesNotContain(caller, hex(caller));
  }

  private static String hex(String text) {
    return java.util.HexFormat.of()
        .formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Test
  void callsAreForgottenAfterTheirDaysAndCountedAnew() throws Exception {
    String caller = stranger();
    board.call(given.get(7), caller);
    board.call(given.get(8), caller);
    Instant begun = board.bureau().clock().instant();
    board.bureau().forward(AliasTerms.LEAST - 1);
    CallForgetting forgetting = new CallForgetting(board.bureau().home.calls(), board.register());
    String kept = "select count(*) from alias_call where at <= '" + begun + "'";
    long before = count(kept);
    forgetting.round();
    assertThat(count(kept)).isEqualTo(before).isPositive();
    board.bureau().forward(2);
    new CallForgetting(board.bureau().home.calls(), board.register()).round();
    assertThat(count(kept)).isZero();
    assertThat(count("select count(*) from alias_rung")).isZero();
    board.call(given.get(7), caller);
    assertThat(shown().stream().filter(one -> one.lines() == 1)).isNotEmpty();
    board.bureau().forward(-AliasTerms.LEAST - 1);
  }
}
