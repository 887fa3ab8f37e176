package io.tidemark.classify;

import io.tidemark.terms.Divisions;

/** The two-digit codes that begin identity numbers. */
public final class Provinces {
  private static final boolean[] KNOWN = known();

  private Provinces() {}

  /**
   * Whether GB/T 2260 has that province; Taiwan 71, Hong Kong 81, Macau 82 and 83 of the permits
   * count.
   *
   * @param code 0 to 99
   */
  public static boolean known(int code) {
    return KNOWN[code];
  }

  private static boolean[] known() {
    boolean[] known = new boolean[100];
    Divisions.china().provinces().forEach(p -> known[Integer.parseInt(p.code())] = true);
    for (int other : new int[] {71, 81, 82, 83}) {
      known[other] = true;
    }
    return known;
  }
}
