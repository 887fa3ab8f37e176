package io.tidemark.find.number;

import io.tidemark.classify.Plate;
import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * Plates that begin neither with a province and a letter nor with letters alone: of embassies (使
 * and six digits, or six digits and 使) and of tractors (a province, the two digits of a city, five
 * signs; NY/T 345), the latter beside their word only. In one piece, sign by sign, or in the two
 * groups that stand on the plate; stars may hide some.
 */
final class OtherPlates implements CodeClass {
  private static final int WEIGHT = 85;
  private static final int MASKED = 62;
  private static final int EMBASSY = 6;
  private static final int COUNTRY = 3;
  private static final int TRACTOR = 7;
  private static final int CITY = 2;
  private static final int MOST_STARS = 4;
  private static final int NEAR = 8;
  private static final int MOST_GAP = 3;
  private static final char HEAD = '使';

  /** 即使, 大使: words that end so. */
  private static final String BEFORE = "即假促迫致驱行差主天纵倘";

  /** 使用, 使得: words that begin so. */
  private static final String BEHIND = "用得我你他她它其者命劲人";

  private static final long CLUE = Clues.bit(FoundClass.PLATE);

  @Override
  public void find(Stretch in, Candidates out) {
    embassy(in, out);
    for (int i = 0; i < in.size() && in.has(Signs.PROVINCE); i++) {
      if (in.kind(i) == Signs.PROVINCE) {
        tractor(in, i, out);
      }
    }
  }

  private static void embassy(Stretch in, Candidates out) {
    String text = in.text();
    int begin = headBefore(text, in.from(0));
    if (begin >= 0) {
      Signed signed = new Signed(in, 0, EMBASSY, COUNTRY);
      add(in, begin, signed, HEAD + signed.value(), 0, out);
      return;
    }
    int first = in.size() - EMBASSY;
    int end = in.to(in.size() - 1);
    boolean behind =
        end < text.length()
            && text.charAt(end) == HEAD
            && (end + 1 == text.length() || BEHIND.indexOf(text.charAt(end + 1)) < 0);
    if (behind && first >= 0 && Edges.begins(in, first) && Edges.digit(in, first)) {
      Signed signed = new Signed(in, first, EMBASSY, COUNTRY);
      String value = signed.value() + HEAD;
      if (signed.groups == 1 && signed.stars == 0 && Plate.hasShape(value)) {
        Span span = new Span(in.from(first), end + 1);
        out.add(Candidate.of(FoundClass.PLATE, span, Confidence.MEDIUM, value, WEIGHT));
      }
    }
  }

  /** Where 使 stands before a place, blanks passed over and no word ends with it; else -1. */
  private static int headBefore(String text, int at) {
    int place = at - 1;
    while (place >= 0 && at - place <= MOST_GAP && blank(text.charAt(place))) {
      place--;
    }
    boolean head = place >= 0 && text.charAt(place) == HEAD;
    return head && (place == 0 || BEFORE.indexOf(text.charAt(place - 1)) < 0) ? place : -1;
  }

  private static boolean blank(char c) {
    return Signs.kind(c) == Signs.GAP || Signs.kind(c) == Signs.IGNORED;
  }

  private static void tractor(Stretch in, int province, Candidates out) {
    int first = province + 1;
    while (first < in.size() && first - province <= 2 && in.kind(first) == Signs.GAP) {
      first++;
    }
    if (!Edges.digit(in, first)) {
      return;
    }
    Signed signed = new Signed(in, first, TRACTOR, CITY);
    if (signed.size == TRACTOR && named(in, province, signed.last, out)) {
      add(in, in.from(province), signed, in.face(province) + signed.value(), 1, out);
    }
  }

  private static boolean named(Stretch in, int province, int last, Candidates out) {
    if ((out.clue(in.text(), in.from(province)) & CLUE) != 0) {
      return true;
    }
    int end = in.to(last - 1);
    String behind = in.text().substring(end, Math.min(in.text().length(), end + NEAR));
    return behind.contains("拖") || behind.contains("农机") || behind.contains("收割");
  }

  private static void add(
      Stretch in, int begin, Signed signed, String value, int grounds, Candidates out) {
    boolean shown = signed.stars == 0;
    boolean shape = Plate.hasShape(value.replace('*', '1'));
    if (shape && signed.usual() && signed.stars <= MOST_STARS && Edges.ends(in, signed.last)) {
      out.add(
          Candidate.of(
              FoundClass.PLATE,
              new Span(begin, in.to(signed.last - 1)),
              Confidence.by(shown ? Math.max(1, grounds) : grounds),
              value,
              shown ? Finding.Form.WHOLE : Finding.Form.MASKED,
              shown ? WEIGHT : MASKED));
    }
  }

  /** So many digits, letters and stars, and how they are set apart. Not thread-safe. */
  private static final class Signed {
    private final StringBuilder signs = new StringBuilder();
    private final int most;
    private final int firstGroup;
    private int size;
    private int stars;
    private int groups = 1;
    private int firstEnd;
    private int last;

    Signed(Stretch in, int from, int most, int firstGroup) {
      this.most = most;
      this.firstGroup = firstGroup;
      int gap = 0;
      last = from + 1;
      for (int i = from; i < in.size() && size < most; i++) {
        byte kind = in.kind(i);
        boolean star = kind == Signs.STAR;
        if (star || (kind >= Signs.DIGIT && kind <= Signs.LETTER)) {
          groups += gap > 0 ? 1 : 0;
          firstEnd = groups == 1 ? size + 1 : firstEnd;
          gap = 0;
          signs.append(star ? '*' : in.digit(i) >= 0 ? (char) ('0' + in.digit(i)) : in.face(i));
          stars += star ? 1 : 0;
          size++;
          last = i + 1;
        } else if (kind != Signs.GAP || ++gap > 1 || in.face(i) == '\n') {
          break;
        }
      }
    }

    String value() {
      return signs.toString();
    }

    /** In one piece, sign by sign, or in the two groups of the plate. */
    boolean usual() {
      boolean two = groups == 2 && firstEnd == firstGroup;
      return size == most && (groups == 1 || groups == most || two);
    }
  }
}
