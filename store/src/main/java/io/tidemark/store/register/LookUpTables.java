package io.tidemark.store.register;

import io.tidemark.authorise.Pace;
import io.tidemark.custody.LookedUp;
import io.tidemark.custody.NotShown;
import io.tidemark.custody.Pacing;
import io.tidemark.rights.Consents;
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

  private static void lookedUp(Connection connection, long index, LookedUp look)
      throws SQLException {
    recorded(connection, index, look);
    if (look.aliases().isPresent()) {
      AliasBinding.bind(connection, index, look.aliases().get(), records(look));
    }
  }

  private static RoaringBitmap records(LookedUp look) {
    RoaringBitmap records = new RoaringBitmap();
    look.records().forEach(records::add);
    return records;
  }

  /**
   * One statement: the ledger's sequencer waits meanwhile. What people said is asked once more only
   * when anything was said since.
   */
  private static void recorded(Connection connection, long index, LookedUp look)
      throws SQLException {
    if (written(connection, index, look, look.willAsOf())) {
      return;
    }
    if (used(connection, look)) {
      throw new LookedUp.Repeated();
    }
    ConsentSets.hold(connection, look.footing(), records(look));
    written(connection, index, look, Consents.LeftOut.ANY);
  }

  private static boolean used(Connection connection, LookedUp look) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select from look_up where person = ? and key = ?")) {
      select.setString(1, look.person());
      select.setBytes(2, key(look));
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static byte[] key(LookedUp look) {
    return Digest.sha256(look.key()).bytes();
  }

  /** Whether it is written: its key is new, and what people said is in this state. */
  private static boolean written(Connection connection, long index, LookedUp look, long willAsOf)
      throws SQLException {
    String sql =
        """
        with made as (
          insert into look_up (id, person, key, task, at, entry)
          select ?, ?, ?, ?, ?, ?
           where ? in (?, (select n from consent_revision))
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
      insert.setBytes(3, key(look));
      insert.setString(4, look.task());
      insert.setObject(5, look.at().atOffset(ZoneOffset.UTC));
      insert.setLong(6, index);
      insert.setLong(7, willAsOf);
      insert.setLong(8, Consents.LeftOut.ANY);
      insert.setArray(9, connection.createArrayOf("integer", look.records().toArray()));
      insert.setInt(10, look.forgiven().map(Pace::misses).orElse(0));
      insert.setString(11, look.forgiven().map(pace -> look.person()).orElse(null));
      insert.setString(12, Pacing.What.LOOK_UPS.id());
      try (ResultSet row = insert.executeQuery()) {
        return row.next() && row.getInt(1) == 1;
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
