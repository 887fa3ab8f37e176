package io.tidemark.server;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.ChainChanged;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.GrantDecided;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.PolicyChanged;
import io.tidemark.authorise.approval.Delegation;
import io.tidemark.authorise.approval.DelegationMade;
import io.tidemark.classify.Suspicion;
import io.tidemark.custody.Deposit;
import io.tidemark.custody.DepositReport;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.custody.Submission;
import io.tidemark.custody.members.Inviting;
import io.tidemark.custody.members.Leaving;
import io.tidemark.custody.members.Systems;
import io.tidemark.formats.settings.ChainFile;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.NewHome;
import io.tidemark.terms.China;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A home with a chain and 40 invented people in custody, founded once; each test starts servers of
 * its own on it, with a clock of its own. Accounts are per test: a person is invited anew.
 */
final class Town {
  static final int PEOPLE = 40;
  static final ServerSettings.Limits GENEROUS = new ServerSettings.Limits(10_000, 10_000, 10_000);
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: br-01, kind: branch, parent: hq, name: 成都分公司}
        - {id: ag-0001, kind: agent, parent: hq, name: 锦程代理}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
        - {id: chen.wei, party: hq, duties: [approver]}
        - {id: zhao.lei, party: hq, duties: [approver]}
        - {id: wang.fang, party: br-01, duties: [staff]}
        - {id: he.jun, party: br-01, duties: [staff]}
        - {id: sun.yue, party: hq, duties: [auditor]}
        - {id: lin.na, party: br-01, duties: [renewal-clerk]}
        - {id: ma.chao, party: br-01, duties: [claims-handler]}
        - {id: gu.yan, party: hq, duties: [call-agent]}
        - {id: renewal-app, party: br-01, duties: [system, staff]}
      grants:
        - to: ag-0001
          purpose: renewal-service
          columns: [姓名, 手机号, 车牌号, 厂牌型号, 地址, 终保日期]
          forms: {手机号: plain}
          people_at_most: 5000
          until: 2030-12-31
          approved_by: [liu.min, chen.wei]
      """;

  private static final DepositReport.Listing NOTHING_LISTED =
      new DepositReport.Listing() {
        @Override
        public void suspect(long line, FieldClass field, Suspicion suspicion) {
          // invented numbers are suspect
        }

        @Override
        public void progress(long rows) {
          // few
        }
      };

  private static Optional<Town> only = Optional.empty();

  final Home home;
  final List<Words> told = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final Policy policy = PolicyFile.builtIn();

  private Town(Path folder) throws Exception {
    this.folder = folder;
    this.home = Home.create(folder.resolve("home"), NewHome.usual(), System.getenv());
    home.journal()
        .record(
            register().begin("init", Actor.operator()).build(),
            new PolicyChanged(policy, PolicyFile.builtInFile().text()));
    SettingsFile file = SettingsFile.of("chain.yaml", CHAIN);
    ChainFile.Applied chain =
        ChainFile.read(file, Chain.EMPTY, policy, LocalDate.now(), ChainFile.Mode.FOUNDING);
    home.journal()
        .record(
            register().begin("chain", Actor.operator()).build(),
            new ChainChanged(chain.parties(), chain.people(), chain.grants(), file.text()));
    new Deposit(
            home.vault(),
            home.shelf(),
            home.corrections(),
            home.journal(),
            policy,
            register().clock())
        .deposit(Actor.operator(), people(), NOTHING_LISTED);
  }

  /** The town, founded when it is first needed. */
  static synchronized Town get() {
    try {
      if (only.isEmpty()) {
        Path folder =
            Files.createTempDirectory(
                "town-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Town town = new Town(folder);
        town.home.keepUntilClosed();
        Runtime.getRuntime().addShutdownHook(new Thread(town::leave));
        only = Optional.of(town);
      }
      return only.orElseThrow();
    } catch (Exception e) {
      throw new AssertionError("the town could not be founded", e);
    }
  }

  private void leave() {
    home.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  Register register() {
    return new Register(home.journal(), policy, java.time.Clock.systemUTC());
  }

  /** The name of the invented person of this number. */
  static String name(int number) {
    return "欧阳试" + "甲乙丙丁戊己庚辛壬癸".charAt(number % 10) + "〇一二三".charAt(number / 10);
  }

  static String mobile(int number) {
    return "1380013%04d".formatted(number);
  }

  static String policyNumber(int number) {
    return "PDAA2026%08d".formatted(number);
  }

  static String plate(int number) {
    return "川A%05d".formatted(10000 + number);
  }

  private static Submission people() {
    Stream<Submission.Row> rows =
        IntStream.range(0, PEOPLE)
            .mapToObj(
                number ->
                    new Submission.Row(
                        number + 2,
                        Map.of(
                            FieldClass.NAME, PersonalText.of(name(number)),
                            FieldClass.MOBILE, PersonalText.of(mobile(number)),
                            FieldClass.POLICY_NUMBER, PersonalText.of(policyNumber(number)),
                            FieldClass.PLATE, PersonalText.of(plate(number)),
                            FieldClass.EXPIRY,
                                PersonalText.of("2027-03-%02d".formatted(1 + number % 28)))));
    return new Submission("people.csv", Digest.sha256("people"), rows.iterator());
  }

  /** A server on this home with generous limits, on a free port. */
  Server serve(java.time.Clock clock) throws Exception {
    return serve(clock, GENEROUS);
  }

  Server serve(java.time.Clock clock, ServerSettings.Limits limits) throws Exception {
    return serve(home, clock, limits, ServerSettings.More.NONE);
  }

  /** A server on this or another home that does more. */
  Server serve(
      Home served, java.time.Clock clock, ServerSettings.Limits limits, ServerSettings.More more)
      throws Exception {
    return Server.start(
        served,
        new ServerSettings(
            "127.0.0.1",
            0,
            Optional.empty(),
            Duration.ofMinutes(30),
            limits,
            clock,
            told::add,
            more));
  }

  /** An invitation of a person, by a protection officer. */
  String invitation(String person) {
    Actor officer = Actor.person("liu.min", home.chain().chain()).orElseThrow();
    return new Inviting(register())
        .invite(officer, person, true, Duration.ofHours(1))
        .either(done -> done.what().token().text(), Town::refused);
  }

  /** The secret of a system, new each time. */
  String secret(String system) {
    return new Systems(register())
        .admit(Actor.operator(), home.chain().chain().person(system).orElseThrow())
        .either(done -> done.what().text(), Town::refused);
  }

  /** One more member, as {@code chain.yaml} has it. */
  void add(String person) throws Exception {
    apply("people: [" + person + "]");
  }

  /** A change of the chain. */
  void apply(String text) throws Exception {
    SettingsFile file = SettingsFile.of("chain.yaml", text);
    ChainFile.Applied chain =
        ChainFile.read(
            file, home.chain().chain(), policy, LocalDate.now(), ChainFile.Mode.PROPOSED);
    home.journal()
        .record(
            register().begin("chain", Actor.operator()).build(),
            new ChainChanged(chain.parties(), chain.people(), chain.grants(), file.text()));
  }

  /** Another policy, in force from now on. */
  void policy(String text) throws Exception {
    Policy next = PolicyFile.read(SettingsFile.of("policy.yaml", text));
    home.journal()
        .record(
            register().begin("policy", Actor.operator()).build(), new PolicyChanged(next, text));
  }

  /** Takes a grant back. */
  void revoke(String id) {
    Grant grant = home.chain().grant(new GrantId(id)).orElseThrow();
    home.journal()
        .record(
            register().begin("revocation", Actor.operator()).line("grant", id).build(),
            new GrantDecided(grant, grant.revoked()));
  }

  /** Lends a duty to approve from now until so many days later; yesterday ends the loan. */
  void lend(String from, String to, int days) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Delegation lent = new Delegation(from, to, China.day(now).plusDays(days), now);
    home.journal()
        .record(register().begin("delegation", Actor.operator()).build(), new DelegationMade(lent));
  }

  /** The rule by which this actor may not have that person leave; nothing once the person left. */
  Optional<String> leaves(String person, String actor) {
    Chain chain = home.chain().chain();
    return new Leaving(register())
        .leave(
            actor.equals(Actor.OPERATOR)
                ? Actor.operator()
                : Actor.person(actor, chain).orElseThrow(),
            chain,
            chain.person(person).orElseThrow(),
            home.isEnrolled(person),
            "a reason")
        .either(done -> Optional.empty(), refused -> Optional.of(refused.refusal().rule()));
  }

  private static String refused(Recorded.Refused<?> refused) {
    throw new AssertionError(refused.refusal().rule());
  }

  /**
   * The kinds of the entries from this size of the ledger on, but for what a server sums up when a
   * while is over.
   */
  List<String> kindsSince(long size) throws Exception {
    List<String> kinds = new ArrayList<>();
    for (byte[] entry : home.entries(size, 10_000)) {
      kinds.add(io.tidemark.ledger.Entry.parse(entry).kind());
    }
    kinds.removeIf("turned-away"::equals);
    return kinds;
  }

  /** A connection beside the server's, with the use of the database that it stands on. */
  record Beside(EmbeddedDatabase database, Connection connection) implements AutoCloseable {
    /** Runs one statement. */
    void run(String sql) throws Exception {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public void close() throws Exception {
      connection.close();
      database.close();
    }
  }

  Beside beside() throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.attach(home.folder().path());
    return new Beside(
        database,
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password()));
  }

  /** What tests before have failed at, some of them tomorrow, is forgotten. */
  void forgetFailures() throws Exception {
    try (Beside beside = beside()) {
      beside.run("delete from failure_series");
      beside.run("delete from pace");
    }
  }

  /** Until somebody waits for what this connection holds; each look is a query, bounded in time. */
  void awaitWaiting(Beside held) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String sql = "select count(*) from pg_locks where locktype = 'advisory' and not granted";
    while (System.nanoTime() < end) {
      try (Statement statement = held.connection().createStatement();
          java.sql.ResultSet row = statement.executeQuery(sql)) {
        row.next();
        if (row.getInt(1) > 0) {
          return;
        }
      }
    }
    throw new AssertionError("nobody waits");
  }

  /** Holds the ledger's sequencer, so that no entry is recorded until it is closed. */
  Beside stopTheLedger() throws Exception {
    Beside beside = beside();
    beside.run("select pg_advisory_lock(" + 0x74696465L + ")");
    return beside;
  }
}
