package io.tidemark.store.register;

import io.tidemark.custody.owner.Change;
import io.tidemark.custody.owner.ChangesKept;
import io.tidemark.custody.owner.RightRefused;
import io.tidemark.rights.Right;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Corrections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was corrected at people's word, and what they were refused. Thread-safe. */
public final class CorrectionTables implements Corrections, ChangesKept {
  private final JdbcClient database;

  /** The tables in this database. */
  public CorrectionTables(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes.with(RightRefused.class, CorrectionTables::refused);
  }

  private static void refused(Connection connection, long index, RightRefused refused)
      throws SQLException {
    for (UUID person : refused.people()) {
      Sql.run(
          connection,
          "insert into right_refused (entry, person, asked, rule, zh, en, actor, at)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?)",
          index,
          person,
          refused.right().name(),
          refused.refusal().rule(),
          refused.refusal().reason().zh(),
          refused.refusal().reason().en(),
          refused.actor(),
          refused.at().atOffset(ZoneOffset.UTC));
    }
  }

  @Override
  public long count() {
    return database.sql("select count from corrections").query(Long.class).single();
  }

  @Override
  public Map<UUID, Standing> standing(Collection<UUID> records) {
    record Row(UUID key, int record, FieldClass field, Set<UUID> earlier) {}

    List<Row> rows =
        database
            .sql(
                "select r.key, r.id, c.field, c.earlier from correction c"
                    + " join record r on r.id = c.record where c.ended is null and r.key = any(?)")
            .param(records.toArray(new UUID[0]))
            .query(
                (row, n) ->
                    new Row(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        FieldClass.valueOf(row.getString(3)),
                        Set.of((UUID[]) row.getArray(4).getArray())))
            .list();
    Map<UUID, Map<FieldClass, Set<UUID>>> earlier = new HashMap<>();
    rows.forEach(
        row ->
            earlier
                .computeIfAbsent(row.key(), none -> new EnumMap<>(FieldClass.class))
                .put(row.field(), row.earlier()));
    Map<UUID, Standing> standing = new HashMap<>();
    rows.forEach(
        row ->
            standing.put(
                row.key(), new Standing(row.record(), earlier.getOrDefault(row.key(), Map.of()))));
    return standing;
  }

  @Override
  public List<Change> of(Collection<UUID> people) {
    UUID[] keys = people.toArray(new UUID[0]);
    List<Change> all = new ArrayList<>();
    all.addAll(
        database
            .sql(
                "select c.record, c.field, c.why, c.actor, c.at, c.entry, c.ended"
                    + " from correction c join record r on r.id = c.record"
                    + " where r.person = any(?)")
            .param(keys)
            .query((row, n) -> correction(row))
            .list());
    all.addAll(
        database
            .sql(
                "select distinct on (entry) asked, rule, zh, en, actor, at, entry"
                    + " from right_refused where person = any(?) order by entry")
            .param(keys)
            .query((row, n) -> refused(row))
            .list());
    all.sort(Comparator.comparingLong(Change::entry));
    return all;
  }

  private static Change correction(ResultSet row) throws SQLException {
    long ended = row.getLong(7); // 0 while it stands: entry 0 is the home's first
    return new Change.Correction(
        row.getInt(1),
        FieldClass.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getLong(6),
        ended == 0 ? OptionalLong.empty() : OptionalLong.of(ended));
  }

  private static Change refused(ResultSet row) throws SQLException {
    return new Change.Refused(
        Right.valueOf(row.getString(1)),
        Refusal.of(row.getString(2), row.getString(3), row.getString(4)),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getLong(7));
  }
}
