package io.tidemark.store.register;

import io.tidemark.authorise.Usage;
import io.tidemark.disclose.CopyRecorded;
import io.tidemark.disclose.DisclosureOpened;
import io.tidemark.disclose.HoneyNumberTaken;
import io.tidemark.disclose.NotDelivered;
import io.tidemark.ledger.Entry;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.records.CopyIn;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.Party;
import io.tidemark.trace.Holders;
import io.tidemark.trace.Invented;
import io.tidemark.trace.RecordedCopy;
import io.tidemark.trace.RecordedDisclosure;
import io.tidemark.vault.Locator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Disclosures, and who was given whom. Thread-safe. */
public final class Disclosures implements Holders, Usage {
  /** A copy without a recorded release, or given up after it, was in nobody's hands. */
  private static final String DELIVERED = "release is not null and state <> 'not-delivered'";

  /** The disclosure, how many people its party was given in all, whether it is a short list. */
  private static final String OPEN =
      """
      with opened as (
        insert into disclosure (id, party, purpose, forms, records, people, honey, as_of, entry, target, writer, people_digest, grant_id, opened_at, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'opened')
        returning number, party, people),
      counted as (
        insert into given (party, people) select party, people from opened
        on conflict (party) do update set people = given.people + excluded.people),
      folded as (insert into folded_holding select number from opened where people <= ?)
      select number from opened
      """;

  private final DataSource source;
  private final JdbcClient database;

  /** The tables in this database. */
  public Disclosures(DataSource database) {
    this.source = database;
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(DisclosureOpened.class, Disclosures::open)
        .with(CopyRecorded.class, Disclosures::recordCopy)
        .with(
            NotDelivered.class,
            (connection, index, not) ->
                Sql.run(
                    connection,
                    "update disclosure set state = 'not-delivered' where id = ?",
                    not.id()));
  }

  @Override
  public Optional<RecordedCopy> copy(DisclosureId id) {
    return database
        .sql("select * from disclosure where id = ?")
        .param(id.text())
        .query(this::recordedCopy)
        .optional();
  }

  /**
   * The other parties that were given exactly these people, in the order of their first copy: whose
   * copies left, may have left, or are being written.
   */
  public List<String> holdersOfExactly(RoaringBitmap records, String except) {
    return database
        .sql(
            "select party from disclosure where people_digest = ? and party <> ? and state <> 'not-delivered' group by party order by min(number)")
        .param(SamePeople.digest(records).bytes())
        .param(except)
        .query(String.class)
        .list();
  }

  @Override
  public long people(GrantId grant, Instant since) {
    return database
        .sql(ReleaseBasis.USED)
        .param(grant.text())
        .param(since.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Override
  public List<RecordedDisclosure> ofParty(String party, long before) {
    return database
        .sql(
            "select number, id, party, people, honey, entry, as_of, forms from disclosure where party = ? and release < ? and "
                + DELIVERED
                + " order by number")
        .param(party)
        .param(before)
        .query(this::facts)
        .list();
  }

  /** What one party was given: so many lists, with so many people counted once in each list. */
  public record Left(String party, long lists, long people) {}

  /** What left since this entry of the ledger, the most people first. */
  public List<Left> leftSince(long entry) {
    return database
        .sql(
            "select party, count(*), sum(people) from disclosure where entry >= ? and "
                + DELIVERED
                + " group by party order by 3 desc, party")
        .param(entry)
        .query((row, n) -> new Left(row.getString(1), row.getLong(2), row.getLong(3)))
        .list();
  }

  /** A copy whose writing was cut off: recorded with its digest or not yet. */
  public record Unfinished(DisclosureId id, String target, String writer, Optional<Digest> file) {}

  /** The copies whose writing was cut off, by a crash or because they are being written now. */
  public List<Unfinished> unfinished() {
    return database
        .sql(
            "select id, target, writer, file from disclosure where state in ('opened', 'recorded') order by number")
        .query(
            (row, n) ->
                new Unfinished(
                    new DisclosureId(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    Optional.ofNullable(row.getBytes(4)).map(Digest::of)))
        .list();
  }

  /**
   * The SHA-256 of a copy that has left for this party, opened at {@code since} or later and
   * written for this target; nothing for any other.
   */
  public Optional<Digest> left(DisclosureId id, String party, String target, Instant since) {
    return database
        .sql(
            "select file from disclosure where id = ? and party = ? and target = ? and opened_at >= ? and state = 'released'")
        .param(id.text())
        .param(party)
        .param(target)
        .param(since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> Digest.of(row.getBytes(1)))
        .optional();
  }

  /** The copy has its name now. The disk may learn it later: mending sees the file. */
  public void released(DisclosureId id) {
    database
        .sql(
            "update disclosure set state = 'released' where id = ? and state = 'recorded' and "
                + Sql.UNSYNCED)
        .param(id.text())
        .update();
  }

  /** Writes one row for each person of the lists that were recorded since somebody last did. */
  public void unfold() {
    try {
      FoldedHoldings.unfold(source);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not answer", e);
    }
  }

  @Override
  public Map<Integer, RoaringBitmap> of(RoaringBitmap records) {
    Map<Integer, RoaringBitmap> holding = new HashMap<>();
    String sql = "select record, disclosure from holding where record = any(?)";
    unfold();
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      List<Integer> wanted = new ArrayList<>(records.getCardinality());
      records.forEach((int record) -> wanted.add(record));
      select.setArray(1, connection.createArrayOf("integer", wanted.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          holding
              .computeIfAbsent(rows.getInt(1), record -> new RoaringBitmap())
              .add(rows.getInt(2));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
    return holding;
  }

  @Override
  public List<RecordedDisclosure> disclosures(RoaringBitmap numbers) {
    Integer[] wanted = new Integer[numbers.getCardinality()];
    int at = 0;
    for (int number : numbers) {
      wanted[at++] = number;
    }
    return database
        .sql(
            "select number, id, party, people, honey, entry, as_of, forms from disclosure where number = any(?) and "
                + DELIVERED
                + " order by number")
        .param(wanted)
        .query(this::facts)
        .list();
  }

  @Override
  public Map<Long, Set<Invented>> honey(Locator kind, Collection<Long> tokens) {
    Map<Long, Set<Invented>> found = new HashMap<>();
    database
        .sql("select token, disclosure, draw from honey_locator where token = any(?) and kind = ?")
        .param(tokens.toArray(new Long[0]))
        .param(kind.name())
        .query(
            (row, n) ->
                found
                    .computeIfAbsent(row.getLong(1), token -> new HashSet<>())
                    .add(new Invented(row.getInt(2), row.getInt(3))))
        .list();
    return found;
  }

  @Override
  public Map<String, Long> honeyOf(Collection<String> parties, long before) {
    Map<String, Long> draws = new HashMap<>();
    database
        .sql(
            "select party, sum(honey + 1 + honey / 8) from disclosure where party = any(?) and honey > 0 and release < ? and "
                + DELIVERED
                + " group by party")
        .param(parties.toArray(new String[0]))
        .param(before)
        .query((row, n) -> draws.put(row.getString(1), row.getLong(2)))
        .list();
    return draws;
  }

  @Override
  public long honey(long before) {
    return database
        .sql(
            "select coalesce(sum(honey + 1 + honey / 8), 0) from disclosure where honey > 0 and release < ? and "
                + DELIVERED)
        .param(before)
        .query(Long.class)
        .single();
  }

  @Override
  public long records() {
    return database.sql("select coalesce(max(id), 0) from record").query(Long.class).single();
  }

  @Override
  public long parties() {
    return database.sql("select count(*) from given").query(Long.class).single();
  }

  @Override
  public Map<String, Long> given(Collection<String> parties) {
    Map<String, Long> given = new HashMap<>();
    database
        .sql("select party, people from given where party = any(?)")
        .param(parties.toArray(new String[0]))
        .query((row, n) -> given.put(row.getString(1), row.getLong(2)))
        .list();
    return given;
  }

  /** Entries stand in the order of their times, so that halving finds the first. */
  @Override
  public long before(Instant time) {
    long from = 0;
    long to = database.sql("select count(*) from ledger_entry").query(Long.class).single();
    while (from < to) {
      long middle = (from + to) >>> 1;
      if (recorded(middle).isBefore(time)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private Instant recorded(long index) {
    byte[] body =
        database
            .sql("select body from ledger_entry where index = ?")
            .param(index)
            .query(byte[].class)
            .single();
    try {
      return Instant.parse(Entry.parse(body).value("time").orElseThrow());
    } catch (Entry.BadEntry e) {
      throw new IllegalStateException("entry " + index + " is damaged: run ledger fsck", e);
    }
  }

  private RecordedDisclosure facts(ResultSet row, int number) throws SQLException {
    return new RecordedDisclosure(
        row.getInt("number"),
        new DisclosureId(row.getString("id")),
        row.getString("party"),
        row.getInt("people"),
        row.getInt("honey"),
        row.getLong("entry"),
        row.getLong("as_of"),
        RecordedDisclosure.shownBy(Sql.forms(row.getArray("forms"))));
  }

  private RecordedCopy recordedCopy(ResultSet row, int number) throws SQLException {
    long release = row.getLong("release");
    return new RecordedCopy(
        facts(row, number),
        row.getString("purpose"),
        Sql.forms(row.getArray("forms")),
        Bitmaps.set(row.getBytes("records")),
        row.getObject("release") == null ? OptionalLong.empty() : OptionalLong.of(release),
        erased(row.getInt("number")),
        honey(row.getInt("number")));
  }

  private SortedMap<Integer, byte[]> erased(int disclosure) {
    SortedMap<Integer, byte[]> leaves = new TreeMap<>();
    database
        .sql("select record, leaf from erased_leaf where disclosure = ?")
        .param(disclosure)
        .query((row, n) -> leaves.put(row.getInt(1), row.getBytes(2)))
        .list();
    return leaves;
  }

  private Map<Integer, Set<Locator>> honey(int disclosure) {
    Map<Integer, Set<Locator>> numbers = new HashMap<>();
    database
        .sql("select draw, kind from honey_locator where disclosure = ?")
        .param(disclosure)
        .query(
            (row, n) ->
                numbers
                    .computeIfAbsent(row.getInt(1), draw -> EnumSet.noneOf(Locator.class))
                    .add(Locator.valueOf(row.getString(2))))
        .list();
    return numbers;
  }

  private static void open(Connection connection, long index, DisclosureOpened opened)
      throws SQLException {
    ReleaseBasis.hold(connection, index, opened);
    Erasures.requireNoneErased(connection, opened.records());
    int number;
    try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
      insert.setString(1, opened.id().text());
      insert.setString(2, opened.permit().to().map(Party::id).orElseThrow());
      insert.setString(3, opened.permit().purpose());
      insert.setArray(
          4, connection.createArrayOf("text", Sql.texts(opened.permit().forms()).toArray()));
      insert.setBytes(5, Bitmaps.bytes(opened.records()));
      insert.setInt(6, opened.records().getCardinality());
      insert.setInt(7, opened.honey());
      insert.setLong(8, opened.asOf());
      insert.setLong(9, index);
      insert.setString(10, opened.target());
      insert.setString(11, Writer.self());
      insert.setBytes(12, SamePeople.digest(opened.records()).bytes());
      insert.setString(13, ReleaseBasis.grant(opened.permit()));
      insert.setObject(14, opened.at().atOffset(ZoneOffset.UTC));
      insert.setInt(15, FoldedHoldings.LONGEST);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        number = row.getInt(1);
      }
    }
    HoneyNumbers.reserve(connection, number, opened.numbers());
    AliasBinding.bind(connection, index, number, opened);
    if (opened.records().getCardinality() > FoldedHoldings.LONGEST) {
      hold(connection, number, opened.records());
    }
  }

  private static void hold(Connection connection, int number, RoaringBitmap records)
      throws SQLException {
    try (CopyIn holding = new CopyIn(connection, "holding (record, disclosure)")) {
      for (int record : records) {
        holding.row(record, number);
      }
    }
  }

  private static void recordCopy(Connection connection, long index, CopyRecorded copy)
      throws SQLException {
    Sql.run(
        connection,
        "update disclosure set state = 'recorded', release = ?, file = ? where id = ?",
        index,
        copy.file().bytes(),
        copy.id());
    for (CopyRecorded.HoneyToken honey : copy.honey()) {
      int rows =
          Sql.run(
              connection,
              "insert into honey_locator (kind, token, draw, disclosure) select ?, ?, ?, number from disclosure where id = ? on conflict do nothing",
              honey.kind(),
              honey.token(),
              honey.draw(),
              copy.id());
      if (rows != 1) {
        throw new HoneyNumberTaken();
      }
    }
  }
}
