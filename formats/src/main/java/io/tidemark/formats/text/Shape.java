package io.tidemark.formats.text;

import io.tidemark.formats.text.Piece.Sureness;
import io.tidemark.formats.text.PlainForm.View;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern over one view of a line, and what must hold of what it finds. Its first group is the
 * value. Repeats are bounded, so the time is linear in the line.
 */
record Shape(FieldClass kind, Sureness sureness, View view, Pattern pattern, Check check) {
  private static final int BEFORE = 12;
  private static final int MOST_LETTERS = 8;
  private static final Pattern BETWEEN = Pattern.compile("[ ·_./*~-]+");

  /** What must hold besides the pattern. */
  interface Check {
    /**
     * @param value without separators
     * @param written as it stands in the view
     * @param before the characters in front of it, a dozen at most
     */
    boolean holds(String value, String written, String before);
  }

  static Shape number(FieldClass kind, View view, String regex, Check check) {
    return new Shape(kind, Sureness.STATED, view, Pattern.compile(regex), check);
  }

  static Shape words(FieldClass kind, Sureness sureness, String regex, Check check) {
    return new Shape(kind, sureness, View.TEXT, Pattern.compile(regex), check);
  }

  /** Without the separators inside a number. */
  static String joined(String written) {
    return BETWEEN.matcher(written).replaceAll("");
  }

  /** How many characters stand between separators: 3, 4, 4 in {@code 138 1234 5678}. */
  static List<Integer> groups(String written) {
    return BETWEEN.splitAsStream(written).map(String::length).toList();
  }

  void take(PlainForm line, List<Piece> into) {
    String text = line.view(view);
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    while (from <= text.length() && matcher.find(from)) {
      String written = matcher.group(1);
      boolean words = kind == FieldClass.NAME || kind == FieldClass.EXPIRY;
      String value = words ? written : joined(written);
      boolean taken =
          check.holds(value, written, before(text, matcher.start(1)))
              && fewLetters(line, matcher.start(1), matcher.end(1));
      if (taken) {
        into.add(
            new Piece(
                kind,
                PersonalText.of(value),
                sureness,
                line.origin(matcher.start(1)),
                line.origin(matcher.end(1))));
        line.take(matcher.start(1), matcher.end(1));
      }
      from = taken ? matcher.end() : matcher.start() + 1;
    }
  }

  /** Letters stand for some digits of a number, never for most. */
  private boolean fewLetters(PlainForm line, int from, int to) {
    return view != View.NUMBERS || line.letters(from, to) <= MOST_LETTERS;
  }

  private static String before(String text, int at) {
    return text.substring(Math.max(0, at - BEFORE), at);
  }
}
