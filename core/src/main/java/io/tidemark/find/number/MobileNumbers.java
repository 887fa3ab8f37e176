package io.tidemark.find.number;

import io.tidemark.find.FoundClass;
import java.util.Set;

/**
 * Mobile numbers of mainland China: eleven digits, the first of them those of an assigned range
 * ({@link NumberingPlan}), with or without +86 before them. In groups they count only as people
 * group them. A number of no assigned range is one only beside its word, or alone and unseparated.
 */
final class MobileNumbers implements DigitClass {
  private static final int LENGTH = 11;
  private static final int SURE = 80;
  private static final int LIKELY = 58;
  private static final long CLUES = Clues.bit(FoundClass.MOBILE) | Clues.bit(FoundClass.WECHAT);

  /** 138 1234 5678 is 344; hexadecimal; eleven digits without a gap are whole. */
  private static final Set<Long> GROUPS =
      Set.of(
          0x344L, 0x38L, 0x74L, 0x47L, 0x443L, 0x335L, 0x353L, 0x56L, 0x65L, 0x3422L, 0x3224L,
          0x32222L, 0x1244L, 0x1aL, 0x3332L, 0x2333L, 0x434L, 0x83L, 0x533L, 0x29L, 0x92L, 0xa1L);

  @Override
  public void judge(Run run, Candidates out) {
    int skip = country(run);
    if (skip < 0 || run.digit(skip) != '1' || run.digit(skip + 1) < '3') {
      return;
    }
    boolean whole = run.groupCount() == 1;
    boolean grouped =
        whole || GROUPS.contains(run.grouping()) || (skip > 0 && run.groupCount() <= 2);
    if (!(grouped || run.even()) || !run.mostlyDigits() || !run.alone()) {
      return;
    }
    long clue = run.clue(out);
    boolean named = (clue & CLUES) != 0;
    boolean nobody =
        (clue & Clues.NONE) != 0
            || (!named && (Clues.behind(run.stretch().text(), end(run)) & Clues.NONE) != 0);
    boolean assigned = NumberingPlan.mobile(run.number(skip, skip + 5));
    if (nobody || !(assigned || named || whole)) {
      return;
    }
    int grounds = (assigned ? 1 : 0) + (named ? 1 : 0);
    int first = run.first() + (whole ? skip : 0);
    out.add(
        run.stretch(),
        first,
        run.last(),
        FoundClass.MOBILE,
        grounds,
        run.text(skip),
        assigned ? SURE : LIKELY);
  }

  private static int end(Run run) {
    return run.stretch().to(run.last() - 1);
  }

  /** How many digits of a country code stand before the eleven; -1 where it is no such number. */
  private static int country(Run run) {
    int skip = run.length() - LENGTH;
    return switch (skip) {
      case 0 -> 0;
      case 2 -> run.number(0, 2) == 86 ? 2 : -1;
      case 4 -> run.number(0, 4) == 86 ? 4 : -1;
      default -> -1;
    };
  }
}
