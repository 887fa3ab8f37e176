package io.tidemark.formats.settings;

import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Collects the mistakes of one file. Confined to one reading. */
final class Faults {
  /** The most mistakes that are listed. */
  static final int MOST = 20;

  private static final int LONGEST_NAME = 64;

  private final String file;
  private final List<Fault> found = new ArrayList<>();

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
    Fault fault = new Fault(line, column, shown(name), new Words(zh, en));
    if (found.size() < MOST && !found.contains(fault)) {
      found.add(fault);
    }
  }

  /** Refuses the file when anything was found. */
  void check() throws BadSettings {
    if (!found.isEmpty()) {
      throw refusal();
    }
  }

  BadSettings refusal() {
    found.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
    return new BadSettings(file, found);
  }

  /** On one line, without control characters, cut where it is long. */
  private static String shown(String name) {
    String line = name.replaceAll("\\p{C}+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }
}
