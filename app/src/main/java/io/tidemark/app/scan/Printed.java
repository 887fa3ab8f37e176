package io.tidemark.app.scan;

import io.tidemark.app.Terminal;
import io.tidemark.find.Finding;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.Account;
import io.tidemark.formats.scan.Masked;
import io.tidemark.formats.scan.Sighting;
import io.tidemark.formats.scan.SightingJson;
import io.tidemark.formats.scan.Tally;
import io.tidemark.terms.Language;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;

/** Prints sightings as they come: one JSON document a line, or a table for each file. */
public final class Printed implements Account {
  private static final int SKIPPED_LISTED = 10_000;

  private final Terminal terminal;
  private final Tally tally;
  private final boolean inFull;
  private final long linesPerFile;
  private final List<Skipped> skipped = new ArrayList<>();
  private long left;
  private String file = "";
  private long inFile;

  /**
   * @param inFull whether values are shown whole: whoever asks for that records it first
   * @param linesPerFile how many findings of a file are shown to people; programs get all
   */
  public Printed(Terminal terminal, Tally tally, boolean inFull, long linesPerFile) {
    this.terminal = terminal;
    this.tally = tally;
    this.inFull = inFull;
    this.linesPerFile = linesPerFile;
  }

  @Override
  public void sighted(Sighting sighting) {
    tally.add(sighting);
    if (terminal.json()) {
      terminal.line(inFull ? SightingJson.inFull(sighting) : SightingJson.masked(sighting));
      return;
    }
    if (!sighting.path().equals(file)) {
      end();
      file = sighting.path();
      terminal.line(plain(file));
    }
    if (inFile++ < linesPerFile) {
      terminal.line(row(sighting));
    }
  }

  /** Says how much of the last file was not shown. */
  public void end() {
    long more = inFile - linesPerFile;
    if (more > 0 && !terminal.json()) {
      terminal.line(
          new Words(
                  "  ……此文件另有 " + more + " 处（--lines 可多列，--json 全列）",
                  "  … " + more + " more in this file (--lines shows more, --json all)")
              .in(terminal.language()));
    }
    inFile = 0;
    file = "";
  }

  @Override
  public void skipped(Skipped one) {
    left++;
    if (skipped.size() < SKIPPED_LISTED) {
      skipped.add(one);
    }
    String path = plain(one.path());
    terminal.note(
        new Words("跳过 " + path + "：" + one.why().zh(), "skipped " + path + ": " + one.why().en()));
  }

  /** How much was left aside. */
  public long left() {
    return left;
  }

  /** What was left aside, the first ten thousand. */
  public List<Skipped> skippedOnes() {
    return skipped;
  }

  private String row(Sighting sighting) {
    Language language = terminal.language();
    Finding finding = sighting.finding();
    String value =
        inFull ? finding.value().reveal(Reveal.SHOW) : Masked.of(finding).reveal(Reveal.SHOW);
    String form =
        switch (finding.form()) {
          case WHOLE -> "";
          case MASKED -> new Words("（来时已遮盖）", " (came masked)").in(language);
          case DAMAGED -> new Words("（已损坏）", " (damaged)").in(language);
        };
    String person = sighting.person() == 0 ? "" : "#" + sighting.person();
    return "  "
        + padded(sighting.place().words().in(language), 30)
        + padded(finding.found().words().in(language), 18)
        + padded(sighting.grade().id(), 16)
        + padded(finding.confidence().words().in(language), 8)
        + padded(plain(value) + form, 30)
        + person;
  }

  private static String padded(String text, int places) {
    int width = text.codePoints().map(c -> c >= 0x2E80 && c < 0xFFE7 ? 2 : 1).sum();
    return text + " ".repeat(Math.max(2, places - width));
  }

  /** A stranger's text on one line of a terminal. */
  static String plain(String text) {
    return text.replaceAll("\\p{C}", "?");
  }
}
