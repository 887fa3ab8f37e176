package io.tidemark.app.command.marks;

import io.tidemark.app.Session;
import io.tidemark.app.files.FoundMarks;
import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.formats.pdf.PdfReading;
import io.tidemark.terms.Party;
import io.tidemark.terms.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of documents' marks. */
public record MarkLines(Session session, FoundMarks marks) {
  /** Each document as JSON has it. */
  public List<Map<String, @Nullable Object>> rows() {
    return marks.read().stream().map(this::row).toList();
  }

  private Map<String, @Nullable Object> row(FoundMarks.Document document) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    PdfReading reading = document.reading();
    row.put("file", document.path());
    row.put("mark", reading.number().map(PdfReading.Found::hex).orElse(null));
    row.put("to", document.given().map(given -> given.to()).orElse(null));
    row.put("entry", document.given().map(given -> given.entry()).orElse(null));
    row.put("read_from", reading.number().isPresent() ? from(reading) : null);
    row.put("bound", reading.number().isPresent() ? marks.bound(document) : null);
    row.put("structure", reading.structure().map(PdfReading.Found::hex).orElse(null));
    row.put("groups", reading.groups());
    row.put("lines", reading.lines());
    return row;
  }

  private static String from(PdfReading reading) {
    return reading.layout().isPresent()
        ? "layout"
        : reading.likely().isPresent() ? "layout, among those given out" : "structure";
  }

  /** Whether a document names somebody within this bound. */
  public boolean named(double threshold) {
    return marks.named().stream().anyMatch(document -> marks.bound(document) <= threshold);
  }

  /** Those whom documents name within this bound, each once. */
  public List<Map<String, @Nullable Object>> accused(double threshold) {
    Map<String, Map<String, @Nullable Object>> accused = new LinkedHashMap<>();
    for (FoundMarks.Document document : marks.named()) {
      MarksGiven.Given given = document.given().orElseThrow();
      if (marks.bound(document) <= threshold) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("party", given.to());
        one.put("disclosure", null);
        one.put("mark", given.mark().toString());
        accused.put(given.mark().toString(), one);
      }
    }
    return List.copyOf(accused.values());
  }

  /** A sentence for each document. */
  public List<Words> words() {
    return marks.read().stream().map(this::words).toList();
  }

  private Words words(FoundMarks.Document document) {
    String path = document.path().replaceAll("\\p{C}", "?");
    Optional<PdfReading.Found> number = document.reading().number();
    if (number.isEmpty()) {
      return new Words(
          path + "：没有我们的标记（" + document.reading().lines() + " 行文字）",
          path + ": no mark of ours (" + document.reading().lines() + " lines of text)");
    }
    if (document.given().isEmpty()) {
      return new Words(
          path + "：标记 " + number.get().hex() + " 不在登记之中",
          path + ": the mark " + number.get().hex() + " is not among those given out");
    }
    String to = name(document.given().get().to());
    String bound = String.format(Locale.ROOT, "%.1e", marks.bound(document));
    long entry = document.given().get().entry();
    return new Words(
        path + "：给 " + to + " 的那一份（账目 " + entry + "），误指无辜者的概率不超过 " + bound,
        path
            + ": the copy given to "
            + to
            + " (entry "
            + entry
            + "); the chance of accusing an innocent is at most "
            + bound);
  }

  private String name(String to) {
    return session.chain().party(to).map(Party::name).map(name -> name + "（" + to + "）").orElse(to);
  }
}
