package io.tidemark.calls.said;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as its pairs of neighbouring characters in their order; numbers count as one sign, since a
 * plate or a price differs from customer to customer. Holds hashes and no text.
 *
 * @param inOrder a hash of each pair, as they follow each other
 * @param sorted each hash once, ascending
 */
record Shingles(int[] inOrder, int[] sorted) {
  private static final int LONGEST = 400;
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}#]+");

  static Shingles of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    plain = BETWEEN.matcher(NUMBER.matcher(plain).replaceAll("#")).replaceAll(" ").strip();
    int[] points = plain.codePoints().limit(LONGEST).toArray();
    int[] inOrder = new int[Math.max(0, points.length - 1)];
    for (int i = 0; i < inOrder.length; i++) {
      inOrder[i] = mixed(points[i] * 1_000_003 + points[i + 1]);
    }
    return new Shingles(inOrder, Arrays.stream(inOrder).sorted().distinct().toArray());
  }

  /** Two texts with the same pairs in the same order are one. */
  long code() {
    long code = 0;
    for (int one : inOrder) {
      code = (code ^ one) * 0x100000001b3L + 1;
    }
    return code;
  }

  boolean has(int shingle) {
    return Arrays.binarySearch(sorted, shingle) >= 0;
  }

  static int mixed(int value) {
    int z = value * 0x9e3779b1;
    z = (z ^ z >>> 16) * 0x85ebca6b;
    z = (z ^ z >>> 13) * 0xc2b2ae35;
    return z ^ z >>> 16;
  }
}
