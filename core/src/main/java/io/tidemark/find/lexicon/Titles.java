package io.tidemark.find.lexicon;

import java.util.Arrays;
import java.util.List;

/** How people are addressed behind their surname, in one or two characters. Immutable. */
final class Titles {
  private static final List<String> TITLES =
      List.of(
          "先生", "女士", "小姐", "太太", "老师", "师傅", "阿姨", "医生", "教授", "老板", "经理", "同学", "主任", "大哥", "大姐",
          "大爷", "大妈", "叔叔", "总", "哥", "姐", "叔", "姨", "某", "某某", "工", "队", "医师", "律师", "导", "董",
          "院长", "校长", "书记", "警官", "法官", "夫人");

  private final boolean[] single = new boolean[1 << 16];
  private final long[] pairs;

  Titles() {
    TITLES.stream()
        .filter(each -> each.length() == 1)
        .forEach(each -> single[each.charAt(0)] = true);
    pairs =
        TITLES.stream()
            .filter(each -> each.length() == 2)
            .mapToLong(each -> pair(each.charAt(0), each.charAt(1)))
            .sorted()
            .toArray();
  }

  /** Whether a title stands there. */
  boolean has(Lattice lattice, int from, int to) {
    char c = lattice.at(from);
    return to - from == 1
        ? single[c]
        : Arrays.binarySearch(pairs, pair(c, lattice.at(from + 1))) >= 0;
  }

  private static long pair(char first, char second) {
    return (long) first << 16 | second;
  }
}
