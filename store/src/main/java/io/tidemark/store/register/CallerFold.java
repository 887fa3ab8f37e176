package io.tidemark.store.register;

import io.tidemark.calls.line.Hits;
import io.tidemark.custody.calls.CallBook;
import io.tidemark.disclose.SealedNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Counts a line that a caller rang, within the transaction that keeps the call. A party's share of
 * the lines left is taken as large as it can be: all lines of the batch that it was given last,
 * also those that the caller rang before, over the lines that it did not ring. So the evidence is
 * never larger than that of {@link io.tidemark.calls.line.CallerRecord}, whatever was bound, ended
 * and bound again since. One call.
 */
final class CallerFold {
  /** Locks the caller's count, so that calls of one caller are counted one after the other. */
  private static final String SINCE =
      """
      insert into alias_caller as c (token, box, since, last, calls) values (?, ?, ?, ?, 1)
      on conflict (token) do update set calls = c.calls + 1, last = greatest(c.last, excluded.last)
      returning since
      """;

  /** The lines of parties that the caller calls for are none that it could have rung. */
  private static final String LEFT =
      """
      select n.batch,
             b.lines - coalesce((select rung from alias_rung where caller = ? and batch = n.batch), 0)
               - coalesce((select sum(s.given) from alias_share s
                             join alias_own_caller o on o.party = s.party and o.token = ?
                            where s.batch = n.batch), 0),
             coalesce((select given from alias_share where batch = n.batch and party = ?), 0)
        from alias_number n join alias_batch b on b.id = n.batch
       where n.id = ?
      """;

  private static final String MISSED =
      """
      select coalesce(sum(r.rung), 0) from alias_rung r
       where r.caller = ?
         and exists (select 1 from alias_share s where s.batch = r.batch and s.party = ?)
      """;

  private static final String SUSPECTED =
      """
      insert into alias_suspect as s (caller, party, lines, logs, highest, last)
      values (?, ?, ?, ?, ?, ?)
      on conflict (caller, party) do update set
        lines = excluded.lines, logs = excluded.logs, last = excluded.last,
        highest = greatest(s.highest, excluded.highest)
      """;

  private final Connection connection;
  private final CallBook.Call call;
  private final long caller;
  private final byte[] box;

  CallerFold(Connection connection, CallBook.Call call, SealedNumber caller) {
    this.connection = connection;
    this.call = call;
    this.caller = caller.token();
    this.box = caller.box();
  }

  /** The lines that could have been rung in its place, and how many of them are the party's. */
  private record Left(int batch, long lines, int party) {}

  /**
   * Counts the line, if the caller rings it for the first time.
   *
   * @param party whose it is or was last; nothing for nobody's
   * @param entry where the sighting stands
   */
  void count(Optional<String> party, Optional<Long> entry) throws SQLException {
    OffsetDateTime since = since();
    boolean before =
        Rows.exists(
            connection,
            "select 1 from alias_call where caller = ? and number = ? and id <> ? and at >= ?"
                + " and heard in ('OTHER', 'BACKGROUND') limit 1",
            caller,
            call.called().number(),
            call.call(),
            since);
    if (before) {
      return;
    }
    Left left =
        Rows.first(
                connection,
                LEFT,
                row -> new Left(row.getInt(1), row.getLong(2), row.getInt(3)),
                caller,
                caller,
                party.orElse(""),
                call.called().number())
            .orElseThrow();
    Rows.run(
        connection,
        "insert into alias_rung as r (caller, batch, rung) values (?, ?, 1)"
            + " on conflict (caller, batch) do update set rung = r.rung + 1",
        caller,
        left.batch());
    if (party.isPresent()) {
      suspect(party.get(), left, entry.orElseThrow());
    }
  }

  /** Since when the caller's lines are counted: anew, once the days for which calls are kept. */
  private OffsetDateTime since() throws SQLException {
    OffsetDateTime at = call.at().atOffset(ZoneOffset.UTC);
    OffsetDateTime since =
        Rows.first(
                connection,
                SINCE,
                row -> row.getObject(1, OffsetDateTime.class),
                caller,
                box,
                at,
                at)
            .orElseThrow();
    if (since.isAfter(at.minusDays(call.keepDays()))) {
      return since.isAfter(at) ? at : since;
    }
    Rows.run(connection, "delete from alias_caller where token = ?", caller);
    return Rows.first(
            connection, SINCE, row -> row.getObject(1, OffsetDateTime.class), caller, box, at, at)
        .orElseThrow();
  }

  private void suspect(String party, Left left, long entry) throws SQLException {
    boolean counted = left.party() > 0 && left.lines() > left.party();
    double share = counted ? (double) left.party() / left.lines() : 1;
    Hits hits =
        Rows.first(
                connection,
                "select lines, logs from alias_suspect where caller = ? and party = ?",
                row ->
                    new Hits(row.getInt(1), Arrays.asList((Double[]) row.getArray(2).getArray())),
                caller,
                party)
            .orElse(Hits.NONE)
            .and(share);
    long rung = Rows.first(connection, MISSED, row -> row.getLong(1), caller, party).orElseThrow();
    double evidence = hits.logEvidence((int) Math.max(0, rung - hits.lines()));
    List<Double> logs = hits.logs();
    Rows.run(
        connection,
        SUSPECTED,
        caller,
        party,
        hits.lines(),
        connection.createArrayOf("float8", logs.toArray()),
        evidence,
        entry);
  }
}
