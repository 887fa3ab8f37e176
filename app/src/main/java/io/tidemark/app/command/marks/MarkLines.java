package io.tidemark.app.command.marks;

import io.tidemark.app.Session;
import io.tidemark.app.files.FoundMarks;
import io.tidemark.app.files.FoundMarks.Found;
import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.formats.pdf.PdfReading;
import io.tidemark.media.mark.MarkReading;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.Party;
import io.tidemark.terms.Words;
import io.tidemark.trace.ReadMark.From;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of the marks of pictures and documents. */
public record MarkLines(Session session, FoundMarks marks) {
  /** Each document as JSON has it. */
  public List<Map<String, @Nullable Object>> documents() {
    return marks.read().stream()
        .filter(found -> found.document().isPresent())
        .map(this::row)
        .toList();
  }

  /** Each picture as JSON has it. */
  public List<Map<String, @Nullable Object>> pictures() {
    return marks.read().stream()
        .filter(found -> found.document().isEmpty())
        .map(this::row)
        .toList();
  }

  private Map<String, @Nullable Object> row(Found found) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("file", found.path());
    row.put("mark", found.number().map(CopyNumber::toString).orElse(null));
    row.put("to", found.given().map(MarksGiven.Given::to).orElse(null));
    row.put(
        "disclosure",
        found.given().flatMap(MarksGiven.Given::disclosure).map(DisclosureId::text).orElse(null));
    row.put("entry", found.given().map(MarksGiven.Given::entry).orElse(null));
    found
        .given()
        .flatMap(MarksGiven.Given::screen)
        .ifPresent(screen -> ScreenSaid.put(row, screen));
    row.put("read_from", found.from().map(From::id).orElse(null));
    row.put("bound", found.from().isPresent() ? marks.bound(found) : null);
    found
        .document()
        .ifPresent(
            reading -> {
              row.put("structure", reading.structure().map(PdfReading.Found::hex).orElse(null));
              row.put("groups", reading.groups());
              row.put("lines", reading.lines());
              row.put("pages_looked_at", found.pictures().size());
            });
    found.picture().ifPresent(mark -> lies(row, mark));
    return row;
  }

  private static void lies(Map<String, @Nullable Object> row, MarkReading.Mark mark) {
    row.put("scale", mark.scale());
    row.put("degrees", mark.degrees());
    row.put("mirrored", mark.mirrored());
  }

  /** A sentence for each file. */
  public List<Words> words() {
    return marks.read().stream().map(this::words).toList();
  }

  private Words words(Found found) {
    String path = found.path().replaceAll("\\p{C}", "?");
    Optional<CopyNumber> number = found.number();
    if (number.isEmpty()) {
      return found
          .document()
          .map(
              reading ->
                  new Words(
                      path + "：没有我们的标记（" + reading.lines() + " 行文字）",
                      path + ": no mark of ours (" + reading.lines() + " lines of text)"))
          .orElseGet(
              () -> new Words(path + "：没有读到我们的标记", path + ": no mark of ours could be read"));
    }
    if (found.given().isEmpty()) {
      return new Words(
          path + "：标记 " + number.get() + " 不在登记之中",
          path + ": the mark " + number.get() + " is not among those given out");
    }
    MarksGiven.Given given = found.given().get();
    if (given.screen().isPresent()) {
      return ScreenSaid.words(path, given, marks.bound(found));
    }
    String to = name(given.to());
    String bound = String.format(Locale.ROOT, "%.1e", marks.bound(found));
    String which = given.disclosure().map(id -> " " + id).orElse("");
    return new Words(
        path
            + "：给 "
            + to
            + " 的那一份"
            + which
            + "（账目 "
            + given.entry()
            + "，读自 "
            + found.from().orElseThrow().id()
            + "），误指无辜者的概率不超过 "
            + bound,
        path
            + ": the copy given to "
            + to
            + which
            + " (entry "
            + given.entry()
            + ", read from: "
            + found.from().orElseThrow().id()
            + "); the chance of accusing an innocent is at most "
            + bound);
  }

  private String name(String to) {
    return session.chain().party(to).map(Party::name).map(name -> name + "（" + to + "）").orElse(to);
  }
}
