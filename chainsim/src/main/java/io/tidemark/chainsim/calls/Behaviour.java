package io.tidemark.chainsim.calls;

import java.util.SplittableRandom;

/**
 * How the callers of one world behave; the method that is measured is told none of it.
 *
 * @param background the share of reported calls that has nothing to do with the leak
 * @param window callers with a list ring within so many days before the end of cover
 * @param kept the share of their calls that keeps to it
 * @param knows how often a caller with a list shows that it knows more than a number
 * @param guesses how often another does
 */
public record Behaviour(double background, int window, double kept, double knows, double guesses) {
  /** A behaviour of this share of background, the rest by lot. */
  public static Behaviour drawn(double background, SplittableRandom random) {
    return new Behaviour(
        background,
        20 + random.nextInt(71),
        .75 + .25 * random.nextDouble(),
        .3 + .65 * random.nextDouble(),
        .01 + .19 * random.nextDouble());
  }
}
