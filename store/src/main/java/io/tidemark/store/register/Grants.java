package io.tidemark.store.register;

import io.tidemark.authorise.Grant;
import io.tidemark.authorise.GrantDecided;
import io.tidemark.authorise.GrantProposed;
import io.tidemark.authorise.Hours;
import io.tidemark.authorise.Limits;
import io.tidemark.authorise.Overtaken;
import io.tidemark.authorise.Quota;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Channel;
import io.tidemark.terms.GrantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of standing grants. */
final class Grants {
  private Grants() {}

  static Changes in(Changes changes) {
    return changes
        .with(GrantDecided.class, (connection, index, decided) -> decide(connection, decided))
        .with(GrantProposed.class, (connection, index, proposed) -> propose(connection, proposed));
  }

  static List<Grant> all(JdbcClient database) {
    return database
        .sql("select * from standing_grant order by place")
        .query((row, number) -> grant(row))
        .list();
  }

  static Optional<Grant> find(JdbcClient database, GrantId id) {
    return database
        .sql("select * from standing_grant where id = ?")
        .param(id.text())
        .query((row, number) -> grant(row))
        .optional();
  }

  static Map<GrantId, Instant> since(JdbcClient database) {
    Map<GrantId, Instant> since = new HashMap<>();
    database
        .sql("select id, made from standing_grant where made is not null")
        .query(
            (row, number) ->
                since.put(
                    new GrantId(row.getString(1)),
                    row.getObject(2, OffsetDateTime.class).toInstant()))
        .list();
    return since;
  }

  /** The grant as this transaction sees it. */
  static Grant fresh(Connection connection, GrantId id) throws SQLException {
    String sql = "select * from standing_grant where id = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, id.text());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("no such grant: " + id);
        }
        return grant(row);
      }
    }
  }

  /** Adds a proposal, unless another waits in place of the same grant. */
  private static void propose(Connection connection, GrantProposed proposed) throws SQLException {
    insert(connection, proposed.grant());
    int added =
        Sql.run(
            connection,
            "update standing_grant set renews = ? where id = ? and not exists"
                + " (select 1 from standing_grant where renews = ? and state = 'PROPOSED')",
            proposed.renews(),
            proposed.grant().id(),
            proposed.renews());
    if (added != 1) {
      throw new Overtaken(proposed.renews().text());
    }
  }

  static void insert(Connection connection, Grant grant) throws SQLException {
    Limits limits = grant.limits();
    Sql.run(
        connection,
        "insert into standing_grant (id, party, purpose, columns, forms, people, until, approvers,"
            + " approved, state, channels, first_day, hours, quota_people, quota_days, asked_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')::date, nullif(?, ''),"
            + " nullif(?, 0), nullif(?, 0), ?)",
        grant.id(),
        grant.to(),
        grant.purpose(),
        grant.columns(),
        Sql.texts(grant.forms()),
        grant.peopleAtMost(),
        grant.until(),
        grant.approvers(),
        grant.approved(),
        grant.state(),
        limits.channels(),
        limits.from().map(LocalDate::toString).orElse(""),
        limits.hours().map(Hours::toString).orElse(""),
        limits.quota().map(Quota::people).orElse(0),
        limits.quota().map(Quota::days).orElse(0),
        grant.askedBy());
  }

  /** Moves a grant that stands as it did when it was judged. */
  private static void decide(Connection connection, GrantDecided decided) throws SQLException {
    Grant after = decided.after();
    int moved =
        Sql.run(
            connection,
            "update standing_grant set approved = ?, state = ? where id = ? and approved = ? and"
                + " state = ?",
            Sql.sorted(after.approved()),
            after.state(),
            after.id(),
            Sql.sorted(decided.before().approved()),
            decided.before().state());
    if (moved != 1) {
      throw new Overtaken(after.id().text());
    }
  }

  private static Grant grant(ResultSet row) throws SQLException {
    return new Grant(
        new GrantId(row.getString("id")),
        row.getString("party"),
        row.getString("purpose"),
        Sql.fields(row.getArray("columns")),
        Sql.forms(row.getArray("forms")),
        row.getInt("people"),
        row.getObject("until", LocalDate.class),
        limits(row),
        row.getString("asked_by"),
        Set.copyOf(Sql.texts(row.getArray("approvers"))),
        Sql.voices(row.getArray("approved")),
        Grant.State.valueOf(row.getString("state")));
  }

  private static Limits limits(ResultSet row) throws SQLException {
    int people = row.getInt("quota_people");
    return new Limits(
        Sql.texts(row.getArray("channels")).stream()
            .map(Channel::valueOf)
            .collect(Collectors.toSet()),
        Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
        Optional.ofNullable(row.getString("hours")).map(Grants::hours),
        people == 0 ? Optional.empty() : Optional.of(new Quota(people, row.getInt("quota_days"))));
  }

  private static Hours hours(String text) {
    int dash = text.indexOf('-');
    return new Hours(
        LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
  }
}
