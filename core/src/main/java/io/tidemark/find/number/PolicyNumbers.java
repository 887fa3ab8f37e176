package io.tidemark.find.number;

import io.tidemark.find.FoundClass;

/**
 * Policy numbers, for which there is no standard: those that look like an insurer's own ({@link
 * PolicyShapes}), and 8 to 30 signs with six digits directly behind their word. PD, two letters and
 * 18 digits, as the largest motor insurer writes them, are known without a word.
 */
final class PolicyNumbers implements Codes.Judge {
  private static final int LEARNT = 94;
  private static final int NAMED = 91;
  private static final int KNOWN = 57;
  private static final int SHORTEST = 8;
  private static final int LONGEST = 30;
  private static final int KNOWN_LENGTH = 22;
  private static final int KNOWN_LETTERS = 4;
  private static final long CLUE = Clues.bit(FoundClass.POLICY_NUMBER);

  private final PolicyShapes shapes;

  PolicyNumbers(PolicyShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  public void judge(Code code, Candidates out) {
    int length = code.length();
    if (length < SHORTEST || length > LONGEST || !code.trueDigits(6) || !code.alone()) {
      return;
    }
    long clue = code.clue(out);
    boolean named = (clue & CLUE) != 0 && (clue & Clues.TIGHT) != 0;
    boolean known =
        length == KNOWN_LENGTH
            && code.sign(0, false) == 'P'
            && code.sign(1, false) == 'D'
            && code.letter(2)
            && code.letter(3)
            && code.digits(KNOWN_LETTERS, length);
    boolean learnt = shapes != PolicyShapes.NONE && shapes.has(code.text());
    if (learnt || known || (named && code.groups() == 1)) {
      int grounds = (named ? 1 : 0) + (learnt ? 1 : 0) + (known && named ? 1 : 0);
      int weight = learnt ? LEARNT : named ? NAMED : KNOWN;
      out.add(
          code.stretch(),
          code.first(),
          code.last(),
          FoundClass.POLICY_NUMBER,
          grounds,
          code.text(),
          weight);
    }
  }
}
