package io.tidemark.store.register;

import io.tidemark.authorise.Overtaken;
import io.tidemark.disclose.SealedNumber;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.disclose.alias.AliasKind;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.records.CopyIn;
import io.tidemark.terms.DisclosureId;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alias numbers, and whom they stand for. Thread-safe. */
public final class AliasTables implements AliasBook {
  /** Rows of a copy in one piece of {@code alias_copy}. */
  static final int PIECE = 65_536;

  /** Numbers that are read from the database at once. */
  private static final int BATCH = 4_096;

  private static final String RETURNED =
      """
      update alias_share s set given = s.given - f.numbers
        from (select n.batch, h.party, count(*) as numbers
                from alias_binding b
                join alias_number n on n.id = b.number
                join alias_holder h on h.id = b.holder
               where b.number = any(?) and b.rests is not null
               group by 1, 2) f
       where s.batch = f.batch and s.party = f.party
      """;

  private final JdbcClient database;

  /** The tables in this database. */
  public AliasTables(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(Filled.class, AliasTables::fill)
        .with(Moved.class, AliasTables::move)
        .with(Extended.class, AliasTables::extend);
  }

  private static void fill(Connection connection, long index, Filled filled) throws SQLException {
    int batch = batch(connection, filled.batch().size());
    try (CopyIn numbers =
        new CopyIn(connection, "alias_number (token, box, kind, line, held, kept, batch)")) {
      for (SealedNumber number : filled.batch()) {
        numbers.row(
            number.token(),
            number.box(),
            filled.kind().name(),
            filled.line(),
            number.held(),
            number.kept(),
            batch);
      }
    }
    // Entries come one after the other: the last numbers are these.
    Sql.run(
        connection,
        "insert into alias_free (number) select id from"
            + " (select id, held from alias_number order by id desc limit ?) n"
            + " where not held order by id",
        filled.batch().size());
  }

  private static int batch(Connection connection, int lines) throws SQLException {
    return Rows.first(
            connection,
            "insert into alias_batch (id, lines) select coalesce(max(id), 0) + 1, ?"
                + " from alias_batch returning id",
            row -> row.getInt(1),
            lines)
        .orElseThrow();
  }

  private static void move(Connection connection, long index, Moved moved) throws SQLException {
    change(
        connection,
        "update alias_binding set ended = "
            + index
            + ", rests = date '"
            + moved.rests()
            + "' where number = any(?) and ended is null"
            + moved.due().map(day -> " and until < date '" + day + "'").orElse(""),
        moved.ended());
    returned(connection, moved.freed());
    change(
        connection,
        "update alias_binding set rests = null where number = any(?) and rests is not null",
        moved.freed());
    change(
        connection,
        "insert into alias_free (number) select number from unnest(?) as number order by random()",
        moved.freed());
  }

  /** Numbers that rested are nobody's from now on. */
  private static void returned(Connection connection, List<Integer> numbers) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(RETURNED)) {
      update.setArray(1, connection.createArrayOf("integer", numbers.toArray()));
      update.executeUpdate();
    }
  }

  private static void extend(Connection connection, long index, Extended extended)
      throws SQLException {
    change(
        connection,
        "update alias_binding set until = date '"
            + extended.until()
            + "' where number = any(?) and ended is null",
        extended.numbers());
  }

  /** Every number is as it was read, or nothing changes. */
  private static void change(Connection connection, String sql, List<Integer> numbers)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setArray(1, connection.createArrayOf("integer", numbers.toArray()));
      if (update.executeUpdate() != numbers.size()) {
        throw new Overtaken("an alias number");
      }
    }
  }

  @Override
  public Set<Long> known(Collection<Long> tokens) {
    return new HashSet<>(
        database
            .sql("select token from alias_number where token = any(?)")
            .param(tokens.toArray(new Long[0]))
            .query(Long.class)
            .list());
  }

  /** The people are counted only where the free numbers might not do. */
  @Override
  public int missing(Holder holder, RoaringBitmap records, long asOf, int draws) {
    long free = database.sql("select count(*) from alias_free").query(Long.class).single();
    if (free >= records.getCardinality() + (long) draws) {
      return 0;
    }
    Integer[] wanted = Arrays.stream(records.toArray()).boxed().toArray(Integer[]::new);
    long people =
        database
            .sql(
                """
                select count(*) from (
                  select v.person
                    from unnest(?::integer[]) w(record)
                   cross join lateral (select person from record_version v
                                        where v.record = w.record and v.entry < ?
                                        order by v.entry desc limit 1) v
                  except
                  select b.person
                    from alias_binding b join alias_holder h on h.id = b.holder
                   where h.party = ? and h.purpose = ? and b.ended is null) p
                """)
            .param(wanted)
            .param(asOf)
            .param(holder.party())
            .param(holder.purpose())
            .query(Long.class)
            .single();
    return (int) Math.max(0, people + draws - free);
  }

  @Override
  public Stream<SealedNumber> inRows(DisclosureId id) {
    List<Integer> pieces =
        database
            .sql(
                "select piece from alias_copy c join disclosure d on d.number = c.disclosure"
                    + " where d.id = ? and piece >= 0 order by piece")
            .param(id.text())
            .query(Integer.class)
            .list();
    return pieces.stream().flatMap(piece -> sealed(numbers(id, piece)));
  }

  @Override
  public List<SealedNumber> ofDraws(DisclosureId id) {
    return sealed(numbers(id, -1)).toList();
  }

  private Integer[] numbers(DisclosureId id, int piece) {
    return database
        .sql(
            "select numbers from alias_copy c join disclosure d on d.number = c.disclosure"
                + " where d.id = ? and piece = ?")
        .param(id.text())
        .param(piece)
        .query((row, n) -> (Integer[]) row.getArray(1).getArray())
        .single();
  }

  @Override
  public Map<Integer, SealedNumber> inView(Holder holder, Collection<Integer> records, long entry) {
    Map<Integer, SealedNumber> numbers = new HashMap<>();
    database
        .sql(
            """
            select n.token, n.box, n.held, n.kept, r.record
              from unnest(?::integer[]) r(record)
             cross join lateral (select person from record_version v
                                  where v.record = r.record and v.entry < ?
                                  order by v.entry desc limit 1) v
              join alias_binding b on b.person = v.person and b.begun <= ?
               and (b.ended is null or b.ended > ?)
              join alias_holder h on h.id = b.holder and h.party = ? and h.purpose = ?
              join alias_number n on n.id = b.number
            """)
        .param(records.toArray(new Integer[0]))
        .params(entry, entry, entry, holder.party(), holder.purpose())
        .query(
            row -> {
              numbers.put(row.getInt(5), sealed(row, 0));
            });
    return numbers;
  }

  /** The numbers of these ids in this order, batch by batch. */
  private Stream<SealedNumber> sealed(Integer[] ids) {
    return IntStream.iterate(0, at -> at < ids.length, at -> at + BATCH)
        .boxed()
        .flatMap(at -> batch(Arrays.copyOfRange(ids, at, Math.min(ids.length, at + BATCH))));
  }

  private Stream<SealedNumber> batch(Integer[] ids) {
    return database
        .sql(
            "select n.token, n.box, n.held, n.kept from unnest(?::integer[]) with ordinality as w(id, place)"
                + " join alias_number n on n.id = w.id order by w.place")
        .param(ids)
        .query(AliasTables::sealed)
        .list()
        .stream();
  }

  private static SealedNumber sealed(ResultSet row, int number) throws SQLException {
    return new SealedNumber(row.getLong(1), row.getBytes(2), row.getBoolean(3), row.getInt(4));
  }

  @Override
  public List<Stock> stock() {
    return database
        .sql(
            """
            select n.kind, n.line,
                   count(*) filter (where f.number is not null),
                   count(*) filter (where b.number is not null and b.ended is null),
                   count(*) filter (where b.rests is not null),
                   count(*) filter (where n.held)
              from alias_number n
              left join alias_free f on f.number = n.id
              left join alias_binding b
                on b.number = n.id and (b.ended is null or b.rests is not null)
             group by 1, 2 order by 1, 2
            """)
        .query(
            (row, n) ->
                new Stock(
                    AliasKind.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6)))
        .list();
  }

  @Override
  public List<Held> held() {
    return database
        .sql(
            """
            select h.party, h.purpose,
                   count(*) filter (where b.ended is null),
                   min(b.until) filter (where b.ended is null),
                   count(*) filter (where b.ended is not null)
              from alias_holder h join alias_binding b on b.holder = h.id
             group by 1, 2 order by 1, 2
            """)
        .query(
            (row, n) ->
                new Held(
                    new Holder(row.getString(1), row.getString(2)),
                    row.getInt(3),
                    Optional.ofNullable(row.getObject(4, LocalDate.class)),
                    row.getInt(5)))
        .list();
  }

  @Override
  public List<Line> lines(int number, long begun, int most) {
    return database
        .sql(
            """
            select b.number, h.party, h.purpose, b.person is not null, b.begun, b.until, b.ended,
                   b.rests
              from alias_binding b join alias_holder h on h.id = b.holder
             where b.number >= ? and (b.number, b.begun) > (?, ?)
             order by b.number, b.begun limit ?
            """)
        .params(List.of(number, number, begun, most))
        .query(AliasTables::line)
        .list();
  }

  private static Line line(ResultSet row, int n) throws SQLException {
    long ended = row.getLong(7);
    boolean over = !row.wasNull();
    return new Line(
        row.getInt(1),
        new Holder(row.getString(2), row.getString(3)),
        row.getBoolean(4),
        row.getLong(5),
        row.getObject(6, LocalDate.class),
        over ? OptionalLong.of(ended) : OptionalLong.empty(),
        Optional.ofNullable(row.getObject(8, LocalDate.class)));
  }

  @Override
  public Optional<Known> find(long token) {
    return database
        .sql("select id, kind, line, held from alias_number where token = ?")
        .param(token)
        .query(
            (row, n) ->
                new Known(
                    AliasKind.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getBoolean(4),
                    bindings(row.getInt(1))))
        .optional();
  }

  private List<Binding> bindings(int number) {
    return database
        .sql(
            """
            select h.party, h.purpose, b.person is not null, b.begun, b.until, b.ended, b.rests,
                   array(select d.id from disclosure d
                          where d.party = h.party and d.purpose = h.purpose and d.entry >= b.begun
                            and (b.ended is null or d.entry < b.ended)
                            and exists (select 1 from alias_copy c
                                         where c.disclosure = d.number and b.number = any(c.numbers))
                          order by d.number)
              from alias_binding b join alias_holder h on h.id = b.holder
             where b.number = ? order by b.begun desc
            """)
        .param(number)
        .query(AliasTables::binding)
        .list();
  }

  private static Binding binding(ResultSet row, int number) throws SQLException {
    long ended = row.getLong(6);
    boolean over = !row.wasNull();
    return new Binding(
        new Holder(row.getString(1), row.getString(2)),
        row.getBoolean(3),
        row.getLong(4),
        row.getObject(5, LocalDate.class),
        over ? OptionalLong.of(ended) : OptionalLong.empty(),
        Optional.ofNullable(row.getObject(7, LocalDate.class)),
        Sql.texts(row.getArray(8)).stream().map(DisclosureId::new).toList());
  }

  @Override
  public List<Integer> due(LocalDate day, int most) {
    return ids(
        "select number from alias_binding where ended is null and until < ? order by until limit ?",
        Date.valueOf(day),
        most);
  }

  @Override
  public List<Integer> rested(LocalDate day, int most) {
    return ids(
        "select number from alias_binding where rests is not null and rests <= ? order by rests limit ?",
        Date.valueOf(day),
        most);
  }

  @Override
  public List<Integer> bound(String party, Optional<String> purpose) {
    return ids(
        "select b.number from alias_binding b join alias_holder h on h.id = b.holder"
            + " where b.ended is null and h.party = ? and ? in ('', h.purpose)",
        party,
        purpose.orElse(""));
  }

  private List<Integer> ids(String sql, Object... parameters) {
    return database.sql(sql).params(List.of(parameters)).query(Integer.class).list();
  }
}
