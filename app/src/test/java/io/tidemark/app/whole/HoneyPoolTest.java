package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.app.Session;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.chainsim.chain.SampleWorld;
import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.custody.Disclosure;
import io.tidemark.disclose.Copies;
import io.tidemark.disclose.CopyRecorded;
import io.tidemark.disclose.HoneyNumberTaken;
import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Bundle;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.formats.bundle.Content;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.trace.RecordedDisclosure;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Locator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;

/**
 * Honey customers with numbers that the operator monitors: each number goes to one disclosure and
 * never again, names it with what stands beside it, and stands nowhere in plain text. One home goes
 * through the tests in their order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HoneyPoolTest {
  private static final String COLUMNS = "姓名,手机号,车牌号,厂牌型号,地址,终保日期";
  private static final int NUMBERS = 240;

  private final List<Desk.Said> said = new ArrayList<>();
  private final Set<String> pool = new HashSet<>();
  private Path folder = Path.of(".");
  private Desk desk = new Desk(Path.of("."));
  private String key = "";
  private Set<String> given = new HashSet<>();

  private static String number(int n) {
    return String.format("188%08d", 31 * n + 70_000_007);
  }

  @BeforeAll
  void aHomeWithAPool(@TempDir Path temporary) throws Exception {
    folder = temporary;
    SampleWorld.write(folder, 11, 600);
    desk = new Desk(folder.resolve("home"));
    key = desk.json(0, "init", "--chain", path("chain.yaml")).get("public_key").asString();
    desk.json(0, "deposit", path("portfolio.csv"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private JsonNode json(int status, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.add("--json");
    Desk.Said answer = desk.type(args.toArray(String[]::new)).ends(status);
    said.add(answer);
    return answer.json();
  }

  private static String digits(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
        .replaceAll("[^0-9]", "");
  }

  private int mobile(LeakedTable table) {
    return table.headings().indexOf("手机号");
  }

  /** The rows of a copy whose number is of the pool. */
  private List<List<String>> ringing(LeakedTable table) {
    return table.rows().stream()
        .filter(row -> pool.contains(digits(row.get(mobile(table)))))
        .toList();
  }

  private JsonNode release(String to, int honey, String out) {
    return json(
        0,
        "disclose",
        "--to",
        to,
        "--purpose",
        "renewal-service",
        "--columns",
        COLUMNS,
        "--subjects",
        path("subjects/" + to + ".csv"),
        "--honey",
        String.valueOf(honey),
        "--out",
        path(out));
  }

  @Test
  @Order(1)
  void aBatchIsSortedOutRecordedAndAQuarterOfItKeptBack() throws Exception {
    LeakedTable portfolio = Company.read(folder.resolve("portfolio.csv"));
    String customer =
        portfolio.rows().stream()
            .map(row -> digits(row.get(mobile(portfolio))))
            .filter(text -> text.matches("1[3-9][0-9]{9}"))
            .findFirst()
            .orElseThrow();
    List<String> lines = new ArrayList<>(List.of("# 监听号码", "", "15412345678", "12345", customer));
    IntStream.range(0, NUMBERS).mapToObj(HoneyPoolTest::number).forEach(pool::add);
    lines.addAll(pool);
    lines.add("+86 " + number(3));
    Path file = Files.write(folder.resolve("numbers.txt"), lines);
    JsonNode answer = json(0, "honey", "pool", "add", file.toString());
    assertThat(answer.get("added").asInt()).isEqualTo(NUMBERS);
    assertThat(answer.get("kept_back").asInt()).isEqualTo(NUMBERS / 4);
    assertThat(answer.get("unsound").asInt()).isEqualTo(2);
    assertThat(answer.get("in_custody").asInt()).isEqualTo(1);
    assertThat(answer.get("twice").asInt()).isEqualTo(1);
    said.add(desk.type("honey", "pool", "add", file.toString()));
    said.get(said.size() - 1).ends(3).because("at least 4 usable numbers", NUMBERS + 1 + " twice");
    Files.delete(file);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      assertThat(Ledgers.of(home).values("honey-pool", "numbers"))
          .containsExactly(String.valueOf(NUMBERS));
    }
  }

  @Test
  @Order(2)
  void noNumberGoesToTwoOfManyReleasesAtTheSameTime() throws Exception {
    JsonNode released = json(0, "disclose", "--plan", path("plan.yaml"), "--honey", "2");
    int ringing = 0;
    for (JsonNode one : released.get("disclosures")) {
      LeakedTable table = Company.read(Path.of(one.get("file").asString()));
      if (mobile(table) >= 0) {
        List<List<String>> honey = ringing(table);
        assertThat(honey).hasSize(one.get("honey_ringing").asInt());
        honey.forEach(row -> assertThat(given.add(digits(row.get(mobile(table))))).isTrue());
        ringing += honey.size();
        assertThat(one.get("honey_pool_short").asBoolean()).isFalse();
      }
    }
    assertThat(ringing).isGreaterThan(60);
    JsonNode counts = json(0, "honey", "pool", "show");
    assertThat(counts.get("given").asInt()).isEqualTo(ringing);
    assertThat(counts.get("free").asInt() + counts.get("spent").asInt())
        .isEqualTo(NUMBERS * 3 / 4 - ringing);
  }

  @Test
  @Order(3)
  void aLeakedRowNamesItsDisclosureAndTheEvidenceStandsUntilADigitIsFlipped() throws Exception {
    for (String to : List.of("ag-0001", "ag-0002")) {
      JsonNode done = release(to, 2, to + ".csv");
      LeakedTable table = Company.read(folder.resolve(to + ".csv"));
      List<List<String>> rows = ringing(table);
      assertThat(rows).hasSize(2);
      rows.forEach(row -> assertThat(given.add(digits(row.get(mobile(table))))).isTrue());
      Path csv = folder.resolve(to + "-leak.csv");
      FileShape.UTF8.write(csv, new LeakedTable(table.headings(), rows.subList(1, 2)));
      JsonNode answer = json(0, "trace", csv.toString());
      assertThat(answer.get("verdict").asString()).isEqualTo("named");
      assertThat(answer.get("accused").get(0).get("party").asString()).isEqualTo(to);
      assertThat(answer.get("accused").get(0).get("disclosure").asString())
          .isEqualTo(done.get("disclosure").asString());
      Path bundle = folder.resolve(to + ".zip");
      json(0, "evidence", answer.get("case").asString(), "--out", bundle.toString());
      Desk.say(List.of("verify", bundle.toString(), "--key", key, "--lang", "en"))
          .ends(0)
          .because("The bundle is valid.");
      assertThat(failed(bundle, numbers -> numbers)).isEmpty();
      assertThat(failed(bundle, HoneyPoolTest::flipped)).contains("recipient-key");
      assertThat(failed(bundle, n -> new PoolNumbers(n.numbers(), n.kept() + 1000)))
          .contains("recipient-key", "score");
      assertThat(failed(bundle, n -> PoolNumbers.NONE)).contains("recipient-key", "score");
    }
  }

  @Test
  @Order(4)
  void aCallToANumberAloneSpeaksForItsPartyAndDoesNotNameIt() throws Exception {
    LeakedTable table = Company.read(folder.resolve("ag-0002.csv"));
    String number = ringing(table).get(0).get(mobile(table));
    Path post = Files.writeString(folder.resolve("call.txt"), "来电 " + number + "\n");
    JsonNode answer = json(1, "trace", post.toString());
    assertThat(answer.get("verdict").asString()).isNotEqualTo("named");
    assertThat(answer.get("accused")).isEmpty();
    assertThat(answer.get("candidates").get(0).get("party").asString()).isEqualTo("ag-0002");
  }

  private static PoolNumbers flipped(PoolNumbers numbers) {
    List<PersonalText> other = new ArrayList<>(numbers.numbers());
    String first = other.get(0).reveal(Reveal.EVIDENCE);
    other.set(0, PersonalText.of(first.substring(0, 10) + (first.charAt(10) == '3' ? '4' : '3')));
    return new PoolNumbers(other, numbers.kept());
  }

  private List<String> failed(Path bundle, java.util.function.UnaryOperator<PoolNumbers> change)
      throws Exception {
    Content content = BundleFile.read(bundle).content();
    Bundle old = content.bundle();
    List<Accused> accused =
        old.accused().stream()
            .map(
                one ->
                    new Accused(
                        one.party(),
                        one.recipientKey(),
                        one.copies().stream().map(copy -> changed(copy, change)).toList()))
            .toList();
    Bundle forged =
        new Bundle(
            old.file(), old.fileDigest(), accused, old.attribution(), old.inquiry(), old.ledger());
    Path target = folder.resolve("forged.zip");
    try (OutputStream out = Files.newOutputStream(target);
        Home home = Home.open(desk.home(), System.getenv())) {
      BundleFile.write(
          out,
          new Content(forged, content.places(), content.html(), content.pdf()),
          home.keys().key(KeyRing.Use.MANIFEST));
    }
    List<String> failed = new ArrayList<>();
    JsonNode checks =
        Desk.say(List.of("verify", target.toString(), "--key", key, "--json", "--lang", "en"))
            .json()
            .get("checks");
    for (JsonNode check : checks) {
      if (check.get("needed").asBoolean() && !check.get("ok").asBoolean()) {
        failed.add(check.get("name").asString());
      }
    }
    return failed;
  }

  private static Accused.Copy changed(
      Accused.Copy copy, java.util.function.UnaryOperator<PoolNumbers> change) {
    PoolNumbers numbers =
        copy.numbers().numbers().isEmpty() ? copy.numbers() : change.apply(copy.numbers());
    return new Accused.Copy(
        copy.disclosure(),
        copy.entry(),
        copy.release(),
        copy.honeyKey(),
        numbers,
        copy.rebuiltRows(),
        copy.people());
  }

  @Test
  @Order(5)
  void aReleaseThatDoesNotArriveSpendsItsNumbers() throws Exception {
    JsonNode before = json(0, "honey", "pool", "show");
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Session session =
          new Session(home, Session.policyOf(home), home.chain().chain(), Actor.operator());
      List<Long> next = home.honeyNumbers().next(3).stream().map(n -> n.token()).toList();
      List<RecordedDisclosure> delivered =
          home.disclosures().ofParty("ag-0001", home.journal().size());
      long customers = home.disclosures().honey(home.journal().size());
      Disclosure failing =
          new Disclosure(
              session.vault(),
              home.journal(),
              session.workshop(),
              home.consents(),
              (id, target, columns) -> {
                throw new IOException("the disk is gone");
              },
              session.policy(),
              session.clock());
      assertThatThrownBy(() -> failing.disclose(order(session))).hasMessage("the disk is gone");
      assertThat(home.disclosures().ofParty("ag-0001", home.journal().size())).isEqualTo(delivered);
      assertThat(home.disclosures().honey(home.journal().size())).isEqualTo(customers);
      assertThat(home.disclosures().disclosures(RoaringBitmap.bitmapOfRange(0, 10_000)))
          .filteredOn(one -> one.party().equals("ag-0001"))
          .isEqualTo(delivered);
      assertThat(home.honeyNumbers().next(NUMBERS).stream().map(n -> n.token()))
          .doesNotContainAnyElementsOf(next);
    }
    JsonNode after = json(0, "honey", "pool", "show");
    assertThat(after.get("free").asInt()).isEqualTo(before.get("free").asInt() - 3);
    assertThat(after.get("spent").asInt()).isEqualTo(before.get("spent").asInt() + 3);
    assertThat(after.get("given").asInt()).isEqualTo(before.get("given").asInt());
  }

  private static Disclosure.Order order(Session session) {
    Ask ask =
        new Ask(
            session.actor().id(),
            "ag-0001",
            "renewal-service",
            List.of(FieldClass.NAME, FieldClass.MOBILE, FieldClass.ADDRESS),
            2);
    return new Disclosure.Order(
        session.actor(),
        ask,
        session.authority().release(session.actor(), ask, session.clock().instant()),
        RoaringBitmap.bitmapOf(1, 2),
        3,
        "/nowhere/copy.csv");
  }

  /** A copy whose number another release records while this one is being written. */
  private static final class Overtaken implements Copies.Draft {
    private final Session session;
    private final DisclosureId other;
    private final List<CopyRecorded.HoneyToken> seen = new ArrayList<>();
    private boolean released;

    Overtaken(Session session, DisclosureId other) {
      this.session = session;
      this.other = other;
    }

    @Override
    public void row(List<PersonalText> cells) {
      PersonalText mobile = PersonalText.of(digits(cells.get(1).reveal(Reveal.RELEASE)));
      long token = session.vault().tokens().locator(Locator.MOBILE, mobile);
      if (session.home().shelf().find(Locator.MOBILE, List.of(token)).isEmpty()) {
        seen.add(new CopyRecorded.HoneyToken(Locator.MOBILE, seen.size(), token));
      }
    }

    @Override
    public Digest finish() {
      Entry entry = Entry.of("release").line("time", session.clock().instant()).build();
      session.home().journal().record(entry, new CopyRecorded(other, Digest.sha256("x"), seen));
      return Digest.sha256("y");
    }

    @Override
    public void release() {
      released = true;
    }

    @Override
    public void close() {}
  }

  @Test
  @Order(6)
  void ofTwoReleasesWithOneNumberTheSecondIsNotDelivered() throws Exception {
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Session session =
          new Session(home, Session.policyOf(home), home.chain().chain(), Actor.operator());
      Set<String> lost = Ledgers.of(home).values("non-delivery", "disclosure");
      Overtaken draft = new Overtaken(session, new DisclosureId(lost.iterator().next()));
      Disclosure second =
          new Disclosure(
              session.vault(),
              home.journal(),
              session.workshop(),
              home.consents(),
              (id, target, columns) -> draft,
              session.policy(),
              session.clock());
      assertThatThrownBy(() -> second.disclose(order(session)))
          .isInstanceOf(HoneyNumberTaken.class);
      assertThat(draft.seen).isNotEmpty();
      assertThat(draft.released).isFalse();
      assertThat(Ledgers.of(home).values("non-delivery", "disclosure")).hasSize(lost.size() + 1);
    }
  }

  @Test
  @Order(7)
  void anEmptyPoolIsSaidAndTheOthersCannotRing() throws Exception {
    int free = json(0, "honey", "pool", "show").get("free").asInt();
    JsonNode done = release("ag-0003", free + 5, "last.csv");
    assertThat(done.get("honey_pool_short").asBoolean()).isTrue();
    assertThat(done.get("honey_ringing").asInt()).isBetween(1, free);
    LeakedTable table = Company.read(folder.resolve("last.csv"));
    List<List<String>> rows = ringing(table);
    assertThat(rows).hasSize(done.get("honey_ringing").asInt());
    rows.forEach(row -> assertThat(given.add(digits(row.get(mobile(table))))).isTrue());
    assertThat(table.rows())
        .filteredOn(row -> digits(row.get(mobile(table))).startsWith("154"))
        .hasSize(free + 5 - rows.size());
    said.add(
        desk.type(
            "disclose",
            "--to",
            "ag-0004",
            "--purpose",
            "renewal-service",
            "--columns",
            COLUMNS,
            "--subjects",
            path("subjects/ag-0004.csv"),
            "--honey",
            "2",
            "--out",
            path("none.csv")));
    said.get(said.size() - 1).ends(0).because("2 honey customers have one that cannot ring");
  }

  @Test
  @Order(8)
  void noNumberStandsInPlainTextInTheHomeOrInWhatWasSaid() throws Exception {
    Needles needles = new Needles(pool);
    Path found = Files.writeString(folder.resolve("found.txt"), number(5) + " " + number(6));
    assertThat(needles.in(found)).hasSize(2);
    assertThat(desk.home().resolve("database/data/postmaster.pid")).doesNotExist();
    for (Path file : Folders.files(desk.home())) {
      assertThat(needles.in(file)).as("%s", file).isEmpty();
    }
    for (Desk.Said one : said) {
      assertThat(needles.in(Files.writeString(found, one.out() + one.err()))).isEmpty();
    }
  }
}
