package io.tidemark.store.register;

import io.tidemark.authorise.Overtaken;
import io.tidemark.calls.line.Heard;
import io.tidemark.calls.line.TurnedAway;
import io.tidemark.custody.calls.CallBook;
import io.tidemark.disclose.SealedNumber;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.store.journal.Changes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls to alias numbers. Thread-safe, over all nodes. */
public final class CallTables implements CallBook {
  /** The binding that holds a number, or held it last while it rests; it may have none. */
  private static final String CALLED =
      """
      select n.id, n.line, b.begun, h.party, h.purpose, b.ended is null, b.until, b.probe, b.only_caller,
             case when b.day = :day then b.today else 0 end, b.tries,
             exists (select 1 from alias_own_caller o where o.party = h.party and o.token = :caller),
             exists (select 1 from locator l join record r on r.id = l.record
                      where l.token = :caller and r.person = b.person),
             array(select r.id from record r where r.person = b.person
                    order by (select max(v.entry) from record_version v where v.record = r.id) desc
                    limit 4),
             c.heard, c.begun, c.did, c.why
        from alias_number n
        left join lateral (select * from alias_binding
                            where number = n.id and (ended is null or rests is not null)
                            order by begun desc limit 1) b on true
        left join alias_holder h on h.id = b.holder
        left join alias_call c on c.id = :call
       where n.token = :number
      """;

  private static final String SUSPICION =
      """
      select s.caller, s.party, s.lines, s.highest,
             (select count(distinct party) from alias_holder), s.last
        from alias_suspect s
       where s.named is null
      """;

  private final JdbcClient database;
  private final DataSource source;

  /** The tables in this database. */
  public CallTables(DataSource database) {
    this.database = JdbcClient.create(database);
    this.source = database;
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(Answered.class, CallChanges::answered)
        .with(Named.class, CallTables::named)
        .with(CallersChanged.class, CallTables::callers)
        .with(Forgotten.class, CallTables::forget);
  }

  @Override
  public Optional<Called> called(long number, OptionalLong caller, UUID call, LocalDate day) {
    return database
        .sql(CALLED)
        .param("number", number)
        .param("caller", orNull(caller), java.sql.Types.BIGINT)
        .param("call", call)
        .param("day", day)
        .query(CallTables::called)
        .optional();
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static Called called(ResultSet row, int n) throws SQLException {
    long begun = row.getLong(3);
    Optional<Bound> bound =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Bound(
                    new AliasBook.Holder(row.getString(4), row.getString(5)),
                    begun,
                    row.getBoolean(6),
                    row.getObject(7, LocalDate.class),
                    row.getBoolean(8),
                    optional(row, 9),
                    row.getInt(10),
                    row.getInt(11),
                    row.getBoolean(12),
                    row.getBoolean(13),
                    records((Integer[]) row.getArray(14).getArray())));
    return new Called(row.getInt(1), row.getString(2), bound, before(row));
  }

  private static OptionalLong optional(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static RoaringBitmap records(Integer[] ids) {
    return RoaringBitmap.bitmapOf(Arrays.stream(ids).mapToInt(Integer::intValue).toArray());
  }

  private static Optional<Before> before(ResultSet row) throws SQLException {
    String heard = row.getString(15);
    if (heard == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Before(
            Heard.valueOf(heard),
            optional(row, 16).orElse(-1),
            Did.valueOf(row.getString(17)),
            Optional.ofNullable(row.getString(18)).map(TurnedAway::valueOf)));
  }

  @Override
  public void background(Call call) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Sql.run(connection, "set local synchronous_commit = off");
        CallChanges.keep(connection, null, call);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a call could not be kept", e);
    }
  }

  @Override
  public Optional<Suspicion> suspicion(long caller, String party) {
    return database
        .sql(SUSPICION + " and s.caller = ? and s.party = ?")
        .params(List.of(caller, party))
        .query(CallTables::suspicion)
        .optional();
  }

  @Override
  public List<Suspicion> unnamed(double logEvidence, int most) {
    return database
        .sql(SUSPICION + " and s.highest >= ? order by s.highest desc limit ?")
        .params(List.of(logEvidence, most))
        .query(CallTables::suspicion)
        .list();
  }

  private static Suspicion suspicion(ResultSet row, int n) throws SQLException {
    return new Suspicion(
        row.getLong(1),
        row.getString(2),
        row.getInt(3),
        row.getDouble(4),
        row.getInt(5),
        row.getLong(6));
  }

  private static void named(Connection connection, long index, Named named) throws SQLException {
    int now =
        Sql.run(
            connection,
            "update alias_suspect set named = ? where caller = ? and party = ? and named is null",
            index,
            named.caller(),
            named.party());
    if (now == 0) {
      throw new Overtaken("whose list a caller works from");
    }
  }

  @Override
  public int callers(String party) {
    return database
        .sql("select count(*) from alias_own_caller where party = ?")
        .param(party)
        .query(Integer.class)
        .single();
  }

  @Override
  public List<SealedNumber> callersOf(String party, int number) {
    return database
        .sql(
            """
            select o.token, o.box
              from alias_own_caller o
              left join lateral (select max(c.at) as at from alias_call c
                                  where c.number = ? and c.caller = o.token and c.heard = 'HOLDER'
                                    and c.did = 'FORWARDED') c on true
             where o.party = ? order by c.at desc nulls last, o.added, o.token limit 1
            """)
        .param(number)
        .param(party)
        .query((row, n) -> new SealedNumber(row.getLong(1), row.getBytes(2), false, 0))
        .list();
  }

  private static void callers(Connection connection, long index, CallersChanged changed)
      throws SQLException {
    for (SealedNumber number : changed.added()) {
      Sql.run(
          connection,
          "insert into alias_own_caller (party, token, box, added) values (?, ?, ?, ?)"
              + " on conflict do nothing",
          changed.party(),
          number.token(),
          number.box(),
          index);
    }
    for (long token : changed.removed()) {
      Sql.run(
          connection,
          "delete from alias_own_caller where party = ? and token = ?",
          changed.party(),
          token);
    }
  }

  @Override
  public Due due(Instant before, int most) {
    return database
        .sql(
            "select (select count(*) from (select 1 from alias_call where at < ? limit ?) c),"
                + " (select count(*) from (select 1 from alias_caller where since < ? limit ?) s)")
        .params(
            List.of(before.atOffset(ZoneOffset.UTC), most, before.atOffset(ZoneOffset.UTC), most))
        .query((row, n) -> new Due(row.getInt(1), row.getInt(2)))
        .single();
  }

  private static void forget(Connection connection, long index, Forgotten forgotten)
      throws SQLException {
    for (String[] which :
        new String[][] {{"alias_call", "id", "at"}, {"alias_caller", "token", "since"}}) {
      Sql.run(
          connection,
          "delete from %1$s where %2$s in (select %2$s from %1$s where %3$s < ? limit ?)"
              .formatted((Object[]) which),
          forgotten.before().atOffset(ZoneOffset.UTC),
          forgotten.most());
    }
  }
}
