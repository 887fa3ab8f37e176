package io.tidemark.find.number;

import io.tidemark.classify.CalendarDate;
import io.tidemark.classify.CheckDigits;
import io.tidemark.classify.Provinces;
import io.tidemark.find.FoundClass;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identity numbers of citizens (GB 11643-1999): province, birth, sequence, check character by ISO
 * 7064 MOD 11-2; of residents from Hong Kong, Macau and Taiwan, whose permits begin with 81, 82, 83
 * (GA/T 704 of 2018), of foreigners since 2023 (9 and a province), and those of 15 digits of before
 * 1999. A wrong check character lowers the confidence of a number that stands as people write it.
 */
final class IdentityNumbers implements DigitClass {
  private static final int BODY = 17;
  private static final int OLD = 15;
  private static final int CHECKED = 95;
  private static final int NAMED = 88;
  private static final int UNCHECKED = 70;
  private static final int OLD_ALONE = 56;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2050;
  private static final long CLUES =
      Clues.bit(FoundClass.IDENTITY_NUMBER)
          | Clues.bit(FoundClass.IDENTITY_NUMBER_15)
          | Clues.bit(FoundClass.RESIDENCE_PERMIT);

  /** 6-8-4, 6-4-4-4 and the like; 0xf stands for fifteen and more. */
  private static final Set<Long> GROUPS =
      Set.of(
          0xfL, 0x684L, 0x6444L, 0x6483L, 0x33444L, 0x64224L, 0x6e4L, 0x44442L, 0x66L, 0x666L,
          0xe4L, 0x6cL);

  @Override
  public void judge(Run run, Candidates out) {
    if (run.length() == BODY) {
      int x = crossAt(run);
      if (x >= 0) {
        whole(run, 'X', x + 1, out);
      }
    } else if (run.length() == BODY + 1) {
      whole(run, run.digit(BODY), run.last(), out);
    } else if (run.length() == OLD) {
      old(run, out);
    }
  }

  /** Where the X stands that ends it: directly behind, or behind a gap, with nothing after it. */
  private static int crossAt(Run run) {
    Stretch in = run.stretch();
    int at = run.last();
    while (at < in.size() && in.kind(at) == Signs.GAP && at - run.last() < 2) {
      at++;
    }
    boolean cross = at < in.size() && in.face(at) == 'X' && in.kind(at) == Signs.LETTER;
    return cross && Edges.ends(in, at + 1) ? at : -1;
  }

  private static void whole(Run run, char check, int last, Candidates out) {
    FoundClass found = found(run);
    if (found == null || !run.mostlyDigits()) {
      return;
    }
    String body = run.text(0, BODY);
    boolean checks = CheckDigits.identity(body) == check;
    boolean alone =
        Edges.begins(run.stretch(), run.first())
            && (last != run.last() || Edges.ends(run.stretch(), last))
            && (last != run.last() || !run.goesOn());
    long clue = run.clue(out);
    boolean named = (clue & CLUES) != 0;
    boolean nobody = (clue & Clues.NONE) != 0;
    if (!alone || (!checks && (nobody || !(named || usual(run))))) {
      return;
    }
    int grounds = (checks ? 2 : 0) + (named ? 1 : 0);
    int weight = checks ? CHECKED : named ? NAMED : UNCHECKED;
    out.add(run.stretch(), run.first(), last, found, grounds, body + check, weight);
  }

  private static boolean usual(Run run) {
    return run.even() || GROUPS.contains(run.grouping());
  }

  /** Of which class a number is, by its place and its birth; null where it has none. */
  private static @Nullable FoundClass found(Run run) {
    int province = run.number(0, 2);
    boolean foreigner = run.digit(0) == '9' && Provinces.known(run.number(1, 3));
    if (!(Provinces.known(province) || foreigner)
        || !born(run.number(6, 10), run.number(10, 12), run.number(12, 14))) {
      return null;
    }
    boolean permit = province >= 81 && province <= 83;
    return permit ? FoundClass.RESIDENCE_PERMIT : FoundClass.IDENTITY_NUMBER;
  }

  private static boolean born(int year, int month, int day) {
    return year >= FIRST_YEAR && year <= LAST_YEAR && CalendarDate.exists(year, month, day);
  }

  private static void old(Run run, Candidates out) {
    boolean sound =
        Provinces.known(run.number(0, 2))
            && run.number(0, 2) < 81
            && born(1900 + run.number(6, 8), run.number(8, 10), run.number(10, 12));
    long clue = run.clue(out);
    boolean named = (clue & CLUES) != 0;
    boolean bare = (clue & Clues.NONE) == 0 && run.groupCount() == 1;
    if (sound && (named || bare) && run.mostlyDigits() && run.alone()) {
      out.add(
          run.stretch(),
          run.first(),
          run.last(),
          FoundClass.IDENTITY_NUMBER_15,
          named ? 1 : 0,
          run.text(0),
          named ? NAMED : OLD_ALONE);
    }
  }
}
