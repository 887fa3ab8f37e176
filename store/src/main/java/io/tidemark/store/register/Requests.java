package io.tidemark.store.register;

import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Overtaken;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.RequestDecided;
import io.tidemark.authorise.RequestMade;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Grade;
import io.tidemark.terms.RequestId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests for releases. Thread-safe. */
public final class Requests {
  private final JdbcClient database;

  /** The table in this database. */
  public Requests(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(RequestMade.class, Requests::make)
        .with(
            RequestDecided.class,
            (connection, index, decided) -> decide(connection, decided.request()));
  }

  /** The request of this name. */
  public Optional<Request> find(RequestId id) {
    return database
        .sql("select * from request where id = ?")
        .param(id.text())
        .query(this::request)
        .optional();
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
        .query(this::request)
        .list();
  }

  /** Whom the request is about. */
  public RoaringBitmap records(RequestId id) {
    return database
        .sql("select records from request where id = ?")
        .param(id.text())
        .query((row, n) -> Bitmaps.set(row.getBytes(1)))
        .single();
  }

  private Request request(ResultSet row, int number) throws SQLException {
    Ask ask =
        new Ask(
            row.getString("actor"),
            row.getString("party"),
            row.getString("purpose"),
            Sql.fields(row.getArray("columns")),
            row.getInt("people"));
    Set<Duty> duties =
        Sql.texts(row.getArray("rule_duties")).stream()
            .map(Duty::valueOf)
            .collect(Collectors.toSet());
    Policy.ApprovalRule rule =
        new Policy.ApprovalRule(
            Grade.valueOf(row.getString("rule_grade")),
            row.getInt("rule_people"),
            row.getInt("rule_quorum"),
            duties);
    return new Request(
        new RequestId(row.getString("id")),
        ask,
        Digest.of(row.getBytes("policy")),
        rule,
        Set.copyOf(Sql.texts(row.getArray("approved_by"))),
        Request.State.valueOf(row.getString("state")),
        row.getObject("decide_by", OffsetDateTime.class).toInstant(),
        row.getObject("use_by", OffsetDateTime.class).toInstant());
  }

  private static void make(Connection connection, long index, RequestMade made)
      throws SQLException {
    Request request = made.request();
    Ask ask = request.ask();
    Policy.ApprovalRule rule = request.rule();
    Sql.run(
        connection,
        "insert into request (id, actor, party, purpose, columns, people, records, policy, rule_grade, rule_people,"
            + " rule_quorum, rule_duties, approved_by, state, decide_by, use_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        request.id(),
        ask.actor(),
        ask.to(),
        ask.purpose(),
        ask.columns(),
        ask.people(),
        Bitmaps.bytes(made.records()),
        request.policy().bytes(),
        rule.grade().name(),
        rule.people(),
        rule.quorum(),
        rule.duties(),
        request.approvedBy(),
        request.state().name(),
        request.decideBy().atOffset(ZoneOffset.UTC),
        request.useBy().atOffset(ZoneOffset.UTC));
  }

  private static void decide(Connection connection, Request request) throws SQLException {
    int rows =
        Sql.run(
            connection,
            "update request set approved_by = ?, state = ?, use_by = ?"
                + " where id = ? and approved_by <@ ? and state in ('WAITING', ?)",
            request.approvedBy(),
            request.state().name(),
            request.useBy().atOffset(ZoneOffset.UTC),
            request.id(),
            request.approvedBy(),
            request.state().name());
    if (rows != 1) {
      throw new Overtaken(request.id().text());
    }
  }
}
