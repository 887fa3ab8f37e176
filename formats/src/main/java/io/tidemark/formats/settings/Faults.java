package io.tidemark.formats.settings;

import io.tidemark.terms.Words;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Collects the mistakes of one file. Confined to one reading. */
final class Faults {
  /** The most mistakes that are listed. */
  static final int MOST = 20;

  private static final int LONGEST_NAME = 64;

  private final String file;

  /** The first {@link #MOST} in the order of the file, none twice. */
  private final NavigableSet<Fault> found =
      new TreeSet<>(
          Comparator.comparingInt(Fault::line)
              .thenComparingInt(Fault::column)
              .thenComparing(Fault::name)
              .thenComparing(fault -> fault.words().en()));

  private boolean more;

  Faults(String file) {
    this.file = file;
  }

  void add(Optional<Mark> mark, String name, String zh, String en) {
    add(
        mark.map(Mark::getLine).orElse(0) + 1,
        mark.map(Mark::getColumn).orElse(0) + 1,
        name,
        zh,
        en);
  }

  void add(int line, int column, String name, String zh, String en) {
    found.add(new Fault(line, column, shown(name), new Words(zh, en)));
    if (found.size() > MOST) {
      found.pollLast();
      more = true;
    }
  }

  /** Refuses the file when anything was found. */
  void check() throws BadSettings {
    if (!found.isEmpty()) {
      throw refusal();
    }
  }

  BadSettings refusal() {
    return new BadSettings(file, List.copyOf(found), more);
  }

  /** On one line, without control characters, cut where it is long. */
  private static String shown(String name) {
    String line = name.replaceAll("\\p{C}+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }
}
