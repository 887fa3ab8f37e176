package io.tidemark.bench;

import io.tidemark.terms.Words;

/**
 * One line of a report.
 *
 * @param what was measured
 * @param peer the best known figure, or a peer's in the same run
 * @param ours our figure
 * @param bar what it has to reach; empty where it is only reported
 * @param outcome how it stands
 */
public record Line(Words what, Words peer, Words ours, Words bar, Outcome outcome) {
  /** A line that is only reported. */
  public static Line reported(Words what, Words peer, Words ours) {
    return new Line(what, peer, ours, same("–"), Outcome.NO_BAR);
  }

  /** The same in both languages. */
  public static Words same(String text) {
    return new Words(text, text);
  }
}
