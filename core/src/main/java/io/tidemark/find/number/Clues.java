package io.tidemark.find.number;

import io.tidemark.classify.WordList;
import io.tidemark.find.FoundClass;
import io.tidemark.find.written.Signs;
import java.util.List;

/**
 * Words near a number. They are looked for from the number only, backwards within {@link #REACH}
 * characters of its line or of the line before, and directly behind it. Immutable.
 */
final class Clues {
  /** Says that the number is nobody's. */
  static final long NONE = 1L << 62;

  /** Says that nothing but marks and spaces stands between word and number. */
  static final long TIGHT = 1L << 61;

  /** Says that the class is likely, and that the number must look like one of it too. */
  static final long MAYBE = 1L << 60;

  /** Says that the number, or the date, is of something that no class is. */
  static final long OF_NO_CLASS = 1L << 59;

  /** How far before a number a word may end. */
  static final int REACH = 16;

  private static final int CLOSE = 6;
  private static final int LOOSE_BEHIND = 2;
  private static final byte OTHER = 0;
  private static final byte HANZI = 1;
  private static final byte DIGIT = 2;
  private static final byte COMMA = 3;
  private static final byte LINE = 4;
  private static final byte IGNORED = 5;
  private static final byte END = 6;

  /** Added where a word may end with the character. */
  private static final byte WORD = 16;

  private static final byte[] STEPS = new byte[0x10000];
  private static final WordTree BEFORE = new WordTree(true);
  private static final WordTree BEHIND = new WordTree(false);

  static {
    for (String line : WordList.lines(Clues.class, "clues.tsv")) {
      String[] cells = line.split("\t", -1);
      WordTree tree = cells[0].startsWith("<") ? BEFORE : BEHIND;
      long mask = 0;
      for (String name : cells[0].substring(2).split(" ", -1)) {
        mask |= mask(name);
      }
      for (String word : List.of(cells[1].split(" ", -1))) {
        tree.add(word, mask);
        if (word.indexOf('_') > 0) {
          tree.add(word.replace('_', ' '), mask);
          tree.add(word.replace("_", ""), mask);
        }
      }
    }
    for (int c = 0; c < STEPS.length; c++) {
      STEPS[c] = (byte) (step((char) c) + (BEFORE.may((char) c) ? WORD : 0));
    }
  }

  private static long mask(String name) {
    return switch (name) {
      case "NONE" -> NONE;
      case "MAYBE" -> MAYBE;
      case "OTHER" -> OF_NO_CLASS;
      default -> bit(FoundClass.valueOf(name));
    };
  }

  /** What a character between word and number is. */
  private static byte step(char c) {
    if ("。；;！!？?".indexOf(c) >= 0) {
      return END;
    }
    if (c == ',' || c == '，') {
      return COMMA;
    }
    return switch (Signs.kind(c)) {
      case Signs.DIGIT, Signs.ENCLOSED -> DIGIT;
      case Signs.LINE -> LINE;
      case Signs.IGNORED -> IGNORED;
      default -> c >= '\u4E00' && c <= '\u9FFF' && "是为号码".indexOf(c) < 0 ? HANZI : OTHER;
    };
  }

  private Clues() {}

  /** The bit of a class. */
  static long bit(FoundClass found) {
    return 1L << found.ordinal();
  }

  /** The classes of which the nearest word before {@code at} speaks; 0 where there is none. */
  static long before(String text, int at) {
    return before(text, at, false);
  }

  /** The same where nothing but marks and spaces stands between; else 0. */
  static long tight(String text, int at) {
    return before(text, at, true);
  }

  private static long before(String text, int at, boolean onlyTight) {
    int filler = 0;
    int hanzi = 0;
    int digits = 0;
    boolean comma = false;
    int lines = 0;
    int reach = onlyTight ? CLOSE : REACH;
    for (int place = at; place > 0 && filler <= reach; place--) {
      char c = text.charAt(place - 1);
      byte step = STEPS[c];
      if (step >= WORD) {
        long mask = BEFORE.at(text, place);
        if (mask != 0) {
          boolean tight = !comma && hanzi <= 1 && filler <= CLOSE;
          return tight ? mask | TIGHT : onlyTight ? 0 : mask & ~NONE;
        }
        step -= WORD;
      }
      filler++;
      switch (step) {
        case HANZI -> hanzi++;
        case DIGIT -> digits++;
        case COMMA -> comma = true;
        case LINE -> lines++;
        case IGNORED -> filler--;
        default -> {
          // filler like any other
        }
      }
      if (step == END || digits > 1 || lines > 1 || (onlyTight && hanzi > 1)) {
        return 0;
      }
    }
    return 0;
  }

  /** The classes of which a word directly behind {@code at} speaks. */
  static long behind(String text, int at) {
    int place = at;
    for (int i = 0; i <= LOOSE_BEHIND && place < text.length(); i++) {
      long mask = BEHIND.at(text, place);
      if (mask != 0) {
        return mask;
      }
      if (Signs.face(text.charAt(place)) != ' ') {
        return 0;
      }
      place++;
    }
    return 0;
  }

  /** Whether a word that ends at {@code at} and has no letter before it is a clue. */
  static boolean word(String text, int at) {
    return BEFORE.at(text, at) != 0;
  }

  /** Whether a word that begins at {@code at} and has no letter behind it is a clue. */
  static boolean wordFrom(String text, int at) {
    return BEHIND_WORDS.at(text, at) != 0;
  }

  private static final WordTree BEHIND_WORDS = latin();

  private static WordTree latin() {
    WordTree tree = new WordTree(false);
    List.of("VX", "WX", "V", "QQ", "TEL", "PHONE", "WECHAT", "VIN", "ID")
        .forEach(word -> tree.add(word, 1));
    return tree;
  }
}
