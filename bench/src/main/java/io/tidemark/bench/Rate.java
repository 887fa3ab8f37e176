package io.tidemark.bench;

import java.util.Locale;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Successes among independent trials.
 *
 * @param successes from 0 to {@code trials}
 * @param trials at least 1
 */
public record Rate(int successes, int trials) {
  private static final double TAIL = 0.025;

  /** Checks the range. */
  public Rate {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " of " + trials + " is no rate");
    }
  }

  /** The share observed. */
  public double share() {
    return (double) successes / trials;
  }

  /** The lower end of the two-sided 95 % interval of Clopper and Pearson (1934). */
  public double lower() {
    return successes == 0
        ? 0
        : BetaDistribution.of(successes, trials - successes + 1.0)
            .inverseCumulativeProbability(TAIL);
  }

  /** Its upper end. */
  public double upper() {
    return successes == trials
        ? 1
        : BetaDistribution.of(successes + 1.0, trials - successes).inverseSurvivalProbability(TAIL);
  }

  /** {@code 598 of 600 = 0.997 [0.988, 1.000]}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d/%d = %.3f [%.3f, %.3f]", successes, trials, share(), lower(), upper());
  }
}
