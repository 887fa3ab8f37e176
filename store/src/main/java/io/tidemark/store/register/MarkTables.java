package io.tidemark.store.register;

import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.marks.CopyMarked;
import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.custody.marks.ScreenNumbers;
import io.tidemark.custody.owner.BuyerCopies;
import io.tidemark.custody.owner.BuyerCopy;
import io.tidemark.custody.owner.BuyerCopyMoved;
import io.tidemark.ledger.Entry;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marked copies of documents, and what new owners of vehicles asked for. Thread-safe. */
public final class MarkTables implements MarksGiven, BuyerCopies {
  private static final String REQUESTS =
      "select id, record, state, licence, name, asked_by, asked, decided_by, decided"
          + " from buyer_copy ";

  private final JdbcClient database;
  private final ScreenTables screens;

  /**
   * The tables in this database.
   *
   * @param screens reads the numbers of screens
   * @param entries the ledger's entry at an index; nothing beyond its end
   */
  public MarkTables(
      DataSource database, ScreenNumbers screens, LongFunction<Optional<Entry>> entries) {
    this.database = JdbcClient.create(database);
    this.screens = new ScreenTables(this.database, screens, entries);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(
            CopyMarked.class,
            (connection, index, marked) -> keep(connection, index, marked.mark(), marked.to()))
        .with(BuyerCopyMoved.Asked.class, (connection, index, asked) -> asked(connection, asked))
        .with(
            BuyerCopyMoved.Decided.class,
            (connection, index, decided) ->
                moved(
                    Sql.run(
                        connection,
                        "update buyer_copy set state = ?, decided_by = ?, decided = ?"
                            + " where id = ? and state = 'ASKED'",
                        decided.state().name(),
                        decided.by(),
                        decided.at().atOffset(ZoneOffset.UTC),
                        decided.id().text())))
        .with(BuyerCopyMoved.Issued.class, MarkTables::issued);
  }

  private static void keep(Connection connection, long index, CopyNumber mark, String to)
      throws SQLException {
    Sql.run(
        connection,
        "insert into marked_copy (mark, recipient, entry) values (?, ?, ?)",
        mark.value(),
        to,
        index);
  }

  private static void asked(Connection connection, BuyerCopyMoved.Asked asked) throws SQLException {
    BuyerCopy request = asked.request();
    Sql.run(
        connection,
        "insert into buyer_copy (id, record, state, licence, name, asked_by, asked)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        request.id().text(),
        request.record(),
        request.state().name(),
        request.licence().bytes(),
        request.name().bytes(),
        request.askedBy(),
        request.asked().atOffset(ZoneOffset.UTC));
  }

  private static void issued(Connection connection, long index, BuyerCopyMoved.Issued issued)
      throws SQLException {
    moved(
        Sql.run(
            connection,
            "update buyer_copy set state = 'ISSUED' where id = ? and state = 'APPROVED'",
            issued.id().text()));
    keep(connection, index, issued.mark(), issued.id().text());
    Sql.run(
        connection,
        "insert into owner_export (entry, person) values (?, ?)",
        index,
        issued.person());
  }

  private static void moved(int rows) {
    if (rows != 1) {
      throw new Overtaken("a buyer's request");
    }
  }

  @Override
  public List<Long> numbers() {
    return database.sql("select mark from marked_copy").query(Long.class).list();
  }

  /** Of a disclosure it computes the numbers of all: about a second for a million. */
  @Override
  public Optional<Given> of(CopyNumber mark) {
    return database
        .sql("select recipient, entry from marked_copy where mark = ?")
        .param(mark.value())
        .query(
            (row, n) ->
                new Given(
                    mark, row.getString(1), Optional.empty(), Optional.empty(), row.getLong(2)))
        .optional()
        .or(() -> ofDisclosure(mark))
        .or(() -> screens.of(mark));
  }

  private Optional<Given> ofDisclosure(CopyNumber mark) {
    return database
        .sql(
            "select id, party, entry from disclosure"
                + " where substring(sha256(convert_to(? || id, 'UTF8')) for 8) = ?")
        .param(CopyNumber.DOMAIN)
        .param(ByteBuffer.allocate(Long.BYTES).putLong(mark.value()).array())
        .query(
            (row, n) ->
                new Given(
                    mark,
                    row.getString(2),
                    Optional.of(new DisclosureId(row.getString(1))),
                    Optional.empty(),
                    row.getLong(3)))
        .optional();
  }

  @Override
  public Optional<BuyerCopy> of(BuyerCopyId id) {
    return database
        .sql(REQUESTS + "where id = ?")
        .param(id.text())
        .query((row, n) -> request(row))
        .optional();
  }

  @Override
  public List<BuyerCopy> all() {
    return database.sql(REQUESTS + "order by asked, id").query((row, n) -> request(row)).list();
  }

  private static BuyerCopy request(ResultSet row) throws SQLException {
    return new BuyerCopy(
        new BuyerCopyId(row.getString(1)),
        row.getInt(2),
        BuyerCopy.State.valueOf(row.getString(3)),
        Digest.of(row.getBytes(4)),
        Digest.of(row.getBytes(5)),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString(8)),
        Optional.ofNullable(row.getObject(9, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }
}
