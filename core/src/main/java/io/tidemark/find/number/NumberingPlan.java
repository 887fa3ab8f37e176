package io.tidemark.find.number;

import io.tidemark.classify.WordList;
import java.util.HashSet;
import java.util.Set;

/**
 * Which numbers of telephones the plan of mainland China assigns (《电信网编号计划》): ranges of mobile
 * numbers and area codes, from {@code mobile-ranges.tsv} and {@code area-codes.tsv}. Immutable.
 */
public final class NumberingPlan {
  private static final int RANGE = 100_000;
  private static final int LENGTH = 11;
  private static final int AREAS = 1000;
  private static final boolean[] MOBILE = new boolean[RANGE];
  private static final boolean[] AREA = new boolean[AREAS];

  static {
    for (String range : words("mobile-ranges.tsv")) {
      int size = (int) Math.pow(10, 5 - range.length());
      int from = Integer.parseInt(range) * size;
      for (int i = from; i < from + size; i++) {
        MOBILE[i] = true;
      }
    }
    for (String code : words("area-codes.tsv")) {
      AREA[Integer.parseInt(code)] = true;
    }
  }

  private NumberingPlan() {}

  private static Set<String> words(String resource) {
    Set<String> words = new HashSet<>();
    for (String line : WordList.lines(NumberingPlan.class, resource)) {
      words.addAll(Set.of(line.split(" ")));
    }
    return words;
  }

  /** Whether eleven ASCII digits are a mobile number of a range that is assigned. */
  public static boolean mobile(CharSequence digits) {
    int head = 0;
    for (int i = 0; i < 5; i++) {
      head = head * 10 + digits.charAt(i) - '0';
    }
    return digits.length() == LENGTH && mobile(head);
  }

  /** Whether mobile numbers begin with these five digits. */
  static boolean mobile(int head) {
    return MOBILE[head];
  }

  /** Whether that is an area code, its leading zero left out. */
  static boolean area(int code) {
    return AREA[code];
  }
}
