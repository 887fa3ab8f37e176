package io.tidemark.store.register;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The erasures that were recorded, and whether they have left the files. Thread-safe. */
public final class ErasuresDone {
  private final JdbcClient database;

  /** The tables in this database. */
  public ErasuresDone(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /**
   * An erasure.
   *
   * @param entry its entry
   * @param people how many people
   * @param shredded whether what it deleted has left the database's files too
   */
  public record Done(long entry, int people, boolean shredded) {}

  /** The erasure of this entry. */
  public Optional<Done> of(long entry) {
    return database
        .sql("select entry, people, shredded from erasure where entry = ?")
        .param(entry)
        .query((row, n) -> new Done(row.getLong(1), row.getInt(2), row.getBoolean(3)))
        .optional();
  }

  /** Whether one has not left the files. */
  public boolean unshredded() {
    return database
        .sql("select exists (select 1 from erasure where not shredded)")
        .query(Boolean.class)
        .single();
  }

  /** Keeps that those with an entry before this have left the files. */
  public void shredded(long before) {
    database
        .sql("update erasure set shredded = true where not shredded and entry < ?")
        .param(before)
        .update();
  }
}
