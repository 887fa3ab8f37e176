package io.tidemark.trace;

/**
 * The factor of honey customers. The number of an innocent's honey customer is uniform over 10^8,
 * so that some row of a leak shows one of its numbers by chance with probability at most {@code
 * rows x customers / 10^8}. The factor is a fixed half and half of "1" and "1 / that probability if
 * one was seen": its mean over an innocent's numbers is at most 1. It multiplies with the factor of
 * the marks, whose keys are separate.
 */
public final class HoneyEvidence {
  private static final double NUMBERS = 1e8;

  private HoneyEvidence() {}

  /**
   * The natural logarithm of the factor.
   *
   * @param rows how many rows were read
   * @param customers how many honey customers the candidate was given
   * @param seen how many leaked rows are among them
   */
  public static double log(long rows, int customers, int seen) {
    if (customers == 0) {
      return 0;
    }
    double byChance = Math.min(1, rows * (double) customers / NUMBERS);
    return StrictMath.log(0.5 + (seen > 0 ? 0.5 / byChance : 0));
  }
}
