package io.tidemark.store.register;

import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.custody.marks.ScreenNumbers;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.DisclosureId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who looked at a screen whose number was read. Thread-safe.
 *
 * @param entries the ledger's entry at an index; nothing beyond its end
 */
record ScreenTables(
    JdbcClient database, ScreenNumbers numbers, LongFunction<Optional<Entry>> entries) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The screen with this number; nothing where the session that it names cannot have shown it. */
  Optional<MarksGiven.Given> of(CopyNumber number) {
    ScreenNumbers.Shown shown = numbers.shown(number);
    return entries
        .apply(shown.signIn())
        .filter(entry -> entry.kind().equals("sign-in") && lived(entry, shown.minute()))
        .flatMap(entry -> entry.value("actor"))
        .map(
            person ->
                new MarksGiven.Given(
                    number,
                    person,
                    Optional.empty(),
                    Optional.of(
                        new MarksGiven.Screen(shown.minute(), lookUps(person, shown.minute()))),
                    shown.signIn()));
  }

  private static boolean lived(Entry signIn, Instant minute) {
    try {
      Instant from = signIn.value("time").map(Instant::parse).orElse(Instant.MAX);
      Instant until = signIn.value("until").map(Instant::parse).orElse(Instant.MIN);
      return minute.plus(MINUTE).isAfter(from) && minute.isBefore(until);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private List<DisclosureId> lookUps(String person, Instant minute) {
    return database
        .sql(
            "select id from look_up where person = ? and at >= ? and at < ?"
                + " and exists (select 1 from looked_at where look_up = id) order by at")
        .param(person)
        .param(minute.minus(MINUTE).atOffset(ZoneOffset.UTC))
        .param(minute.plus(MINUTE).atOffset(ZoneOffset.UTC))
        .query((row, n) -> new DisclosureId(row.getString(1)))
        .list();
  }
}
