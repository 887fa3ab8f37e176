package io.tidemark.store.register;

import io.tidemark.terms.DisclosureId;
import io.tidemark.trace.Viewings;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was shown whom, by record. Thread-safe. */
public final class ViewingTables implements Viewings {
  private final JdbcClient database;

  /** The tables in this database. */
  public ViewingTables(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  @Override
  public List<Viewing> of(RoaringBitmap records, long before) {
    return database
        .sql(
            "select a.record, l.person, l.id from looked_at a join look_up l on l.id = a.look_up"
                + " where a.record = any(?) and l.entry < ? order by l.entry desc")
        .param(Arrays.stream(records.toArray()).boxed().toArray(Integer[]::new))
        .param(before)
        .query(
            (row, n) ->
                new Viewing(row.getInt(1), row.getString(2), new DisclosureId(row.getString(3))))
        .list();
  }
}
