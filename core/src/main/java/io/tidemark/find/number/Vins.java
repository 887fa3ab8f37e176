package io.tidemark.find.number;

import io.tidemark.classify.CheckDigits;
import io.tidemark.find.FoundClass;

/**
 * Vehicle identification numbers: 17 digits and letters without I, O and Q, the last four digits
 * (ISO 3779, GB 16735-2019). A check character in the ninth place raises the confidence. In groups
 * a number needs its check character or its word; alone and unchecked, five digits at its end and
 * the region of a maker of cars.
 */
final class Vins implements Codes.Judge {
  private static final int LENGTH = 17;
  private static final int CHECKED = 93;
  private static final int NAMED = 87;
  private static final int ALONE = 55;
  private static final int FEW = 5;
  private static final int FEWEST = 3;
  private static final String REGIONS = "LJKWVSYZM12345";
  private static final long CLUE = Clues.bit(FoundClass.VIN);

  @Override
  public void judge(Code code, Candidates out) {
    if (code.length() != LENGTH || !shape(code) || !code.alone()) {
      return;
    }
    String text = code.sign(0, true) == 'L' ? 'L' + code.text().substring(1) : code.text();
    boolean checks = CheckDigits.vin(text);
    long clue = code.clue(out);
    boolean named = (clue & CLUE) != 0;
    boolean region =
        code.groups() == 1
            && REGIONS.indexOf(text.charAt(0)) >= 0
            && code.digits(LENGTH - FEW, LENGTH);
    boolean grouped = code.groups() == 1 || code.evenly();
    if ((checks && grouped) || named || (region && (clue & Clues.NONE) == 0)) {
      int grounds = (checks ? 1 : 0) + (named ? 1 : 0);
      int weight = checks ? CHECKED : named ? NAMED : ALONE;
      out.add(code.stretch(), code.first(), code.last(), FoundClass.VIN, grounds, text, weight);
    }
  }

  private static boolean shape(Code code) {
    int digits = code.countDigits();
    if (!code.digits(LENGTH - 4, LENGTH) || digits < FEW || digits > LENGTH - 2) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (code.sign(i, false) == 'Q') {
        return false;
      }
    }
    return code.trueDigits(FEWEST);
  }
}
