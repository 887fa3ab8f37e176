package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.owner.Consenting;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.table.Limits;
import io.tidemark.formats.table.Reject;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import io.tidemark.rights.Ground;
import io.tidemark.rights.Statement;
import io.tidemark.rights.Word;
import io.tidemark.terms.China;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import io.tidemark.vault.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A file of what many people said, recorded part by part: a run that was cut off is run again.
 *
 * @param file the file
 * @param headings what its headings of numbers mean
 */
public record ConsentFile(Path file, KnownHeadings headings) {
  /** Where the columns stand; {@code -1} for one that is not there and need not be. */
  private record Places(
      Locator kind,
      int number,
      int word,
      int purpose,
      int recipient,
      int time,
      int channel,
      int notice,
      int text) {}

  private record Waiting(long line, Consenting.Line said) {}

  /** Records every line that can be; tells of the others. How many were recorded. */
  public long record(Consenting consenting, Actor actor, Consumer<Reject> rejects)
      throws IOException {
    Digest digest = FileDigest.of(file);
    long recorded = 0;
    try (Table table = new Tables(headings.headings(), Limits.USUAL).readTable(file)) {
      Places places = places(table);
      List<Waiting> waiting = new ArrayList<>();
      for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
        line.get()
            .either(
                row -> line(places, row, rejects),
                reject -> {
                  rejects.accept(reject);
                  return Optional.<Waiting>empty();
                })
            .ifPresent(waiting::add);
        if (waiting.size() == Consenting.MOST) {
          recorded += record(consenting, actor, digest, waiting, rejects);
        }
      }
      return recorded + record(consenting, actor, digest, waiting, rejects);
    } catch (Unreadable e) {
      throw Stop.unreadable(Reasons.of(e));
    }
  }

  private static long record(
      Consenting consenting,
      Actor actor,
      Digest digest,
      List<Waiting> waiting,
      Consumer<Reject> rejects) {
    if (waiting.isEmpty()) {
      return 0;
    }
    Consenting.Outcome outcome =
        consenting.record(actor, waiting.stream().map(Waiting::said).toList(), digest);
    outcome
        .refused()
        .forEach((at, why) -> rejects.accept(new Reject(waiting.get(at).line(), 0, why.reason())));
    waiting.clear();
    return outcome.recorded();
  }

  private static Optional<Waiting> line(Places places, Row row, Consumer<Reject> rejects) {
    Optional<Word> word = Word.named(cell(row, places.word()));
    Optional<Instant> at = time(cell(row, places.time()));
    if (word.isEmpty() || at.isEmpty()) {
      rejects.accept(
          word.isEmpty()
              ? new Reject(
                  row.line(),
                  places.word() + 1,
                  new Words("应为 give、withdraw 或 refuse", "expected give, withdraw or refuse"))
              : new Reject(
                  row.line(),
                  places.time() + 1,
                  new Words(
                      "应为 2026-11-30 或 2026-11-30T08:00:00Z",
                      "expected 2026-11-30 or 2026-11-30T08:00:00Z")));
      return Optional.empty();
    }
    Statement statement =
        new Statement(
            word.get(),
            cell(row, places.purpose()),
            Optional.of(cell(row, places.recipient())).filter(party -> !party.isEmpty()),
            at.get(),
            new Ground(
                cell(row, places.channel()), cell(row, places.notice()), cell(row, places.text())));
    return Optional.of(
        new Waiting(
            row.line(), new Consenting.Line(places.kind(), row.text(places.number()), statement)));
  }

  private static String cell(Row row, int column) {
    return column < 0 ? "" : row.cells().get(column).strip();
  }

  /** A day counts from its beginning in China. */
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          text.length() == 10
              ? China.endOf(LocalDate.parse(text).minusDays(1))
              : Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Places places(Table table) {
    for (Locator kind : Locator.all()) {
      OptionalInt number = kind == Locator.NAME ? OptionalInt.empty() : table.column(kind.field());
      if (number.isPresent()) {
        return new Places(
            kind,
            number.getAsInt(),
            needed(table, "意愿", "word"),
            needed(table, "目的", "purpose"),
            column(table, "接收方", "recipient"),
            needed(table, "时间", "time"),
            needed(table, "渠道", "channel"),
            needed(table, "告知书", "notice"),
            column(table, "文本", "text"));
      }
    }
    throw missing("保单号", "policy number, VIN, plate, mobile or identity number");
  }

  private int needed(Table table, String zh, String en) {
    int column = column(table, zh, en);
    if (column < 0) {
      throw missing(zh, en);
    }
    return column;
  }

  private static int column(Table table, String zh, String en) {
    return IntStream.range(0, table.headings().size())
        .filter(
            i -> {
              String text = table.headings().get(i).text().strip();
              return text.equals(zh) || text.toLowerCase(Locale.ROOT).equals(en);
            })
        .findFirst()
        .orElse(-1);
  }

  private Stop missing(String zh, String en) {
    return Stop.unreadable(
        new Words(
            file + " 第 1 行：缺少表头 " + zh,
            file + " line 1: the heading " + zh + " (" + en + ") is missing"));
  }
}
