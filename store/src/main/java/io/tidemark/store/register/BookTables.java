package io.tidemark.store.register;

import io.tidemark.authorise.Whose;
import io.tidemark.custody.Books;
import io.tidemark.custody.members.BooksAssigned;
import io.tidemark.custody.members.ClaimsAssigned;
import io.tidemark.store.journal.Changes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In whose book policies are, and who handles which claim. Thread-safe. */
public final class BookTables implements Books {
  private static final int BATCH = 5_000;

  private final JdbcClient database;

  /** The tables in this database. */
  public BookTables(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(BooksAssigned.class, BookTables::books)
        .with(ClaimsAssigned.class, BookTables::claims);
  }

  @Override
  public List<Whose> find(long token, Optional<UUID> claim, String asker) {
    return database
        .sql(
            """
            select r.id, r.person, b.party, b.holder, c.handler is not null
              from locator l
              join record r on r.id = l.record
              left join book b on b.record = r.id
              left join claim c on c.number = ? and c.record = r.id and c.handler = ?
             where l.token = ?
             group by r.id, r.person, b.party, b.holder, c.handler
             order by r.id desc limit ?
            """)
        .param(1, claim.orElse(null), Types.OTHER)
        .param(2, asker)
        .param(3, token)
        .param(4, MOST)
        .query(BookTables::whose)
        .list();
  }

  private static Whose whose(ResultSet row, int number) throws SQLException {
    return new Whose(
        row.getInt(1),
        row.getObject(2, UUID.class),
        Optional.ofNullable(row.getString(3)),
        Optional.ofNullable(row.getString(4)),
        row.getBoolean(5));
  }

  private static void books(Connection connection, long index, BooksAssigned assigned)
      throws SQLException {
    String sql =
        """
        insert into book (record, party, holder, entry) values (?, ?, ?, ?)
        on conflict (record) do update
           set party = excluded.party, holder = excluded.holder, entry = excluded.entry
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (Map.Entry<Integer, BooksAssigned.Owner> owner : assigned.owners().entrySet()) {
        insert.setInt(1, owner.getKey());
        insert.setString(2, owner.getValue().party());
        insert.setString(3, owner.getValue().holder().orElse(null));
        insert.setLong(4, index);
        waiting = add(insert, waiting);
      }
      insert.executeBatch();
    }
  }

  /** A claim that is named anew is about nothing else, and nobody else's. */
  private static void claims(Connection connection, long index, ClaimsAssigned assigned)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from claim where number = any(?)")) {
      Object[] numbers =
          assigned.claims().stream().map(ClaimsAssigned.Claim::number).distinct().toArray();
      delete.setArray(1, connection.createArrayOf("uuid", numbers));
      delete.executeUpdate();
    }
    String sql = "insert into claim (number, record, handler, entry) values (?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (ClaimsAssigned.Claim claim : assigned.claims()) {
        insert.setObject(1, claim.number());
        insert.setInt(2, claim.record());
        insert.setString(3, claim.handler());
        insert.setLong(4, index);
        waiting = add(insert, waiting);
      }
      insert.executeBatch();
    }
  }

  private static int add(PreparedStatement insert, int waiting) throws SQLException {
    insert.addBatch();
    if (waiting + 1 < BATCH) {
      return waiting + 1;
    }
    insert.executeBatch();
    return 0;
  }
}
