package io.tidemark.store.register;

import io.tidemark.disclose.HoneyNumberTaken;
import io.tidemark.disclose.SealedNumber;
import io.tidemark.disclose.honey.Pool;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.DisclosureId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pool of numbers that the operator monitors. Thread-safe. */
public final class HoneyNumbers implements Pool {
  private final JdbcClient database;

  /** The table in this database. */
  public HoneyNumbers(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes.with(Pool.Filled.class, HoneyNumbers::fill);
  }

  private static void fill(Connection connection, long index, Pool.Filled filled)
      throws SQLException {
    for (SealedNumber number : filled.batch()) {
      Sql.run(
          connection,
          "insert into honey_number (token, box, held, kept) values (?, ?, ?::boolean, ?)",
          number.token(),
          number.box(),
          number.held(),
          number.kept());
    }
  }

  /** Within the transaction of a disclosure's first entry: these numbers are its own. */
  static void reserve(Connection connection, int disclosure, List<Long> tokens)
      throws SQLException {
    String sql =
        "update honey_number set disclosure = ?, draw = ? where token = ? and disclosure is null and not held";
    for (int draw = 0; draw < tokens.size(); draw++) {
      if (Sql.run(connection, sql, disclosure, draw, tokens.get(draw)) != 1) {
        throw new HoneyNumberTaken();
      }
    }
  }

  @Override
  public List<SealedNumber> next(int most) {
    return database
        .sql(
            "select token, box, held, kept from honey_number where disclosure is null and not held order by place limit ?")
        .param(most)
        .query(HoneyNumbers::sealed)
        .list();
  }

  @Override
  public List<SealedNumber> of(DisclosureId id) {
    return database
        .sql(
            "select n.token, n.box, n.held, n.kept from honey_number n join disclosure d on d.number = n.disclosure where d.id = ? order by n.draw")
        .param(id.text())
        .query(HoneyNumbers::sealed)
        .list();
  }

  private static SealedNumber sealed(ResultSet row, int number) throws SQLException {
    return new SealedNumber(row.getLong(1), row.getBytes(2), row.getBoolean(3), row.getInt(4));
  }

  @Override
  public Set<Long> known(Collection<Long> tokens) {
    return new HashSet<>(
        database
            .sql("select token from honey_number where token = any(?)")
            .param(tokens.toArray(new Long[0]))
            .query(Long.class)
            .list());
  }

  @Override
  public Counts counts() {
    return database
        .sql(
            """
            select count(*) filter (where not held and disclosure is null),
                   count(*) filter (where disclosure is not null and shown),
                   count(*) filter (where disclosure is not null and not shown),
                   count(*) filter (where held)
              from (select n.held, n.disclosure,
                           exists (select 1 from honey_locator l
                                    where l.token = n.token and l.kind = 'MOBILE' and l.draw >= 0) as shown
                      from honey_number n) as number
            """)
        .query((row, n) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .single();
  }
}
