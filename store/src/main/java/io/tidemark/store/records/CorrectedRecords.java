package io.tidemark.store.records;

import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.SealedChunk;
import io.tidemark.custody.owner.Corrected;
import io.tidemark.store.journal.Change;
import io.tidemark.store.register.Sql;
import io.tidemark.vault.SealedRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a correction within its entry's transaction: the new versions, which field stands
 * corrected, and under which key the person is known from now on. Stateless.
 */
public final class CorrectedRecords implements Change<Corrected> {
  /**
   * Where a person's key stands, {@code record} and {@code former_person} apart; a person who moves
   * as a whole takes all of it along.
   */
  public static final List<String> OF_A_PERSON =
      List.of(
          "record_version",
          "history_head",
          "history_event",
          "owner_export",
          "consent",
          "consent_stand",
          "right_refused",
          "notice",
          "alias_binding",
          "alias_connected");

  /** Of what somebody said: that which does not allow, where no later word stands against it. */
  private static final String WORDS_GO_ALONG =
      """
      insert into consent_stand (person, purpose, party, yes, at)
      select ?, purpose, party, false, at from consent_stand where person = ? and not yes
      on conflict (person, purpose, party) do update set yes = false, at = excluded.at
       where excluded.at >= consent_stand.at
      """;

  @Override
  public void write(Connection connection, long index, Corrected corrected) throws SQLException {
    requireAsRead(connection, corrected);
    for (Corrected.Moved moved : corrected.moved()) {
      if (moved.whole()) {
        rename(connection, moved);
      } else {
        Sql.run(connection, WORDS_GO_ALONG, moved.to(), moved.from());
      }
    }
    List<SealedRecord> sealed = corrected.records().stream().map(Corrected.Anew::sealed).toList();
    new SealedChunks()
        .write(connection, index, new SealedChunk(List.of(), sealed, corrected.seen(), Set.of()));
    for (Corrected.Anew record : corrected.records()) {
      stands(connection, index, corrected, record);
    }
    Sql.run(connection, "update corrections set count = count + 1");
  }

  /** Entries come one after the other: nothing changes between the question and the commit. */
  private static void requireAsRead(Connection connection, Corrected corrected)
      throws SQLException {
    for (Corrected.Anew record : corrected.records()) {
      String sql = "update record set version = version where key = ? and version = ?";
      if (Sql.run(connection, sql, record.sealed().key(), record.before()) != 1) {
        throw new Overtaken("a record that is to be corrected");
      }
    }
  }

  /** The same person under another key, with the same salt: history and words stay whole. */
  private static void rename(Connection connection, Corrected.Moved moved) throws SQLException {
    int known =
        Sql.run(
            connection,
            "insert into person (key, salt) select ?, salt from person where key = ?"
                + " on conflict do nothing",
            moved.to(),
            moved.from());
    if (known != 1) {
      throw new Overtaken("a person whose key changes");
    }
    Sql.run(connection, "update record set person = ? where person = ?", moved.to(), moved.from());
    Sql.run(
        connection,
        "update former_person set person = ? where person = ?",
        moved.to(),
        moved.from());
    for (String table : OF_A_PERSON) {
      Sql.run(
          connection,
          "update " + table + " set person = ? where person = ?",
          moved.to(),
          moved.from());
    }
    Sql.run(connection, "delete from person where key = ?", moved.from());
  }

  private static void stands(
      Connection connection, long index, Corrected corrected, Corrected.Anew record)
      throws SQLException {
    UUID key = record.sealed().key();
    Sql.run(
        connection,
        "update correction set ended = ? where ended is null and field = ?"
            + " and record = (select id from record where key = ?)",
        index,
        corrected.field().name(),
        key);
    String sql =
        "insert into correction (record, field, entry, actor, at, why, earlier)"
            + " select id, ?, ?, ?, ?, ?, ? from record where key = ?";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, corrected.field().name());
      insert.setLong(2, index);
      insert.setString(3, corrected.actor());
      insert.setObject(4, corrected.at().atOffset(ZoneOffset.UTC));
      insert.setString(5, corrected.why());
      insert.setArray(6, connection.createArrayOf("uuid", record.earlier().toArray()));
      insert.setObject(7, key);
      insert.executeUpdate();
    }
  }
}
