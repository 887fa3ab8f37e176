package io.tidemark.app.whole;

import io.tidemark.app.Session;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.custody.Aliasing;
import io.tidemark.custody.Disclosure;
import io.tidemark.custody.Register;
import io.tidemark.disclose.Copies;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An open home with three agents who get alias numbers, a pool, and a clock that can be set
 * forward.
 */
final class Bureau implements AutoCloseable {
  static final int PEOPLE = 24;
  static final List<String> AGENTS = List.of("ag-01", "ag-02", "ag-03");
  static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: ag-01, kind: agent, parent: hq, name: 锦程代理}
        - {id: ag-02, kind: agent, parent: hq, name: 远航代理}
        - {id: ag-03, kind: agent, parent: hq, name: 顺风代理}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
        - {id: chen.wei, party: hq, duties: [approver]}
      grants:
      """
          + AGENTS.stream()
              .map(
                  agent ->
                      """
                        - to: %s
                          purpose: renewal-service
                          columns: [保单号, 手机号, 姓名, 车牌号, 厂牌型号, 地址, 终保日期]
                          forms: {手机号: alias}
                          people_at_most: 5000
                          until: 2099-12-31
                          approved_by: [liu.min, chen.wei]
                      """)
              .collect(Collectors.joining())
              .formatted(AGENTS.toArray());

  final Home home;
  final Session session;
  final JdbcClient database;
  final Desk desk;
  private Duration ahead = Duration.ZERO;

  /** Of so many numbers one in twenty is kept back. */
  Bureau(Path folder, int numbers) throws Exception {
    desk = laid(folder, PEOPLE);
    long first = 700_100_000_000_000L;
    desk.json(
        0, "aliases", "pool", "add", first + "-" + (first + numbers - 1), "--line", "ax-platform");
    home = Home.open(desk.home(), System.getenv());
    session = new Session(home, Session.policyOf(home), home.chain().chain(), Actor.operator());
    database =
        JdbcClient.create(
            new DriverManagerDataSource(
                home.embedded().orElseThrow().jdbcUrl(),
                home.embedded().orElseThrow().user(),
                home.embedded().orElseThrow().password()));
  }

  /** A home with that chain and so many policies, {@code home} in this folder. */
  static Desk laid(Path folder, int policies) throws Exception {
    Path chain = Files.writeString(folder.resolve("chain.yaml"), CHAIN);
    Desk desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", chain.toString());
    Path portfolio = folder.resolve("portfolio.csv");
    PortfolioFile.write(
        portfolio,
        StandardCharsets.UTF_8,
        PortfolioGenerator.COLUMNS,
        new PortfolioGenerator(9, policies, Untidiness.none()).rows().limit(policies));
    desk.json(0, "deposit", portfolio.toString());
    return desk;
  }

  Clock clock() {
    return Clock.fixed(Instant.now().plus(ahead), ZoneOffset.UTC);
  }

  LocalDate today() {
    return io.tidemark.terms.China.day(clock().instant());
  }

  void forward(int days) {
    ahead = ahead.plusDays(days);
  }

  Aliasing aliasing() {
    return new Aliasing(
        new Register(home.journal(), session.policy(), clock()),
        session.aliasNumbers(),
        home.aliases());
  }

  /** Whom each record is about. */
  Map<Integer, UUID> people() {
    return database
        .sql("select id, person from record")
        .query((row, n) -> Map.entry(row.getInt(1), row.getObject(2, UUID.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  long free() {
    return database.sql("select count(*) from alias_free").query(Long.class).single();
  }

  /** What an agent got: its numbers in the order of the records, or why not. */
  record Got(List<String> numbers, String refused, String why) {}

  Got release(String to, RoaringBitmap records, Copies copies, List<String> seen)
      throws IOException {
    Ask ask =
        new Ask(
            session.actor().id(),
            to,
            "renewal-service",
            List.of(FieldClass.POLICY_NUMBER, FieldClass.MOBILE),
            records.getCardinality());
    Disclosure disclosure =
        new Disclosure(
            session.vault(),
            home.journal(),
            session.workshop(),
            home.consents(),
            copies,
            session.policy(),
            clock());
    return disclosure
        .disclose(
            new Disclosure.Order(
                session.actor(),
                ask,
                session.authority().release(session.actor(), ask, clock().instant()),
                records,
                0,
                "/nowhere/copy.csv"))
        .either(
            released -> new Got(List.copyOf(seen), "", ""),
            refused ->
                new Got(List.of(), refused.refusal().rule(), refused.refusal().reason().en()));
  }

  Got release(String to, RoaringBitmap records) throws IOException {
    List<String> seen = new ArrayList<>();
    return release(to, records, (id, target, columns) -> new Seen(seen), seen);
  }

  /** A copy that is read as it is written. */
  private record Seen(List<String> numbers) implements Copies.Draft {
    @Override
    public void row(List<PersonalText> cells) {
      numbers.add(cells.get(1).reveal(Reveal.RELEASE));
    }

    @Override
    public Digest finish() {
      return Digest.sha256(String.join(" ", numbers));
    }

    @Override
    public void release() {
      // it is read already
    }

    @Override
    public void close() {
      // nothing was opened
    }
  }

  @Override
  public void close() {
    home.close();
  }
}
