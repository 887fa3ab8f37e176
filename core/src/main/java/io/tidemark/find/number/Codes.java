package io.tidemark.find.number;

import io.tidemark.find.written.Parts;
import io.tidemark.find.written.Stretch;

/** Moves along a stretch and shows each code of seven signs or more that its parts make. */
final class Codes {
  /** Looks at one code. */
  interface Judge {
    /** Adds what the code is, if it is one of its class. */
    void judge(Code code, Candidates out);
  }

  private static final int SHORTEST = 4;
  private static final int MOST_PARTS = 20;

  private final Code code = new Code();
  private final Judge[] judges;

  Codes(Judge... judges) {
    this.judges = judges.clone();
  }

  void each(Stretch in, Candidates out) {
    Parts parts = in.codes();
    for (int i = 0; i < parts.size(); i++) {
      boolean going = code.begin(in, i);
      for (int j = i; going; ) {
        if (code.length() >= SHORTEST) {
          for (Judge judge : judges) {
            judge.judge(code, out);
          }
        }
        j++;
        going = j < parts.size() && j - i < MOST_PARTS && parts.joined(j) && code.append(j);
      }
    }
  }
}
