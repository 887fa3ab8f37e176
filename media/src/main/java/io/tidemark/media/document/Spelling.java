package io.tidemark.media.document;

import io.tidemark.classify.CalendarDate;
import io.tidemark.classify.CheckDigits;
import io.tidemark.classify.Plate;
import io.tidemark.classify.Provinces;

/** How the numbers of one kind are spelt: what a reading of one is repaired by. */
enum Spelling {
  /** GA 36-2018, ordinary and new energy: province, letter, five or six without I and O. */
  PLATE(7, 8) {
    @Override
    boolean admits(String prefix, char next) {
      return switch (prefix.length()) {
        case 0 -> Plate.PROVINCES.indexOf(next) >= 0;
        case 1 -> letter(next) && next != 'I';
        case 6 -> serial(next) || Plate.TAILS.indexOf(next) >= 0;
        default -> serial(next);
      };
    }

    @Override
    boolean whole(String text) {
      return Plate.hasShape(text);
    }
  },
  /** ISO 3779: 17 without I, O and Q; the check position of GB 16735-2019. */
  VIN(17, 17) {
    @Override
    boolean admits(String prefix, char next) {
      return next != 'Q' && (prefix.length() == 8 ? digit(next) || next == 'X' : serial(next));
    }

    @Override
    boolean whole(String text) {
      return true;
    }

    @Override
    boolean checks(String text) {
      return CheckDigits.vin(text);
    }

    /** What keeps the rule has a digit or X there; what does not may have anything. */
    @Override
    boolean checked() {
      return true;
    }
  },
  /** GB 11643-1999: division, birth, serial number, check character. */
  IDENTITY(18, 18) {
    @Override
    boolean admits(String prefix, char next) {
      return digit(next) || (prefix.length() == 17 && next == 'X');
    }

    @Override
    boolean whole(String text) {
      return true;
    }

    @Override
    boolean checks(String text) {
      return Provinces.known(number(text, 0, 2))
          && CalendarDate.exists(number(text, 6, 10), number(text, 10, 12), number(text, 12, 14))
          && CheckDigits.identity(text) == text.charAt(17);
    }

    @Override
    boolean checked() {
      return true;
    }
  },
  /** The file of a driver: 12 digits. */
  FILE(12, 12) {
    @Override
    boolean admits(String prefix, char next) {
      return digit(next);
    }

    @Override
    boolean whole(String text) {
      return true;
    }
  },
  /** Eleven digits that begin with 1. */
  MOBILE(11, 11) {
    @Override
    boolean admits(String prefix, char next) {
      return prefix.isEmpty() ? next == '1' : digit(next);
    }

    @Override
    boolean whole(String text) {
      return text.charAt(1) >= '3';
    }
  },
  /** Year, month and day with dashes. */
  DATE(10, 10) {
    @Override
    boolean admits(String prefix, char next) {
      return prefix.length() == 4 || prefix.length() == 7 ? next == '-' : digit(next);
    }

    @Override
    boolean whole(String text) {
      return CalendarDate.exists(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }
  };

  private final int shortest;
  private final int longest;

  Spelling(int shortest, int longest) {
    this.shortest = shortest;
    this.longest = longest;
  }

  /** Whether this character may follow on those. */
  abstract boolean admits(String prefix, char next);

  /** Whether a text of the right length is one. */
  abstract boolean whole(String text);

  /** Whether the check digit holds, and whatever else only a right reading has. */
  boolean checks(String text) {
    return true;
  }

  /** Whether there is such a check at all. */
  boolean checked() {
    return false;
  }

  /** Whether these characters can be all. */
  boolean ends(String text) {
    return text.length() >= shortest && text.length() <= longest && whole(text);
  }

  /** Whether a text is spelt so from its first character to its last. */
  boolean spells(String text) {
    boolean spelt = ends(text);
    for (int i = 0; spelt && i < text.length(); i++) {
      spelt = admits(text.substring(0, i), text.charAt(i));
    }
    return spelt;
  }

  /** Whether a text is about as long. */
  boolean mayBe(String text) {
    return text.length() >= shortest - 1 && text.length() <= longest + 2;
  }

  int longest() {
    return longest;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(char c) {
    return c >= 'A' && c <= 'Z' && c != 'O';
  }

  private static boolean serial(char c) {
    return digit(c) || (letter(c) && c != 'I');
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }
}
