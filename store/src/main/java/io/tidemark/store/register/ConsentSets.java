package io.tidemark.store.register;

import io.tidemark.rights.Consents;
import io.tidemark.rights.Footing;
import io.tidemark.rights.Will;
import io.tidemark.rights.WillChanged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who allowed and who did not, as sets of records, on one connection. Written only in transactions
 * of the ledger, one at a time.
 */
public final class ConsentSets {
  private static final int PIECE_BITS = 16;
  private static final String STANDS =
      "select purpose, party, person, yes from consent_stand where person = any(?)";

  private ConsentSets() {}

  /** One purpose and one recipient, or everybody. */
  record Key(String purpose, String party) {}

  /** Of some records, who allowed and who did not; the others said nothing. */
  record Change(RoaringBitmap yes, RoaringBitmap no) {
    Change() {
      this(new RoaringBitmap(), new RoaringBitmap());
    }
  }

  /**
   * Asks once more, in the transaction of an entry.
   *
   * @throws WillChanged when one of these records is to be left out
   */
  static void hold(Connection connection, Footing footing, RoaringBitmap records)
      throws SQLException {
    if (footing.asks()
        && !records.isEmpty()
        && !leftOut(connection, footing, records).records().isEmpty()) {
      throw new WillChanged();
    }
  }

  /** Of these records, those whose people are left out; sets and state are of one moment. */
  static Consents.LeftOut leftOut(Connection connection, Footing footing, RoaringBitmap records)
      throws SQLException {
    String named = footing.recipient().orElse(Will.ANYBODY);
    Map<String, Footing.Sets> sets = new HashMap<>();
    long asOf = 0;
    String sql =
        "select s.party, s.yes, s.no, r.n from consent_revision r left join consent_set s"
            + " on s.purpose = ? and s.party = any(?) and s.piece = any(?)";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, footing.purpose());
      select.setArray(2, connection.createArrayOf("text", new Object[] {named, Will.ANYBODY}));
      select.setArray(3, connection.createArrayOf("integer", pieces(records).toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          asOf = rows.getLong(4);
          String party = rows.getString(1);
          if (party != null) {
            Footing.Sets all = sets.computeIfAbsent(party, none -> none());
            all.yes().or(Bitmaps.set(rows.getBytes(2)));
            all.no().or(Bitmaps.set(rows.getBytes(3)));
          }
        }
      }
    }
    return new Consents.LeftOut(
        footing.leftOut(
            records, sets.getOrDefault(named, none()), sets.getOrDefault(Will.ANYBODY, none())),
        asOf);
  }

  private static Footing.Sets none() {
    return new Footing.Sets(new RoaringBitmap(), new RoaringBitmap());
  }

  private static List<Integer> pieces(RoaringBitmap records) {
    List<Integer> pieces = new ArrayList<>();
    PeekableIntIterator numbers = records.getIntIterator();
    while (numbers.hasNext()) {
      int piece = numbers.next() >>> PIECE_BITS;
      pieces.add(piece);
      numbers.advanceIfNeeded((piece + 1) << PIECE_BITS);
    }
    return pieces;
  }

  /**
   * Takes over what became of records that were deposited, or changed and perhaps name another
   * person now.
   */
  public static void deposited(Connection connection, Map<Integer, UUID> people)
      throws SQLException {
    RoaringBitmap records = new RoaringBitmap();
    Map<UUID, RoaringBitmap> byPerson = new HashMap<>();
    people.forEach(
        (record, person) -> {
          records.add(record);
          byPerson.computeIfAbsent(person, none -> new RoaringBitmap()).add(record);
        });
    Map<Key, Change> changes = kept(connection, records);
    changes.putAll(stands(connection, byPerson));
    apply(connection, records, changes);
  }

  /** Every set in which one of these records stands, without change: they leave it first. */
  private static Map<Key, Change> kept(Connection connection, RoaringBitmap records)
      throws SQLException {
    Map<Key, Change> kept = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select distinct purpose, party from consent_set where piece = any(?)")) {
      select.setArray(1, connection.createArrayOf("integer", pieces(records).toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          kept.put(new Key(rows.getString(1), rows.getString(2)), new Change());
        }
      }
    }
    return kept;
  }

  private static Map<Key, Change> stands(Connection connection, Map<UUID, RoaringBitmap> byPerson)
      throws SQLException {
    Map<Key, Change> changes = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(STANDS)) {
      select.setArray(1, connection.createArrayOf("uuid", byPerson.keySet().toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Key key = new Key(rows.getString(1), rows.getString(2));
          Change change = changes.computeIfAbsent(key, none -> new Change());
          RoaringBitmap records = byPerson.get(rows.getObject(3, UUID.class));
          if (records != null) {
            (rows.getBoolean(4) ? change.yes() : change.no()).or(records);
          }
        }
      }
    }
    return changes;
  }

  /** Takes these records out of each set that is named, and puts them in anew as it says. */
  static void apply(Connection connection, RoaringBitmap records, Map<Key, Change> changes)
      throws SQLException {
    if (!changes.isEmpty()) {
      Sql.run(connection, "update consent_revision set n = n + 1");
    }
    String sql = "select yes, no from consent_set where purpose = ? and party = ? and piece = ?";
    for (Map.Entry<Key, Change> change : changes.entrySet()) {
      for (int piece : pieces(records)) {
        RoaringBitmap yes = new RoaringBitmap();
        RoaringBitmap no = new RoaringBitmap();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
          select.setString(1, change.getKey().purpose());
          select.setString(2, change.getKey().party());
          select.setInt(3, piece);
          try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
              yes.or(Bitmaps.set(row.getBytes(1)));
              no.or(Bitmaps.set(row.getBytes(2)));
            }
          }
        }
        yes.andNot(records);
        no.andNot(records);
        yes.or(within(piece, change.getValue().yes()));
        no.or(within(piece, change.getValue().no()));
        Sql.run(
            connection,
            "insert into consent_set (purpose, party, piece, yes, no) values (?, ?, ?, ?, ?)"
                + " on conflict (purpose, party, piece) do update set yes = excluded.yes, no = excluded.no",
            change.getKey().purpose(),
            change.getKey().party(),
            piece,
            Bitmaps.bytes(yes),
            Bitmaps.bytes(no));
      }
    }
  }

  private static RoaringBitmap within(int piece, RoaringBitmap records) {
    RoaringBitmap range =
        RoaringBitmap.bitmapOfRange((long) piece << PIECE_BITS, (long) (piece + 1) << PIECE_BITS);
    range.and(records);
    return range;
  }
}
