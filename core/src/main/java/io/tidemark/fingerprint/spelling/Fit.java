package io.tidemark.fingerprint.spelling;

import java.util.BitSet;
import java.util.List;

/**
 * Fits a text with slots onto a text without: which spelling can stand in each slot so that the
 * whole comes out. The work grows with the sum of the spellings, not with their product. Immutable.
 *
 * @param fixed what stands around the slots: one more than these
 * @param slots the spellings of each slot, in the order of the text; none for a text without slots
 */
record Fit(List<String> fixed, List<List<String>> slots) {

  /** For each slot the set of spellings with which the whole text comes out. */
  int[] equalTo(String text) {
    int[] masks = new int[slots.size()];
    add(text, ahead(text, 0), text.length(), masks);
    return masks;
  }

  /** For each slot the set of spellings in the longest renderings that stand in the text. */
  int[] longestIn(String text) {
    int[] masks = new int[slots.size()];
    int longest = 0;
    for (int start = 0; start < text.length(); start++) {
      BitSet[] ahead = ahead(text, start);
      int end = ahead[slots.size()].length() - 1;
      if (end - start > longest) {
        longest = end - start;
        masks = new int[slots.size()];
      }
      if (end > start && end - start == longest) {
        add(text, ahead, end, masks);
      }
    }
    return masks;
  }

  /** The places where slot i can begin, for each i; the last set holds where the whole can end. */
  private BitSet[] ahead(String text, int start) {
    BitSet[] ahead = new BitSet[slots.size() + 1];
    for (int i = 0; i < ahead.length; i++) {
      ahead[i] = new BitSet();
    }
    if (!slots.isEmpty() && text.startsWith(fixed.get(0), start)) {
      ahead[0].set(start + fixed.get(0).length());
    }
    for (int i = 0; i < slots.size(); i++) {
      for (int p = ahead[i].nextSetBit(0); p >= 0; p = ahead[i].nextSetBit(p + 1)) {
        for (String spelling : slots.get(i)) {
          int next = next(text, i, p, spelling);
          if (next >= 0) {
            ahead[i + 1].set(next);
          }
        }
      }
    }
    return ahead;
  }

  private void add(String text, BitSet[] ahead, int end, int[] masks) {
    BitSet reached = new BitSet();
    if (ahead[slots.size()].get(end)) {
      reached.set(end);
    }
    for (int i = slots.size() - 1; i >= 0; i--) {
      BitSet before = new BitSet();
      for (int p = ahead[i].nextSetBit(0); p >= 0; p = ahead[i].nextSetBit(p + 1)) {
        for (int s = 0; s < slots.get(i).size(); s++) {
          int next = next(text, i, p, slots.get(i).get(s));
          if (next >= 0 && reached.get(next)) {
            before.set(p);
            masks[i] |= 1 << s;
          }
        }
      }
      reached = before;
    }
  }

  /** Where slot i + 1 begins when this spelling of slot i stands at p, or -1. */
  private int next(String text, int i, int p, String spelling) {
    int from = p + spelling.length();
    String behind = fixed.get(i + 1);
    return text.startsWith(spelling, p) && text.startsWith(behind, from)
        ? from + behind.length()
        : -1;
  }
}
