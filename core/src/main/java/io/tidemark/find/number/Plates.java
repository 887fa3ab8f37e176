package io.tidemark.find.number;

import io.tidemark.classify.Plate;
import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Parts;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * Number plates (GA 36-2018): a province, a letter and five signs, or six of a new-energy vehicle
 * (small: the letter first, large: last); with 警, 学, 挂, 港, 澳, 领, 试, 超, 临 or 应急 behind four of them;
 * armed police (WJ); embassies (使); military beside their word. O and I stand for digits, which
 * have no letter like them in a serial. Some signs may be hidden by stars.
 */
final class Plates implements CodeClass {
  private static final int WEIGHT = 85;
  private static final int MASKED = 62;
  private static final int NAMED = 88;
  private static final int LONG = 6;
  private static final int SHORT = 5;
  private static final int MOST_GAP = 3;
  private static final String TAILS = "警学挂港澳领试超临";
  private static final String FORCES = "军海空";
  private static final long CLUE = Clues.bit(FoundClass.PLATE);

  @Override
  public void find(Stretch in, Candidates out) {
    for (int i = 0; i < in.size() && in.has(Signs.PROVINCE); i++) {
      if (in.kind(i) == Signs.PROVINCE) {
        civil(in, i, out);
      }
    }
    forces(in, out);
  }

  private static void civil(Stretch in, int province, Candidates out) {
    int letter = behindGap(in, province + 1);
    boolean city =
        letter < in.size()
            && (in.kind(letter) == Signs.LETTER || in.kind(letter) == Signs.EITHER)
            && in.face(letter) != 'I';
    if (!city) {
      return;
    }
    boolean lower = Character.isLowerCase(in.text().charAt(in.from(letter)));
    Serial whole = new Serial(in, letter + 1, lower, false);
    if (!add(in, province, letter, whole, Finding.Form.WHOLE, out)) {
      Serial masked = new Serial(in, letter + 1, lower, true);
      if (masked.stars > 0) {
        add(in, province, letter, masked, Finding.Form.MASKED, out);
      }
    }
  }

  private static int behindGap(Stretch in, int from) {
    int at = from;
    while (at < in.size()
        && at - from < MOST_GAP
        && (in.kind(at) == Signs.GAP || in.kind(at) == Signs.STAR)) {
      at++;
    }
    return at;
  }

  private static boolean add(
      Stretch in, int province, int letter, Serial serial, Finding.Form form, Candidates out) {
    String value = serial.longest("" + in.face(province) + in.face(letter));
    if (value.isEmpty()) {
      return false;
    }
    boolean named = (out.clue(in.text(), in.from(province)) & CLUE) != 0;
    boolean whole = form == Finding.Form.WHOLE;
    out.add(
        Candidate.of(
            FoundClass.PLATE,
            new Span(in.from(province), serial.end),
            Confidence.by((whole ? 1 : 0) + (named ? 1 : 0)),
            value,
            form,
            whole ? WEIGHT : MASKED));
    return true;
  }

  /** What follows the letter of a plate. */
  private static final class Serial {
    private final Stretch in;
    private final char[] signs = new char[LONG + 1];
    private final int[] at = new int[LONG + 1];
    private int size;
    private int stars;
    private int end;

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
        } else if (kind != Signs.GAP && kind != Signs.STAR
            || i - (size == 0 ? from - 1 : at[size - 1]) > MOST_GAP) {
          break;
        }
        i++;
      }
    }

    private char sign(int i, boolean lower) {
      boolean small = lower && in.face(i) == 'L';
      return in.digit(i) >= 0 && !small ? (char) ('0' + in.digit(i)) : in.face(i);
    }

    /** The longest plate that ends where a sign group does; empty where there is none. */
    private String longest(String head) {
      String found = "";
      for (int length = SHORT - 1; length <= Math.min(size, LONG); length++) {
        String tail = tail(length);
        boolean whole = tail.isEmpty() ? length >= SHORT && ends(length) : true;
        if (whole && grouped(length) && sound(head, length, tail)) {
          boolean word = length == LONG && !found.isEmpty() && numeralOfProse(length);
          if (!word) {
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
        plain.append(signs[i] == '*' ? length == LONG && i == 0 ? 'D' : '1' : signs[i]);
      }
      boolean hides = stars == 0 || (hidden > 0 && hidden <= length - 2);
      boolean temporary = tail.equals("临");
      return hides && digits > 0 && (temporary || Plate.hasShape(plain.append(tail).toString()));
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

    private boolean phone(int from) {
      int i = from;
      while (i < in.size() && in.kind(i) == Signs.DIGIT) {
        i++;
      }
      return i - from == 11 && in.digit(from) == 1 && in.digit(from + 1) >= 3;
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

  private static void forces(Stretch in, Candidates out) {
    Parts parts = in.codes();
    for (int i = 0; i < parts.size(); i++) {
      int from = parts.from(i);
      int length = parts.to(i) - from;
      char before = before(in.text(), in.from(from));
      if (length >= 2 && in.face(from) == 'W' && in.face(from + 1) == 'J') {
        armed(in, i, out);
      } else if (length == 7
          && (from == 0 || in.kind(from - 1) != Signs.PROVINCE)
          && Plate.hasShape(text(in, from, from + 7))) {
        long clue = out.clue(in.text(), in.from(from));
        if ((clue & CLUE) != 0 && (clue & Clues.TIGHT) != 0) {
          add(in, in.from(from), parts.to(i), text(in, from, parts.to(i)), 1, NAMED, out);
        }
      } else if (length == 6 && FORCES.indexOf(before) >= 0 && in.kind(from) == Signs.LETTER) {
        String value = before + text(in, from, parts.to(i));
        if (Plate.hasShape(value)) {
          int begin = in.text().lastIndexOf(before, in.from(from));
          add(in, begin, parts.to(i), value, 1, WEIGHT, out);
        }
      } else if (length == 6) {
        embassy(in, from, parts.to(i), before, out);
      }
    }
  }

  private static boolean between(char c) {
    return Signs.kind(c) == Signs.GAP || Signs.kind(c) == Signs.IGNORED;
  }

  /** The character before a place, blanks passed over. */
  private static char before(String text, int at) {
    int place = at;
    while (place > 0 && at - place < MOST_GAP && between(text.charAt(place - 1))) {
      place--;
    }
    return place == 0 ? 0 : text.charAt(place - 1);
  }

  private static void embassy(Stretch in, int from, int to, char before, Candidates out) {
    int end = in.to(to - 1);
    boolean behind = end < in.text().length() && in.text().charAt(end) == '使';
    String digits = text(in, from, to);
    String value = before == '使' ? '使' + digits : behind ? digits + '使' : "";
    boolean whole = Edges.begins(in, from) && Edges.ends(in, to);
    if (!value.isEmpty() && whole && Plate.hasShape(value)) {
      int begin = before == '使' ? in.text().lastIndexOf('使', in.from(from)) : in.from(from);
      Span span = new Span(begin, before == '使' ? end : end + 1);
      out.add(Candidate.of(FoundClass.PLATE, span, Confidence.MEDIUM, value, WEIGHT));
    }
  }

  /** WJ, the province or its two digits, and five signs. */
  private static void armed(Stretch in, int part, Candidates out) {
    int from = in.codes().from(part);
    StringBuilder value = new StringBuilder();
    int end = from;
    for (int i = from; i < in.size() && value.length() <= 9; i++) {
      byte kind = in.kind(i);
      if (kind >= Signs.DIGIT && kind <= Signs.PROVINCE) {
        value.append(in.digit(i) >= 0 ? (char) ('0' + in.digit(i)) : in.face(i));
        end = i + 1;
      } else if (kind != Signs.GAP || in.face(i) == '\n' || i > end) {
        break;
      }
    }
    if (value.length() >= 8 && Plate.hasShape(value.toString())) {
      add(in, in.from(from), end, value.toString(), 1, WEIGHT + 1, out);
    }
  }

  private static void add(
      Stretch in, int begin, int last, String value, int grounds, int weight, Candidates out) {
    Span span = new Span(begin, in.to(last - 1));
    out.add(Candidate.of(FoundClass.PLATE, span, Confidence.by(grounds), value, weight));
  }

  private static String text(Stretch in, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(in.digit(i) >= 0 ? (char) ('0' + in.digit(i)) : in.face(i));
    }
    return text.toString();
  }
}
