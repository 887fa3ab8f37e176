package io.tidemark.store.register;

import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.NoLongerAllowed;
import io.tidemark.authorise.Overtaken;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.RequestDecided;
import io.tidemark.authorise.RequestMade;
import io.tidemark.authorise.StillStands;
import io.tidemark.authorise.Voice;
import io.tidemark.custody.Forecast;
import io.tidemark.ledger.Entry;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Channel;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Grade;
import io.tidemark.terms.RequestId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests for releases, emergencies among them. Thread-safe. */
public final class Requests {
  private final JdbcClient database;

  /** The table in this database. */
  public Requests(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(
            RequestMade.class,
            (connection, index, made) -> insert(connection, index, made.request(), made.records()))
        .with(
            RequestDecided.class,
            (connection, index, decided) -> move(connection, decided.before(), decided.after()));
  }

  /** The request of this name. */
  public Optional<Request> find(RequestId id) {
    return database
        .sql("select * from request where id = ?")
        .param(id.text())
        .query((row, number) -> request(row))
        .optional();
  }

  /** All requests, the latest first. */
  public List<Request> all() {
    return database
        .sql("select * from request order by made desc, id")
        .query((row, number) -> request(row))
        .list();
  }

  /**
   * Requests, the newest first.
   *
   * @param actor whose, or nothing for everybody's
   * @param after the request after which the list goes on, or nothing for its beginning
   * @param most how many at most
   */
  public List<Request> list(Optional<String> actor, Optional<RequestId> after, int most) {
    return database
        .sql(
            "select * from request where (cast(:actor as text) is null or actor = :actor)"
                + " and (cast(:after as text) is null"
                + " or place < (select place from request where id = :after))"
                + " order by place desc limit :most")
        .param("actor", actor.orElse(null))
        .param("after", after.map(RequestId::text).orElse(null))
        .param("most", most)
        .query((row, number) -> request(row))
        .list();
  }

  /** Those that wait for somebody's word, or were approved and may still be used. */
  public List<Request> open() {
    return database
        .sql("select * from request where state in ('WAITING', 'REVIEW', 'APPROVED')")
        .query((row, number) -> request(row))
        .list();
  }

  /**
   * What was foreseen of these requests when they were made, as the ledger's entries say it; those
   * whose entry says nothing of it are left out.
   */
  public Map<RequestId, Forecast> forecasts(Collection<Request> requests) {
    Map<RequestId, Forecast> forecasts = new HashMap<>();
    database
        .sql(
            "select request.id, body from request join ledger_entry on index = entry"
                + " where request.id = any(?)")
        .param(requests.stream().map(request -> request.id().text()).toArray(String[]::new))
        .query(
            row -> {
              RequestId id = new RequestId(row.getString(1));
              forecast(row.getBytes(2)).ifPresent(forecast -> forecasts.put(id, forecast));
            });
    return forecasts;
  }

  private static Optional<Forecast> forecast(byte[] entry) {
    try {
      return Forecast.in(Entry.parse(entry));
    } catch (Entry.BadEntry e) {
      throw new IllegalStateException("an entry is damaged: run ledger fsck", e);
    }
  }

  /** Whom the request is about. */
  public RoaringBitmap records(RequestId id) {
    return database
        .sql("select records from request where id = ?")
        .param(id.text())
        .query((row, n) -> Bitmaps.set(row.getBytes(1)))
        .single();
  }

  /**
   * Uses an approved request up; throws {@link NoLongerAllowed} where it cannot be used any more.
   */
  static void use(Connection connection, RequestId id, Instant now) throws SQLException {
    Request fresh = fresh(connection, id);
    StillStands.refusal(fresh, now)
        .ifPresent(
            refusal -> {
              throw new NoLongerAllowed(refusal);
            });
    move(connection, fresh, fresh.after(Request.Step.USE, Request.State.USED));
  }

  private static Request fresh(Connection connection, RequestId id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from request where id = ?")) {
      select.setString(1, id.text());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("no such request: " + id);
        }
        return request(row);
      }
    }
  }

  /**
   * Adds a request.
   *
   * @param entry the ledger's entry that says what was foreseen of it
   */
  static void insert(Connection connection, long entry, Request request, RoaringBitmap records)
      throws SQLException {
    Ask ask = request.ask();
    Policy.ApprovalRule rule = request.rule();
    Sql.run(
        connection,
        "insert into request (id, actor, party, purpose, columns, people, channel, records, policy, rule_grade,"
            + " rule_people, rule_quorum, rule_duties, approved_by, state, made, decide_by, use_by, why, skipped, entry)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?)",
        request.id(),
        ask.actor(),
        ask.to(),
        ask.purpose(),
        ask.columns(),
        ask.people(),
        ask.channel().name(),
        Bitmaps.bytes(records),
        request.policy().bytes(),
        rule.grade().name(),
        rule.people(),
        rule.quorum(),
        rule.duties().stream().map(Enum::name).toList(),
        Sql.sorted(request.approvedBy()),
        request.state().name(),
        request.made().atOffset(ZoneOffset.UTC),
        request.decideBy().atOffset(ZoneOffset.UTC),
        request.useBy().atOffset(ZoneOffset.UTC),
        request.emergency().map(Request.Emergency::why).orElse(""),
        request.emergency().map(Request.Emergency::skipped).orElse(Set.of()).stream()
            .sorted()
            .toList(),
        entry);
  }

  /** Moves a request that stands as it did when it was judged. */
  private static void move(Connection connection, Request before, Request after)
      throws SQLException {
    int moved =
        Sql.run(
            connection,
            "update request set approved_by = ?, objected_by = ?, state = ?"
                + " where id = ? and approved_by = ? and objected_by = ? and state = ?",
            Sql.sorted(after.approvedBy()),
            Sql.sorted(objected(after)),
            after.state().name(),
            after.id(),
            Sql.sorted(before.approvedBy()),
            Sql.sorted(objected(before)),
            before.state().name());
    if (moved != 1) {
      throw new Overtaken(after.id().text());
    }
  }

  private static Set<Voice> objected(Request request) {
    return request.emergency().map(Request.Emergency::objectedBy).orElse(Set.of());
  }

  private static Request request(ResultSet row) throws SQLException {
    Ask ask =
        new Ask(
            row.getString("actor"),
            row.getString("party"),
            row.getString("purpose"),
            Sql.fields(row.getArray("columns")),
            row.getInt("people"),
            Channel.valueOf(row.getString("channel")));
    return new Request(
        new RequestId(row.getString("id")),
        ask,
        Digest.of(row.getBytes("policy")),
        rule(row),
        Sql.voices(row.getArray("approved_by")),
        Request.State.valueOf(row.getString("state")),
        instant(row, "made"),
        instant(row, "decide_by"),
        instant(row, "use_by"),
        emergency(row));
  }

  private static Policy.ApprovalRule rule(ResultSet row) throws SQLException {
    return new Policy.ApprovalRule(
        Grade.valueOf(row.getString("rule_grade")),
        row.getInt("rule_people"),
        row.getInt("rule_quorum"),
        Sql.texts(row.getArray("rule_duties")).stream()
            .map(Duty::valueOf)
            .collect(Collectors.toSet()));
  }

  private static Optional<Request.Emergency> emergency(ResultSet row) throws SQLException {
    String why = row.getString("why");
    return why == null
        ? Optional.empty()
        : Optional.of(
            new Request.Emergency(
                why,
                Set.copyOf(Sql.texts(row.getArray("skipped"))),
                Sql.voices(row.getArray("objected_by"))));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
