package io.tidemark.store.register;

import io.tidemark.authorise.Overtaken;
import io.tidemark.calls.line.Heard;
import io.tidemark.custody.calls.CallBook;
import io.tidemark.disclose.SealedNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a call changes, within one transaction. Stateless. */
final class CallChanges {
  /** The binding stands as it was read; a number that rests has not become free. */
  private static final String STANDS =
      "select 1 from alias_binding where number = ? and begun = ? and (ended is null) = ?"
          + " and (ended is null or rests is not null)";

  private static final String TRIED =
      """
      update alias_binding
         set day = ?, today = case when day = ? then today + 1 else 1 end, tries = tries + 1,
             only_caller = case when ? then coalesce(only_caller, ?) else only_caller end
       where number = ? and begun = ? and ended is null and tries < ?
         and (day is distinct from ? or today < ?)
         and (not ? or only_caller is null or only_caller = ?)
      """;

  private static final String KEPT =
      """
      insert into alias_call (id, at, number, begun, caller, heard, did, why, nonce, entry)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  /** Whose telephone rings; who calls back rings at the party's. */
  private static final String CONNECTED =
      """
      insert into alias_connected (entry, person)
      select ?, person from record where id = ?
      """;

  private CallChanges() {}

  static void answered(Connection connection, long index, CallBook.Answered answered)
      throws SQLException {
    CallBook.Call call = answered.call();
    CallBook.Bound bound = call.bound().orElseThrow();
    if (answered.footing().isPresent()) {
      ConsentSets.hold(connection, answered.footing().get(), bound.records());
    }
    boolean stands =
        Rows.exists(connection, STANDS, call.called().number(), bound.begun(), bound.live());
    if (!stands || (call.rule().isPresent() && !tried(connection, call, bound))) {
      throw new Overtaken("an alias number");
    }
    keep(connection, index, call);
    if (call.did() == CallBook.Did.FORWARDED && call.heard() != Heard.PERSON) {
      Sql.run(connection, CONNECTED, index, bound.records().first());
    }
  }

  private static boolean tried(Connection connection, CallBook.Call call, CallBook.Bound bound)
      throws SQLException {
    CallBook.Tries rule = call.rule().orElseThrow();
    long caller = call.caller().orElseThrow().token();
    return Sql.run(
            connection,
            TRIED,
            call.day(),
            call.day(),
            rule.oneNumber(),
            caller,
            call.called().number(),
            bound.begun(),
            rule.inAll(),
            call.day(),
            rule.perDay(),
            rule.oneNumber(),
            caller)
        == 1;
  }

  /** Keeps a call and counts its line; the same call a second time is nobody's. */
  static void keep(Connection connection, @Nullable Long index, CallBook.Call call)
      throws SQLException {
    Long begun = call.bound().map(CallBook.Bound::begun).orElse(null);
    Long caller = call.caller().map(SealedNumber::token).orElse(null);
    String why = call.why().map(Enum::name).orElse(null);
    int kept =
        Rows.run(
            connection,
            KEPT,
            call.call(),
            call.at().atOffset(ZoneOffset.UTC),
            call.called().number(),
            begun,
            caller,
            call.heard().name(),
            call.did().name(),
            why,
            index == null ? null : call.nonce(),
            index);
    if (kept == 0) {
      throw new Overtaken("an answer to the same call");
    }
    if (call.caller().isPresent()
        && (call.heard() == Heard.OTHER || call.heard() == Heard.BACKGROUND)) {
      new CallerFold(connection, call, call.caller().get())
          .count(call.bound().map(bound -> bound.holder().party()), Optional.ofNullable(index));
    }
  }
}
