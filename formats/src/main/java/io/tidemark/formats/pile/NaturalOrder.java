package io.tidemark.formats.pile;

import java.util.Comparator;

/**
 * Names as people count them: {@code 2.png} before {@code 10.png}. Digits that stand together are
 * compared as one number, everything else character by character. A total order; stateless.
 */
final class NaturalOrder {
  /** Of names. */
  static final Comparator<String> NAMES =
      ((Comparator<String>) NaturalOrder::compare).thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  private static int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int order;
      if (digit(one.charAt(i)) && digit(other.charAt(j))) {
        int iEnd = end(one, i);
        int jEnd = end(other, j);
        order = number(one.substring(i, iEnd), other.substring(j, jEnd));
        i = iEnd;
        j = jEnd;
      } else {
        order = Character.compare(one.charAt(i++), other.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int end(String name, int from) {
    int end = from;
    while (end < name.length() && digit(name.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Of any length, whatever zeros stand before. */
  private static int number(String one, String other) {
    String left = one.replaceFirst("^0+", "");
    String right = other.replaceFirst("^0+", "");
    return left.length() != right.length()
        ? Integer.compare(left.length(), right.length())
        : left.compareTo(right);
  }
}
