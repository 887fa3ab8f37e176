package io.tidemark.media.document;

import io.tidemark.media.document.Repair.Ground;
import io.tidemark.media.ocr.Reading;
import io.tidemark.media.ocr.Reading.Glyph;
import java.util.ArrayList;
import java.util.List;

/** What was repaired between the likeliest text of a reading and the value that was taken. */
final class Repairs {
  private static final String PASSED = " ·.•,:：。'`*";

  private Repairs() {}

  /** Character by character where both are as long; else all at once. */
  static List<Repair> between(Piece piece, Reading look, String taken, Spelling spelling) {
    String read = plain(piece.reading());
    List<Repair> repairs = new ArrayList<>();
    boolean another = look != piece.reading() && plain(look).equals(taken);
    if (read.length() != taken.length()) {
      return read.equals(taken)
          ? repairs
          : List.of(new Repair(0, read, taken, another ? Ground.SECOND_LOOK : Ground.ALPHABET));
    }
    for (int i = 0; i < taken.length(); i++) {
      char c = read.charAt(i);
      if (c != taken.charAt(i)) {
        Ground ground =
            !spelling.admits(taken.substring(0, i), c)
                ? Ground.ALPHABET
                : another || !spelling.checked() ? Ground.SECOND_LOOK : Ground.CHECK_DIGIT;
        repairs.add(new Repair(i, String.valueOf(c), taken.substring(i, i + 1), ground));
      }
    }
    return List.copyOf(repairs);
  }

  /** What a second look read otherwise; the value's part begins at {@code from}. */
  static List<Repair> differences(String read, String taken, int from) {
    if (read.equals(taken)) {
      return List.of();
    }
    if (read.length() != taken.length()) {
      return List.of(new Repair(from, read, taken, Ground.SECOND_LOOK));
    }
    List<Repair> repairs = new ArrayList<>();
    for (int i = 0; i < taken.length(); i++) {
      if (read.charAt(i) != taken.charAt(i)) {
        repairs.add(
            new Repair(
                from + i, read.substring(i, i + 1), taken.substring(i, i + 1), Ground.SECOND_LOOK));
      }
    }
    return repairs;
  }

  /** What was likeliest, without what parts the characters of a number. */
  static String plain(Reading reading) {
    StringBuilder text = new StringBuilder();
    for (Glyph glyph : reading.glyphs()) {
      if (!PASSED.contains(glyph.symbol())) {
        text.append(Confusion.folded(glyph.symbol()));
      }
    }
    return text.toString();
  }
}
