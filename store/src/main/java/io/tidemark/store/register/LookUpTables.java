package io.tidemark.store.register;

import io.tidemark.authorise.Pace;
import io.tidemark.custody.LookedUp;
import io.tidemark.custody.NotShown;
import io.tidemark.custody.Pacing;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import org.roaringbitmap.RoaringBitmap;

/** Who looked whom up. Thread-safe, over all nodes. */
public final class LookUpTables {
  private LookUpTables() {}

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(LookedUp.class, LookUpTables::lookedUp)
        .with(NotShown.class, LookUpTables::notShown);
  }

  /**
   * One statement, and one before where the purpose asks for the person's will: the ledger's
   * sequencer waits meanwhile.
   */
  private static void lookedUp(Connection connection, long index, LookedUp look)
      throws SQLException {
    RoaringBitmap records = new RoaringBitmap();
    look.records().forEach(records::add);
    ConsentSets.hold(connection, look.footing(), records);
    if (look.aliases().isPresent()) {
      AliasBinding.bind(connection, index, look.aliases().get(), records);
    }
    String sql =
        """
        with made as (
          insert into look_up (id, person, key, task, at, entry) values (?, ?, ?, ?, ?, ?)
          on conflict (person, key) do nothing returning id),
        whom as (insert into looked_at (record, look_up) select r, made.id from made, unnest(?) r),
        forgiven as (
        """
            + Paces.FORGIVEN
            + """
             from made where pace.person = ? and pace.what = ?)
        select count(*) from made
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, look.id().text());
      insert.setString(2, look.person());
      insert.setBytes(3, Digest.sha256(look.key()).bytes());
      insert.setString(4, look.task());
      insert.setObject(5, look.at().atOffset(ZoneOffset.UTC));
      insert.setLong(6, index);
      insert.setArray(7, connection.createArrayOf("integer", look.records().toArray()));
      insert.setInt(8, look.forgiven().map(Pace::misses).orElse(0));
      insert.setString(9, look.forgiven().map(pace -> look.person()).orElse(null));
      insert.setString(10, Pacing.What.LOOK_UPS.id());
      try (ResultSet row = insert.executeQuery()) {
        if (!row.next() || row.getInt(1) != 1) {
          throw new LookedUp.Repeated();
        }
      }
    }
  }

  /** The miss counts again, and locks where it is the last that is borne. */
  private static void notShown(Connection connection, long index, NotShown not)
      throws SQLException {
    Sql.run(connection, "update looked_at set shown = false where look_up = ?", not.id());
    Sql.run(
        connection,
        """
        update pace
           set misses = misses + 1,
               locked = case when misses + 1 >= ? then ?::timestamptz else locked end
         where person = ? and what = ?
        """,
        not.pace().misses(),
        not.at().plus(Duration.ofMinutes(not.pace().lockedMinutes())).atOffset(ZoneOffset.UTC),
        not.person(),
        Pacing.What.LOOK_UPS.id());
  }
}
