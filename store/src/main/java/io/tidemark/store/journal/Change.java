package io.tidemark.store.journal;

import io.tidemark.ledger.Journal;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes one kind of consequence within the transaction of its entry. */
@FunctionalInterface
public interface Change<C extends Journal.Consequence> {
  /** Writes {@code consequence}, whose entry has this index. */
  void write(Connection connection, long index, C consequence) throws SQLException;
}
