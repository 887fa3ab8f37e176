package io.tidemark.find.number;

import io.tidemark.classify.Plate;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/** The signs behind the letter of a plate, and where they end. Not thread-safe. */
final class Serial {
  private static final int LONG = 6;
  private static final int SHORT = 5;
  private static final int MOST_GAP = 3;
  private static final int PHONE = 11;
  private static final String TAILS = "警学挂港澳领试超临";

  private final Stretch in;
  private final char[] signs = new char[LONG + 1];
  private final int[] at = new int[LONG + 1];
  private int size;
  private int stars;
  private int end;
  private int behind;

  Serial(Stretch in, int from, boolean lower, boolean masked) {
    this.in = in;
    int i = from;
    while (i < in.size() && size < signs.length) {
      byte kind = in.kind(i);
      boolean code = kind >= Signs.DIGIT && kind <= Signs.LETTER;
      if (code || (masked && kind == Signs.STAR)) {
        at[size] = i;
        signs[size++] = code ? sign(i, lower) : '*';
        stars += code ? 0 : 1;
      } else if ((kind != Signs.GAP && kind != Signs.STAR)
          || i - (size == 0 ? from - 1 : at[size - 1]) > MOST_GAP) {
        break;
      }
      i++;
    }
  }

  /** Whether stars stand for some of them. */
  boolean hides() {
    return stars > 0;
  }

  /** Where the plate ends in the text, once {@link #longest} has found it. */
  int end() {
    return end;
  }

  private char sign(int i, boolean lower) {
    boolean small = lower && in.face(i) == 'L';
    return in.digit(i) >= 0 && !small ? (char) ('0' + in.digit(i)) : in.face(i);
  }

  /** The longest plate that ends where a sign group does; empty where there is none. */
  String longest(String head) {
    String found = "";
    for (int length = SHORT - 1; length <= Math.min(size, LONG); length++) {
      String tail = tail(length);
      boolean whole = tail.isEmpty() ? length >= SHORT && ends(length) : true;
      if (whole && grouped(length) && sound(head, length, tail)) {
        boolean word = length == LONG && !found.isEmpty() && numeralOfProse(length);
        if (!word) {
          behind = at[length - 1] + 1;
          found = head + new String(signs, 0, length) + tail;
          end = tail.isEmpty() ? in.to(at[length - 1]) : tailAt(length) + tail.length();
        }
      }
    }
    return found;
  }

  private String tail(int length) {
    int place = tailAt(length);
    String text = in.text();
    if (length == SHORT - 1 && text.startsWith("应急", place)) {
      return "应急";
    }
    boolean one = place < text.length() && TAILS.indexOf(text.charAt(place)) >= 0;
    boolean temporary = one && text.charAt(place) == '临';
    return one && (length == SHORT - 1 || temporary) ? text.substring(place, place + 1) : "";
  }

  /** Directly behind the sign, or behind a blank where the others have one too. */
  private int tailAt(int length) {
    int place = in.to(at[length - 1]);
    boolean apart = length > 1 && at[1] - at[0] > 1 && at[length - 1] - at[length - 2] > 1;
    String text = in.text();
    while (place < text.length()
        && (Signs.kind(text.charAt(place)) == Signs.IGNORED
            || (apart && Signs.face(text.charAt(place)) == ' '))) {
      place++;
    }
    return place;
  }

  private boolean sound(String head, int length, String tail) {
    int hidden = 0;
    int digits = 0;
    StringBuilder plain = new StringBuilder(head);
    for (int i = 0; i < length; i++) {
      hidden += signs[i] == '*' ? 1 : 0;
      digits += signs[i] >= '0' && signs[i] <= '9' ? 1 : 0;
      plain.append(signs[i] == '*' ? stand(length, i) : signs[i]);
    }
    boolean hides = stars == 0 || (hidden > 0 && hidden <= length - 2);
    boolean temporary = tail.equals("临");
    return hides && digits > 0 && (temporary || Plate.hasShape(plain.append(tail).toString()));
  }

  /** What a hidden sign may be: the letter of a new-energy plate, else a digit. */
  private static char stand(int length, int place) {
    return length == LONG && place == 0 ? 'D' : '1';
  }

  /** Nothing goes on behind it but the digits of a phone. */
  private boolean ends(int length) {
    int next = at[length - 1] + 1;
    if (next >= in.size()) {
      return true;
    }
    byte kind = in.kind(next);
    boolean numeral = kind == Signs.NUMERAL && in.kind(next - 1) != Signs.NUMERAL;
    return kind > Signs.STAR
        || kind == Signs.PROVINCE
        || numeral
        || (kind == Signs.STAR
            && stars == 0
            && in.size() > next + 1
            && in.kind(next + 1) != Signs.STAR)
        || (kind == Signs.DIGIT && phone(next));
  }

  /** The first sign of a phone that stands directly behind the plate; -1 without one. */
  int phone() {
    boolean digit = behind > 0 && behind < in.size() && in.kind(behind) == Signs.DIGIT;
    return digit && phone(behind) ? behind : -1;
  }

  private boolean phone(int from) {
    int i = from;
    while (i < in.size() && in.kind(i) == Signs.DIGIT) {
      i++;
    }
    return i - from == PHONE && in.digit(from) == 1 && in.digit(from + 1) >= 3;
  }

  /** The last sign is a numeral that a word goes on behind: 川AD1234一下. */
  private boolean numeralOfProse(int length) {
    int last = at[length - 1];
    int place = in.to(last);
    boolean numeral = in.kind(last) == Signs.NUMERAL && in.kind(at[length - 2]) != Signs.NUMERAL;
    return numeral
        && place < in.text().length()
        && Character.isIdeographic(in.text().charAt(place));
  }

  /** In one group, sign by sign, or in two of which the second has more than one sign. */
  private boolean grouped(int length) {
    int groups = 1;
    int lastGroup = 1;
    for (int i = 1; i < length; i++) {
      boolean gap = at[i] - at[i - 1] > 1;
      groups += gap ? 1 : 0;
      lastGroup = gap ? 1 : lastGroup + 1;
    }
    return groups == 1 || groups == length || (groups == 2 && lastGroup > 1);
  }
}
