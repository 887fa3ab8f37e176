package io.tidemark.find.lexicon;

/** Divides a text into sentences that a {@link Lattice} holds. */
public final class Sentences {
  private Sentences() {}

  /** Is told of a sentence, without what ends it. */
  public interface Reader {
    /** From the first unit up to behind the last. */
    void sentence(int from, int to);
  }

  /** Tells of each sentence of the text that has a Chinese character, in order. */
  public static void in(CharSequence text, Reader reader) {
    int from = 0;
    int lastGap = 0;
    boolean hanzi = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean here = Candidates.hanzi(c);
      hanzi |= here;
      if ("\n。！？!?；;".indexOf(c) >= 0) {
        if (hanzi) {
          reader.sentence(from, i);
        }
        from = i + 1;
        hanzi = false;
      } else if (i - from == Lattice.LONGEST - 1) {
        int to = lastGap > from ? lastGap : i;
        if (hanzi) {
          reader.sentence(from, to);
        }
        hanzi = i > to || here;
        from = to;
      }
      lastGap = here ? lastGap : i;
    }
    if (hanzi) {
      reader.sentence(from, text.length());
    }
  }
}
