package io.tidemark.chainsim.leak;

/**
 * The longest text that stands in both of two texts, in its order but perhaps with gaps: the
 * longest common subsequence (Wagner and Fischer 1974).
 */
final class CommonText {
  private CommonText() {}

  /** One such text; where there are several, the one that keeps what stands furthest in front. */
  static String of(String one, String other) {
    int[][] longest = new int[one.length() + 1][other.length() + 1];
    for (int i = one.length() - 1; i >= 0; i--) {
      for (int j = other.length() - 1; j >= 0; j--) {
        longest[i][j] =
            one.charAt(i) == other.charAt(j)
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    StringBuilder common = new StringBuilder(longest[0][0]);
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      if (one.charAt(i) == other.charAt(j)) {
        common.append(one.charAt(i++));
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common.toString();
  }
}
