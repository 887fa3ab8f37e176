package io.tidemark.bench.calls;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.AliasTerms;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.CallTerms;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.bench.Ground;
import io.tidemark.bench.Stage;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.IncomingCall;
import io.tidemark.calls.line.Switchboard;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.custody.AliasNumbers;
import io.tidemark.custody.Register;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.China;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Tokens;
import io.tidemark.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A home with 500 parties that hold alias numbers of one batch, some of them for people in custody,
 * and its switchboard. The numbers come in as an operator brings them; who holds which is laid by
 * SQL in the order of the pool, as the disclosures would have it. To be closed.
 */
final class LineTown implements AutoCloseable {
  static final int PARTIES = 500;
  static final String CALLER = "02865551234";
  private static final long FIRST = 700_100_000_000_000L;
  private static final String PURPOSE = "renewal-service";

  private final Ground ground;
  private final Home home;
  private final Connection database;
  private final Switchboard board;
  private final int[] holder;

  /**
   * Lays it.
   *
   * @param lines how many numbers come in, in one batch
   * @param sizes how many each party was given, in this order; the first of them stand for people
   */
  LineTown(Stage stage, int lines, int[] sizes, int people) throws Exception {
    Path folder = Files.createDirectories(stage.folder().resolve("lines"));
    StringBuilder chain =
        new StringBuilder("parties:\n  - {id: hq, kind: insurer, name: 示例财险总公司}\n");
    for (int party = 0; party < PARTIES; party++) {
      chain.append("  - {id: p-%d, kind: agent, parent: hq, name: 代理%d}\n".formatted(party, party));
    }
    chain.append(
        "people:\n  - {id: liu.min, party: hq, duties: [protection-officer]}\ngrants: []\n");
    Files.writeString(folder.resolve("chain.yaml"), chain);
    Path portfolio = folder.resolve("portfolio.csv");
    PortfolioFile.write(
        portfolio,
        StandardCharsets.UTF_8,
        PortfolioGenerator.COLUMNS,
        new PortfolioGenerator(stage.seed(), people, Untidiness.none()).rows());
    ground = Ground.init(stage, folder);
    ground.shell().expect(List.of(0, 6), "deposit", portfolio.toString());
    home = Home.open(folder.resolve("home"), System.getenv());
    database = ground.connection();
    Vault vault = home.vault();
    Policy policy = open(policy());
    Register register = new Register(home.journal(), policy, Clock.systemUTC());
    Chain parties = home.chain().chain();
    AliasNumbers pool = Workshops.aliases(home, vault);
    pool.add(Actor.operator(), pool.sort(numbers(lines), China.day(Instant.now())), "ax", register);
    Workshops.partyNumbers(home, vault)
        .add(Actor.operator(), "p-0", List.of(PersonalText.of(CALLER)), register);
    lay(sizes);
    holder = holders(vault.tokens(), lines);
    board =
        Workshops.switching(
            home, vault, register, new Authority(policy, parties, home.disclosures()), parties);
  }

  private static List<PersonalText> numbers(int lines) {
    return IntStream.range(0, lines).mapToObj(n -> PersonalText.of(number(n))).toList();
  }

  private static String number(int line) {
    return Long.toString(FIRST + line);
  }

  private Policy policy() throws Exception {
    return PolicyFile.read(SettingsFile.of("policy.yaml", home.policies().current().orElseThrow()));
  }

  /** The home's policy, but that the holder may call whenever and as often as it likes. */
  private static Policy open(Policy policy) {
    CallTerms.Rule rule =
        new CallTerms.Rule(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 1_000_000, 1_000_000, false);
    CallTerms usual = policy.aliases().calls();
    return new Policy(
        policy.version(),
        policy.digest(),
        policy.fields(),
        policy.kinds(),
        policy.combinations(),
        policy.purposes(),
        policy.allowances(),
        policy.approvals(),
        policy.glass(),
        policy.demands(),
        policy.honeyShare(),
        policy.bound(),
        policy.lookUps(),
        policy.naming(),
        policy.notices(),
        policy.retention(),
        new AliasTerms(
            policy.aliases().restDays(),
            new CallTerms(rule, Map.of(), usual.others(), usual.keepDays(), usual.probes())),
        policy.screens());
  }

  private void lay(int[] sizes) throws SQLException {
    try (Statement lay = database.createStatement()) {
      lay.execute(
          "insert into alias_holder (party, purpose) select 'p-' || n, '"
              + PURPOSE
              + "' from generate_series(0, "
              + (PARTIES - 1)
              + ") n order by n");
      lay.execute("create temporary table size (party text, first bigint, last bigint)");
      long given = 0;
      for (int party = 0; party < sizes.length; party++) {
        lay.execute(
            "insert into size values ('p-%d', %d, %d)"
                .formatted(party, given + 1, given + sizes[party]));
        given += sizes[party];
      }
      lay.execute(
          """
          insert into alias_binding (number, holder, person, begun, until)
          select f.number, h.id, coalesce(p.key, gen_random_uuid()), 1, current_date + 150
            from (select number, row_number() over (order by turn) as n from alias_free) f
            join size s on f.n between s.first and s.last
            join alias_holder h on h.party = s.party
            left join (select key, row_number() over (order by key) as n from person) p on p.n = f.n
          """);
      lay.execute("delete from alias_free where number in (select number from alias_binding)");
      lay.execute(
          """
          insert into alias_share (batch, party, given)
          select n.batch, h.party, count(*) from alias_binding b
            join alias_number n on n.id = b.number join alias_holder h on h.id = b.holder
           group by 1, 2
          """);
      lay.execute("analyze alias_number, alias_binding, alias_share, locator, record");
    }
  }

  /** The party of each line, or -1: the shuffle of the pool decided it. */
  private int[] holders(Tokens tokens, int lines) throws SQLException {
    Map<Long, Integer> byToken = new HashMap<>();
    try (Statement select = database.createStatement();
        ResultSet rows =
            select.executeQuery(
                "select n.token, substr(h.party, 3)::integer from alias_binding b"
                    + " join alias_number n on n.id = b.number"
                    + " join alias_holder h on h.id = b.holder")) {
      while (rows.next()) {
        byToken.put(rows.getLong(1), rows.getInt(2));
      }
    }
    int[] holders = new int[lines];
    for (int line = 0; line < lines; line++) {
      holders[line] =
          byToken.getOrDefault(tokens.locator(Locator.MOBILE, PersonalText.of(number(line))), -1);
    }
    return holders;
  }

  /** The lines of a party, by their numbers. */
  int[] linesOf(int party) {
    return IntStream.range(0, holder.length).filter(line -> holder[line] == party).toArray();
  }

  /** One call, answered. */
  CallAnswer call(int line, String caller) {
    return board.answer(
        new IncomingCall(
            PersonalText.of(number(line)),
            Optional.of(PersonalText.of(caller)),
            Instant.now(),
            UUID.randomUUID().toString()));
  }

  /** The parties that were named so far, each as often as it was. */
  List<String> named() throws SQLException {
    List<String> named = new ArrayList<>();
    try (Statement select = database.createStatement();
        ResultSet rows =
            select.executeQuery("select party from alias_suspect where named is not null")) {
      while (rows.next()) {
        named.add(rows.getString(1));
      }
    }
    return named;
  }

  /** The highest evidence of anybody, as a logarithm. */
  double highest() throws SQLException {
    try (Statement select = database.createStatement();
        ResultSet row =
            select.executeQuery("select coalesce(max(highest), 0) from alias_suspect")) {
      row.next();
      return row.getDouble(1);
    }
  }

  /** Forgets all calls, so that the next figure begins anew. */
  void forget() throws SQLException {
    try (Statement delete = database.createStatement()) {
      delete.execute("truncate alias_caller, alias_rung, alias_suspect, alias_call");
    }
  }

  /** A percentile of times, in milliseconds. */
  static double percentile(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
  }

  @Override
  public void close() throws SQLException {
    database.close();
    home.close();
    ground.close();
  }
}
