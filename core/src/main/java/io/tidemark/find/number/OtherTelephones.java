package io.tidemark.find.number;

import io.tidemark.find.FoundClass;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;
import java.util.Set;

/**
 * Telephones that no person carries: landlines, an area code and seven or eight digits of which the
 * first is 2 to 8, without a code only beside their word (400, 800 and 95xxx belong to nobody); and
 * numbers of machines, thirteen digits of 1064x, or of 14x beside their word (numbering plan of the
 * Ministry of Industry and Information Technology for the internet of things, 2017).
 */
final class OtherTelephones implements DigitClass {
  private static final int LANDLINE = 65;
  private static final int MACHINE = 72;
  private static final int MACHINE_LENGTH = 13;
  private static final long LANDLINE_CLUE = Clues.bit(FoundClass.LANDLINE);
  private static final long MACHINE_CLUE = Clues.bit(FoundClass.MACHINE_NUMBER);
  private static final Set<Long> BARE = Set.of(0x7L, 0x8L, 0x34L, 0x44L);

  @Override
  public void judge(Run run, Candidates out) {
    if (run.length() == MACHINE_LENGTH && run.digit(0) == '1') {
      machine(run, out);
    } else if (run.length() >= 10 && run.length() <= 12 && run.digit(0) == '0') {
      national(run, out);
    } else if (run.length() == 7 || run.length() == 8) {
      local(run, out);
    } else if (run.length() >= 11 && run.length() <= 13 && run.number(0, 2) == 86) {
      abroad(run, out);
    }
  }

  private static void machine(Run run, Candidates out) {
    boolean range = run.number(0, 4) == 1064;
    boolean young = run.number(0, 2) == 14;
    long clue = run.clue(out);
    boolean named = (clue & MACHINE_CLUE) != 0;
    boolean nobody = (clue & Clues.NONE) != 0;
    if ((range || (young && named)) && !nobody && run.mostlyDigits() && run.alone()) {
      int grounds = (range ? 1 : 0) + (named ? 1 : 0);
      add(run, FoundClass.MACHINE_NUMBER, grounds, run.text(0), MACHINE, out);
    }
  }

  private static void national(Run run, Candidates out) {
    int area = area(run, 1);
    if (area > 0 && !continued(run) && subscriber(run, 1 + area) && groupedAfter(run, 1 + area)) {
      landline(run, run.text(0), 1, out);
    }
  }

  /** Whether a dash joins it to what stands before, as in a UUID. */
  private static boolean continued(Run run) {
    Stretch in = run.stretch();
    int before = run.first() - 2;
    return before >= 0
        && in.kind(before + 1) == Signs.GAP
        && in.face(before + 1) == '-'
        && in.kind(before) >= Signs.DIGIT
        && in.kind(before) <= Signs.LETTER;
  }

  /** +86 28 8765 4321: the country's code, and no zero before the area's. */
  private static void abroad(Run run, Candidates out) {
    int area = area(run, 2);
    if (plus(run) && area > 0 && subscriber(run, 2 + area)) {
      landline(run, "0" + run.text(2), 1, out);
    }
  }

  private static boolean plus(Run run) {
    Stretch in = run.stretch();
    int begin = in.from(run.first());
    return begin > 0 && Signs.face(in.text().charAt(begin - 1)) == '+';
  }

  /** Its area code's digits from {@code at} on, 0 where the rest is no number of such an area. */
  private static int area(Run run, int at) {
    int rest = run.length() - at;
    if (rest == 10 && NumberingPlan.area(run.number(at, at + 2))) {
      return 2;
    }
    boolean three = rest == 10 || rest == 11;
    return three && NumberingPlan.area(run.number(at, at + 3)) ? 3 : 0;
  }

  private static boolean subscriber(Run run, int at) {
    return run.digit(at) >= '2' && run.digit(at) <= '8';
  }

  /** In one piece, or with a gap behind the area code. */
  private static boolean groupedAfter(Run run, int area) {
    long groups = run.grouping();
    int rest = run.length() - area;
    return run.groupCount() == 1
        || run.even()
        || groups == ((long) area << 4 | rest)
        || groups == ((long) area << 8 | (rest - 4L) << 4 | 4);
  }

  private static void local(Run run, Candidates out) {
    long clue = run.clue(out);
    boolean named = (clue & LANDLINE_CLUE) != 0 && (clue & Clues.TIGHT) != 0;
    boolean foreign = plus(run);
    if (named && !foreign && subscriber(run, 0) && BARE.contains(run.grouping()) && !dated(run)) {
      landline(run, run.text(0), 0, out);
    }
  }

  private static boolean dated(Run run) {
    return run.length() == 8 && run.number(0, 2) == 20;
  }

  private static void landline(Run run, String value, int known, Candidates out) {
    long clue = run.clue(out);
    boolean named = (clue & LANDLINE_CLUE) != 0;
    boolean alone =
        Edges.begins(run.stretch(), run.first()) && Edges.ends(run.stretch(), run.last());
    if ((clue & Clues.NONE) == 0 && run.mostlyDigits() && alone) {
      add(run, FoundClass.LANDLINE, known + (named ? 1 : 0), value, LANDLINE, out);
    }
  }

  private static void add(
      Run run, FoundClass found, int grounds, String value, int weight, Candidates out) {
    Stretch in = run.stretch();
    int first = run.first();
    boolean open = first > 0 && in.kind(first - 1) == Signs.GAP && in.face(first - 1) == '(';
    out.add(in, open ? first - 1 : first, run.last(), found, grounds, value, weight);
  }
}
