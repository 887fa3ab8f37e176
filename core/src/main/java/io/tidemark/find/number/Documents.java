package io.tidemark.find.number;

import io.tidemark.classify.CheckDigits;
import io.tidemark.find.FoundClass;

/**
 * Documents with letters in their numbers. Unified social credit codes (GB 32100-2015), by both
 * check characters or by their word. Passports of China: E and eight digits, E with a letter and
 * seven, G and eight, and DE, SE, PE and seven (National Immigration Administration, 2012 and
 * later); others beside their word. Travel permits, beside their word only: H or M and eight or ten
 * digits, C, W or L and eight, C with a letter and seven, eight digits of Taiwan's residents; and
 * foreigners' residence cards of before 2023, three letters and twelve digits.
 */
final class Documents implements Codes.Judge {
  private static final int CREDIT_CODE = 18;
  private static final int FOREIGNER = 15;
  private static final int CHECKED = 96;
  private static final int NAMED = 86;
  private static final int ALONE = 50;

  @Override
  public void judge(Code code, Candidates out) {
    int length = code.length();
    if (length == CREDIT_CODE) {
      creditCode(code, out);
    } else if (length == FOREIGNER) {
      foreigner(code, out);
    } else if (length >= 7 && length <= 11 && code.groups() <= 2) {
      document(code, out);
    }
  }

  /** The card of before 2023: a country's three letters and twelve digits. */
  private static void foreigner(Code code, Candidates out) {
    boolean shaped =
        code.letter(0) && code.letter(1) && code.letter(2) && code.digits(3, FOREIGNER);
    long clue = shaped && code.alone() ? code.clue(out) : 0;
    if ((clue & Clues.bit(FoundClass.RESIDENCE_PERMIT)) != 0) {
      add(code, FoundClass.RESIDENCE_PERMIT, 1, code.text(), NAMED, out);
    }
  }

  private static void creditCode(Code code, Candidates out) {
    boolean digits = code.digits(2, 8) && code.digits(2, 4);
    if (!digits || !code.trueDigits(6) || !code.alone()) {
      return;
    }
    boolean named = (code.clue(out) & Clues.bit(FoundClass.CREDIT_CODE)) != 0;
    String text = code.text();
    boolean checks = CheckDigits.creditCode(text);
    boolean shaped = named && code.groups() == 1 && "159ANY".indexOf(text.charAt(0)) >= 0;
    if (checks || shaped) {
      int grounds = (checks ? 2 : 0) + (named && checks ? 1 : 0);
      add(code, FoundClass.CREDIT_CODE, grounds, text, checks ? CHECKED : NAMED, out);
    }
  }

  private static void document(Code code, Candidates out) {
    int letters = 0;
    while (letters < code.length() && letters < 3 && code.letter(letters)) {
      letters++;
    }
    int rest = code.length() - letters;
    if (letters > 2 || !code.digits(letters, code.length()) || !code.trueDigits(4)) {
      return;
    }
    char one = letters > 0 ? code.sign(0, true) : '0';
    char two = letters > 1 ? code.sign(1, true) : '0';
    long clue = code.clue(out);
    boolean tight = (clue & Clues.TIGHT) != 0;
    boolean passport = tight && (clue & Clues.bit(FoundClass.PASSPORT)) != 0;
    boolean permit = tight && (clue & Clues.bit(FoundClass.TRAVEL_PERMIT)) != 0;
    if (!code.alone()) {
      return;
    }
    if (permit && permit(letters, rest, one)) {
      add(code, FoundClass.TRAVEL_PERMIT, 1, text(code, letters), NAMED, out);
    } else if (chinese(letters, rest, one, two) && (clue & Clues.NONE) == 0) {
      int weight = passport ? NAMED : ALONE;
      add(code, FoundClass.PASSPORT, passport ? 1 : 0, text(code, letters), weight, out);
    } else if (passport && rest >= 6 && code.length() <= 9) {
      add(code, FoundClass.PASSPORT, 1, text(code, letters), NAMED, out);
    }
  }

  private static boolean chinese(int letters, int rest, char one, char two) {
    return (letters == 1 && rest == 8 && (one == 'E' || one == 'G'))
        || (letters == 2 && rest == 7 && (one == 'E' || (two == 'E' && "DSP".indexOf(one) >= 0)));
  }

  private static boolean permit(int letters, int rest, char one) {
    return switch (letters) {
      case 0 -> rest == 8;
      case 1 -> rest == 8 || (rest == 10 && "HM".indexOf(one) >= 0);
      default -> rest == 7 && one == 'C';
    };
  }

  private static String text(Code code, int letters) {
    StringBuilder text = new StringBuilder(code.text());
    for (int i = 0; i < letters; i++) {
      text.setCharAt(i, code.sign(i, true));
    }
    return text.toString();
  }

  private static void add(
      Code code, FoundClass found, int grounds, String value, int weight, Candidates out) {
    out.add(code.stretch(), code.first(), code.last(), found, grounds, value, weight);
  }
}
