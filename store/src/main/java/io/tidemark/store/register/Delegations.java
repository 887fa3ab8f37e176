package io.tidemark.store.register;

import io.tidemark.authorise.approval.Delegation;
import io.tidemark.authorise.approval.DelegationMade;
import io.tidemark.store.journal.Changes;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of duties that were lent: the last word of one person about another counts. */
final class Delegations {
  private Delegations() {}

  static Changes in(Changes changes) {
    return changes.with(
        DelegationMade.class,
        (connection, index, made) ->
            Sql.run(
                connection,
                "insert into delegation (delegator, delegate, until, since) values (?, ?, ?, ?)"
                    + " on conflict (delegator, delegate) do update set until = excluded.until, since = excluded.since",
                made.delegation().from(),
                made.delegation().to(),
                made.delegation().until(),
                made.delegation().since().atOffset(ZoneOffset.UTC)));
  }

  static List<Delegation> all(JdbcClient database) {
    return database
        .sql(
            "select delegator, delegate, until, since from delegation order by delegator, delegate")
        .query(
            (row, number) ->
                new Delegation(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }
}
