package io.tidemark.find.number;

import io.tidemark.find.FoundClass;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * Numbers without a check digit that only their word tells: the file number of a driving licence
 * (12 digits, GA 482-2012), the number of a blank licence (13 digits), and accounts of QQ (5 to 11
 * digits, the first no zero).
 */
final class NamedNumbers implements DigitClass {
  private static final int WEIGHT = 89;
  private static final int ACCOUNT = 60;
  private static final int FILE = 12;
  private static final int BLANK = 13;
  private static final int LONGEST_ACCOUNT = 11;

  @Override
  public void judge(Run run, Candidates out) {
    if (run.length() == FILE) {
      named(run, FoundClass.FILE_NUMBER, WEIGHT, out);
    } else if (run.length() == BLANK) {
      named(run, FoundClass.LICENCE_BLANK, WEIGHT, out);
    } else if (run.length() <= LONGEST_ACCOUNT && run.digit(0) != '0' && run.groupCount() == 1) {
      named(run, FoundClass.WECHAT, ACCOUNT, out);
    }
  }

  private static void named(Run run, FoundClass found, int weight, Candidates out) {
    long clue = run.clue(out);
    Stretch in = run.stretch();
    long bit = Clues.bit(found);
    boolean named =
        ((clue & bit) != 0 && (clue & Clues.TIGHT) != 0)
            || (found != FoundClass.WECHAT
                && (Clues.behind(in.text(), pastStars(in, run.last())) & bit) != 0);
    if (named && run.mostlyDigits() && run.alone()) {
      out.add(in, run.first(), run.last(), found, 1, run.text(0), weight);
    }
  }

  /** A bar code's text stands between stars. */
  private static int pastStars(Stretch in, int last) {
    int end = last < in.size() && in.kind(last) == Signs.STAR ? last + 1 : last;
    return in.to(end - 1);
  }
}
