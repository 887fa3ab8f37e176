package io.tidemark.store.register;

import io.tidemark.custody.calls.HeardCalls;
import io.tidemark.disclose.SealedNumber;
import io.tidemark.trace.Bound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was heard on alias numbers, counted. Thread-safe. */
public final class CallCounts implements HeardCalls {
  private static final double DAY = Duration.ofDays(1).toMillis();

  /** Lines by whether they are kept back, free, or given, with what rang on them. */
  private static final String RATES =
      """
      with heard as (
        select number, count(*) as calls from alias_call
         where heard in ('OTHER', 'BACKGROUND') group by number)
      select case when n.held then 'control' when b.number is null then 'free' else 'given' end,
             count(*), count(h.number), coalesce(sum(h.calls), 0)
        from alias_number n
        left join heard h on h.number = n.id
        left join (select distinct number from alias_binding
                    where ended is null or rests is not null) b on b.number = n.id
       group by 1
      """;

  private static final String BY_LINES =
      """
      select case when lines = 1 then 1 when lines < 4 then 2 when lines < 10 then 4
                  when lines < 100 then 10 else 100 end, count(*)
        from (select sum(rung) as lines from alias_rung group by caller) c group by 1
      """;

  private static final String BY_PARTY =
      """
      select h.party,
             count(c.id) filter (where c.heard = 'HOLDER' and c.did = 'FORWARDED'),
             count(c.id) filter (where c.heard = 'HOLDER' and c.did <> 'FORWARDED'),
             count(c.id) filter (where c.heard = 'PERSON'),
             count(c.id) filter (where c.heard = 'OTHER'),
             (select count(*) from alias_suspect s where s.party = h.party and s.named is not null)
        from alias_call c
        join alias_binding b on b.number = c.number and b.begun = c.begun
        join alias_holder h on h.id = b.holder
       group by h.party order by h.party
      """;

  private static final String SUSPECTS =
      """
      select c.token, c.box,
             array(select party from alias_own_caller o where o.token = c.token order by party),
             (select sum(rung) from alias_rung r where r.caller = c.token),
             s.party, s.lines, s.highest, c.last, s.named,
             (select count(distinct party) from alias_holder)
        from alias_suspect s join alias_caller c on c.token = s.caller
       order by s.highest desc, c.token, s.party offset ? limit ?
      """;

  private final JdbcClient database;

  /** Counts in this database. */
  public CallCounts(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Lines of one kind. */
  private record Lines(String kind, int lines, int rung, long calls) {}

  @Override
  public Summary summary(Instant now) {
    Optional<Instant> since =
        database
            .sql("select min(at) from alias_call")
            .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
            .single()
            .map(OffsetDateTime::toInstant);
    double days = since.map(first -> Duration.between(first, now).toMillis() / DAY).orElse(0.0);
    Map<String, Rate> rates = new LinkedHashMap<>();
    database
        .sql(RATES)
        .query(
            (row, n) -> new Lines(row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4)))
        .list()
        .forEach(
            one ->
                rates.put(
                    one.kind(),
                    new Rate(one.lines(), one.rung(), one.calls(), one.lines() * days)));
    Rate none = new Rate(0, 0, 0, 0);
    return new Summary(
        since,
        rates.getOrDefault("control", none),
        rates.getOrDefault("free", none),
        rates.getOrDefault("given", none),
        byLines(),
        count(
            "select count(*) from alias_call where caller is null"
                + " and heard in ('OTHER', 'BACKGROUND')"),
        (int) count("select count(distinct party) from alias_holder"));
  }

  private Map<Integer, Long> byLines() {
    Map<Integer, Long> byLines = new LinkedHashMap<>();
    database
        .sql(BY_LINES)
        .query(
            row -> {
              byLines.put(row.getInt(1), row.getLong(2));
            });
    return byLines;
  }

  private long count(String sql) {
    return database.sql(sql).query(Long.class).single();
  }

  @Override
  public List<OfParty> byParty() {
    return database
        .sql(BY_PARTY)
        .query(
            (row, n) ->
                new OfParty(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        .list();
  }

  @Override
  public List<Suspect> suspects(int passedOver, int most) {
    return database
        .sql(SUSPECTS)
        .params(List.of(passedOver, most))
        .query(CallCounts::suspect)
        .list();
  }

  private static Suspect suspect(ResultSet row, int n) throws SQLException {
    long named = row.getLong(9);
    Optional<Long> entry = row.wasNull() ? Optional.empty() : Optional.of(named);
    return new Suspect(
        new SealedNumber(row.getLong(1), row.getBytes(2), false, 0),
        new ArrayList<>(Sql.texts(row.getArray(3))),
        row.getLong(4),
        row.getString(5),
        row.getInt(6),
        Bound.of(row.getInt(10), row.getDouble(7)),
        row.getObject(8, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toInstant(),
        entry);
  }

  @Override
  public Map<String, Integer> callers() {
    Map<String, Integer> callers = new LinkedHashMap<>();
    database
        .sql("select party, count(*) from alias_own_caller group by party order by party")
        .query(
            row -> {
              callers.put(row.getString(1), row.getInt(2));
            });
    return callers;
  }
}
