package io.tidemark.formats.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A line as the patterns want it, in three views of equal length: half-width, upper case, one kind
 * of space, dash and dot; zero-width characters and marks are gone.
 *
 * <p>What people write for a digit stays what it is in {@link #text} (an enclosed one, which may be
 * a bullet, is no character of a number there), is a digit in {@link #numbers}, and in {@link
 * #codes} too, except that an l is the letter L there. Which view is right only shows in what it
 * makes: a pattern takes nothing that is not well formed.
 */
final class PlainForm {
  private static final String[] SPELT = {
    "〇零○◯洞", "一壹幺弌丨", "二贰貳弍两兩", "三叁參叄弎", "四肆", "五伍", "六陆陸", "七柒拐", "八捌", "九玖勾"
  };
  private static final String DASHES = "‐‑‒–—―−─━";
  private static final String DOTS = "•‧・∙⋅●･";
  private static final char ENCLOSED = '\u0002';
  private static final int KEYCAP = 0x20E3;

  private final StringBuilder text;
  private final StringBuilder numbers;
  private final StringBuilder codes;
  private int[] origins;

  private PlainForm(int length) {
    text = new StringBuilder(length);
    numbers = new StringBuilder(length);
    codes = new StringBuilder(length);
    origins = new int[length + 1];
  }

  /** One of the views. */
  enum View {
    TEXT,
    NUMBERS,
    CODES
  }

  static PlainForm of(String line) {
    PlainForm plain = new PlainForm(line.length());
    int at = 0;
    while (at < line.length()) {
      int point = line.codePointAt(at);
      plain.add(line, at, point);
      at += Character.charCount(point);
    }
    plain.origins[plain.text.length()] = line.length();
    return plain;
  }

  String view(View view) {
    return switch (view) {
      case TEXT -> text.toString();
      case NUMBERS -> numbers.toString();
      case CODES -> codes.toString();
    };
  }

  /** Where in the line the character at {@code place} of the views begins. */
  int origin(int place) {
    return origins[place];
  }

  /** How many letters of the Latin alphabet stand there. */
  int letters(int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      letters += text.charAt(i) >= 'A' && text.charAt(i) <= 'Z' ? 1 : 0;
    }
    return letters;
  }

  /** Hides what was found from the patterns that follow. */
  void take(int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, '\u0001');
      numbers.setCharAt(i, '\u0001');
      codes.setCharAt(i, '\u0001');
    }
  }

  private void add(String line, int at, int point) {
    int kind = Character.getType(point);
    if (kind == Character.FORMAT || kind == Character.NON_SPACING_MARK || point == KEYCAP) {
      return;
    }
    int digit = digit(point, kind);
    if (digit >= 0 && enclosed(line, at + Character.charCount(point), kind)) {
      add(at, ENCLOSED, (char) ('0' + digit), (char) ('0' + digit));
    } else if (digit >= 0) {
      add(at, (char) ('0' + digit));
    } else if (point < 0x80 || (point >= 0x4E00 && point <= 0x9FFF)) {
      add(at, (char) point);
    } else {
      Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
          .chars()
          .forEach(c -> add(at, (char) c));
    }
  }

  private static int digit(int point, int kind) {
    return switch (kind) {
      case Character.DECIMAL_DIGIT_NUMBER -> Character.digit(point, 10);
      case Character.OTHER_NUMBER -> {
        int value = Character.getNumericValue(point);
        yield value >= 0 && value <= 9 ? value : -1;
      }
      default -> -1;
    };
  }

  /** ① and ⑴ are; so is a digit with a keycap behind it. */
  private static boolean enclosed(String line, int next, int kind) {
    int behind = next < line.length() && line.charAt(next) == '\uFE0F' ? next + 1 : next;
    return kind == Character.OTHER_NUMBER
        || (behind < line.length() && line.charAt(behind) == KEYCAP);
  }

  private void add(int origin, char c) {
    if (c == 0 || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      add(origin, ' ', ' ', ' ');
    } else if (DASHES.indexOf(c) >= 0) {
      add(origin, '-', '-', '-');
    } else if (DOTS.indexOf(c) >= 0) {
      add(origin, '·', '·', '·');
    } else {
      char upper = Character.toUpperCase(c);
      char spelt = spelt(c);
      char code = c == 'I' || c == 'i' ? '1' : upper == 'O' ? '0' : spelt;
      char number = c == 'l' || c == '|' ? '1' : code;
      add(origin, upper, number == 0 ? upper : number, code == 0 ? upper : code);
    }
  }

  /** The digit that a Chinese numeral means, as on banknotes and on the telephone too; else 0. */
  private static char spelt(char c) {
    if (c < 0x80) {
      return 0;
    }
    for (int digit = 0; digit < SPELT.length; digit++) {
      if (SPELT[digit].indexOf(c) >= 0) {
        return (char) ('0' + digit);
      }
    }
    return 0;
  }

  private void add(int origin, char plain, char number, char code) {
    if (text.length() + 1 >= origins.length) {
      origins = Arrays.copyOf(origins, 2 * origins.length + 8);
    }
    origins[text.length()] = origin;
    text.append(plain);
    numbers.append(number);
    codes.append(code);
  }
}
