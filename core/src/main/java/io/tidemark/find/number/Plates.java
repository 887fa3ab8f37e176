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
 * armed police (WJ); military beside their word; the rest are {@link OtherPlates}'. O and I stand
 * for digits, which have no letter like them in a serial. Some signs may be hidden by stars.
 */
final class Plates implements CodeClass {
  private static final int WEIGHT = 85;
  private static final int PHONE = 11;
  private static final int MASKED = 62;
  private static final int NAMED = 88;
  private static final int MOST_GAP = 3;
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
      if (masked.hides()) {
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

  /** 川A1234513812345678: the plate ends where the digits of a whole mobile number begin. */
  private static void phone(Stretch in, int from, Candidates out) {
    StringBuilder digits = new StringBuilder();
    for (int i = from; i < from + PHONE; i++) {
      digits.append(in.digit(i));
    }
    if (NumberingPlan.mobile(digits)) {
      out.add(in, from, from + PHONE, FoundClass.MOBILE, 1, digits.toString(), WEIGHT);
    }
  }

  private static boolean add(
      Stretch in, int province, int letter, Serial serial, Finding.Form form, Candidates out) {
    String value = serial.longest("" + in.face(province) + in.face(letter));
    if (value.isEmpty()) {
      return false;
    }
    if (serial.phone() >= 0) {
      phone(in, serial.phone(), out);
    }
    boolean named = (out.clue(in.text(), in.from(province)) & CLUE) != 0;
    boolean whole = form == Finding.Form.WHOLE;
    out.add(
        Candidate.of(
            FoundClass.PLATE,
            new Span(in.from(province), serial.end()),
            Confidence.by((whole ? 1 : 0) + (named ? 1 : 0)),
            value,
            form,
            whole ? WEIGHT : MASKED));
    return true;
  }

  private static void forces(Stretch in, Candidates out) {
    Parts parts = in.codes();
    for (int i = 0; i < parts.size(); i++) {
      int from = parts.from(i);
      int length = parts.to(i) - from;
      if (length >= 2 && in.face(from) == 'W' && in.face(from + 1) == 'J') {
        armed(in, i, out);
      } else if (length == 7
          && (from == 0 || in.kind(from - 1) != Signs.PROVINCE)
          && Plate.hasShape(text(in, from, from + 7))) {
        long clue = out.clue(in.text(), in.from(from));
        if ((clue & CLUE) != 0 && (clue & Clues.TIGHT) != 0) {
          add(in, in.from(from), parts.to(i), text(in, from, parts.to(i)), 1, NAMED, out);
        }
      } else if (length == 6 && in.kind(from) == Signs.LETTER) {
        char before = before(in.text(), in.from(from));
        String value = FORCES.indexOf(before) < 0 ? "" : before + text(in, from, parts.to(i));
        if (Plate.hasShape(value)) {
          int begin = in.text().lastIndexOf(before, in.from(from));
          add(in, begin, parts.to(i), value, 1, WEIGHT, out);
        }
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
