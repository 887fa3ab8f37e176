package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.people.FoundPerson;
import io.tidemark.find.people.People;
import io.tidemark.formats.text.TextBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds in a stretch of text. Not thread-safe. */
final class TextScan {
  private final String path;
  private final Ground ground;
  private final Telling telling;
  private final Function<Place.InText, Place> shown;

  /** Finds in a text file. */
  TextScan(String path, Ground ground, Telling telling) {
    this(path, ground, telling, place -> place);
  }

  /**
   * @param shown what a place in the stretch is to whoever reads the file
   */
  TextScan(String path, Ground ground, Telling telling, Function<Place.InText, Place> shown) {
    this.path = path;
    this.shown = shown;
    this.ground = ground;
    this.telling = telling;
  }

  /** Tells of what stands in a stretch and not in the one before. */
  void read(TextBlock block) throws IOException {
    Lines lines = new Lines(block);
    List<Finding> fresh = new ArrayList<>();
    Map<Finding, Place> places = new IdentityHashMap<>();
    for (Finding finding : ground.in(block.text())) {
      if (finding.span().end() > block.known()) {
        fresh.add(finding);
        places.put(finding, shown.apply(lines.place(finding)));
      }
    }
    for (FoundPerson person : People.join(block.text(), fresh)) {
      List<Finding> findings = person.findings();
      telling.inText(any -> path, findings, at -> places.get(findings.get(at)));
    }
  }

  /** Goes forwards over the lines of a stretch. */
  private static final class Lines {
    private final TextBlock block;
    private long line;
    private int lineStart;
    private int at;

    Lines(TextBlock block) {
      this.block = block;
      this.line = block.line();
      this.lineStart = 1 - block.column();
    }

    Place.InText place(Finding finding) {
      String text = block.text();
      int start = finding.span().start();
      for (; at < start; at++) {
        char c = text.charAt(at);
        boolean end =
            c == '\n' || (c == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n'));
        if (end) {
          line++;
          lineStart = at + 1;
        }
      }
      return new Place.InText(
          line,
          start - lineStart + 1,
          block.offset() + start,
          block.offset() + finding.span().end());
    }
  }
}
