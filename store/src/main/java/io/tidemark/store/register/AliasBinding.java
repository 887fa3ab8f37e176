package io.tidemark.store.register;

import io.tidemark.disclose.DisclosureOpened;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.disclose.alias.AliasesShort;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.store.records.CopyIn;
import io.tidemark.terms.Party;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Binds numbers within the transaction of a disclosure's entry: people who have one with this party
 * and purpose keep it, everybody else gets the next free one. Sets of rows all along: nothing is
 * asked for one person. Entries come one after the other, so that nobody else draws meanwhile. New
 * numbers go out in the order of people's random keys, so that both indexes grow at one end.
 */
final class AliasBinding {
  /** Whom the versions of the copy name. */
  private static final String ASKED =
      """
      insert into alias_asked (record, person)
      select w.record, v.person
        from alias_wanted w
       cross join lateral (select person from record_version v
                            where v.record = w.record and v.entry < ?
                            order by v.entry desc limit 1) v
      """;

  private static final String NEW =
      """
      insert into alias_new (person, n)
      select person, row_number() over (order by person)
        from (select person from alias_asked
              except
              select person from alias_binding where holder = ? and ended is null) p
      """;

  private static final String LONGER =
      """
      update alias_binding b set until = ?
        from (select distinct person from alias_asked) a
       where b.person = a.person and b.holder = ? and b.ended is null and b.until < ?
      """;

  private static final String BOUND =
      """
      with taken as (
        delete from alias_free
         where turn <= (select max(turn) from (select turn from alias_free order by turn limit ?) t)
        returning turn, number),
      placed as (select number, row_number() over (order by turn) as n from taken),
      bound as (
        insert into alias_binding (number, holder, person, begun, until, probe)
        select p.number, ?, w.person, ?, ?, w.person is null
          from placed p left join alias_new w on w.n = p.n),
      shared as (
        insert into alias_share as s (batch, party, given)
        select a.batch, h.party, count(*)
          from placed p join alias_number a on a.id = p.number join alias_holder h on h.id = ?
         group by 1, 2
        on conflict (batch, party) do update set given = s.given + excluded.given)
      select number from placed where n > ? order by n
      """;

  private static final String PLACED =
      """
      insert into alias_copy (disclosure, piece, numbers)
      select ?, (n - 1) / %d, array_agg(number order by n)
        from (select b.number, row_number() over (order by a.record) as n
                from alias_asked a
                join alias_binding b on b.person = a.person and b.holder = ? and b.ended is null) r
       group by 2
      """
          .formatted(AliasTables.PIECE);

  private final Connection connection;
  private final long entry;
  private final int holder;

  private AliasBinding(Connection connection, long entry, AliasBook.Holder holder)
      throws SQLException {
    this.connection = connection;
    this.entry = entry;
    this.holder = holder(holder);
  }

  /**
   * Binds what the disclosure of this number needs, and keeps which number stands in which row.
   *
   * @throws AliasesShort when there are too few free numbers
   */
  static void bind(Connection connection, long entry, int disclosure, DisclosureOpened opened)
      throws SQLException {
    if (opened.aliases().isEmpty()) {
      return;
    }
    String party = opened.permit().to().map(Party::id).orElseThrow();
    AliasBook.Holder holder = new AliasBook.Holder(party, opened.permit().purpose());
    AliasBinding binding = new AliasBinding(connection, entry, holder);
    int draws = HoneyCustomers.draws(opened.honey());
    List<Integer> drawn =
        binding.bind(opened.records(), opened.asOf(), opened.aliases().get(), draws);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into alias_copy (disclosure, piece, numbers) values (?, -1, ?)")) {
      insert.setInt(1, disclosure);
      insert.setArray(2, connection.createArrayOf("integer", drawn.toArray()));
      insert.executeUpdate();
    }
    Sql.run(connection, PLACED, disclosure, binding.holder);
    long rows =
        binding.count(
            "select coalesce(sum(cardinality(numbers)), 0) from alias_copy where piece >= 0 and"
                + " disclosure = "
                + disclosure);
    if (rows != opened.records().getCardinality()) {
      throw new IllegalStateException("not everybody of a copy got an alias number");
    }
    binding.run("drop table alias_wanted, alias_asked, alias_new"); // others may share it
  }

  /**
   * Binds what a view of one person needs, who mostly has a number already.
   *
   * @throws AliasesShort when there is no free number
   */
  static void bind(
      Connection connection, long entry, AliasBook.Wanted wanted, RoaringBitmap records)
      throws SQLException {
    AliasBinding binding = new AliasBinding(connection, entry, wanted.holder());
    if (!binding.stands(wanted.until(), records)) {
      binding.bind(records, entry, wanted.until(), 0);
      binding.run("drop table alias_wanted, alias_asked, alias_new");
    }
  }

  /** Whether all of these records' people have a number that rings so long. */
  private boolean stands(LocalDate until, RoaringBitmap records) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from record r where r.id = any(?) and not exists ("
                + "select 1 from alias_binding b where b.person = r.person and b.holder = ?"
                + " and b.ended is null and b.until >= ?)")) {
      Integer[] ids = Arrays.stream(records.toArray()).boxed().toArray(Integer[]::new);
      select.setArray(1, connection.createArrayOf("integer", ids));
      select.setInt(2, holder);
      select.setObject(3, until);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1) == 0;
      }
    }
  }

  /** Numbers for these records' people; what is drawn beside is for nobody. */
  private List<Integer> bind(RoaringBitmap records, long asOf, LocalDate until, int draws)
      throws SQLException {
    Sql.roomToSort(connection);
    run("create temporary table alias_wanted (record integer) on commit drop");
    run("create temporary table alias_asked (record integer, person uuid) on commit drop");
    run("create temporary table alias_new (person uuid, n bigint) on commit drop");
    try (CopyIn wanted = new CopyIn(connection, "alias_wanted (record)")) {
      for (int record : records) {
        wanted.row(record);
      }
    }
    run("analyze alias_wanted");
    Sql.run(connection, ASKED, asOf);
    run("analyze alias_asked");
    Sql.run(connection, LONGER, until, holder, until);
    int people = Sql.run(connection, NEW, holder);
    run("analyze alias_new");
    long needed = people + (long) draws;
    long free = count("select count(*) from alias_free");
    if (free < needed) {
      throw new AliasesShort((int) (needed - free));
    }
    return drawn((int) needed, people, until);
  }

  private List<Integer> drawn(int needed, int people, LocalDate until) throws SQLException {
    List<Integer> drawn = new ArrayList<>();
    try (PreparedStatement bound = connection.prepareStatement(BOUND)) {
      bound.setInt(1, needed);
      bound.setInt(2, holder);
      bound.setLong(3, entry);
      bound.setObject(4, until);
      bound.setInt(5, holder);
      bound.setInt(6, people);
      try (ResultSet rows = bound.executeQuery()) {
        while (rows.next()) {
          drawn.add(rows.getInt(1));
        }
      }
    }
    return drawn;
  }

  private int holder(AliasBook.Holder named) throws SQLException {
    Sql.run(
        connection,
        "insert into alias_holder (party, purpose) values (?, ?) on conflict do nothing",
        named.party(),
        named.purpose());
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id from alias_holder where party = ? and purpose = ?")) {
      select.setString(1, named.party());
      select.setString(2, named.purpose());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
