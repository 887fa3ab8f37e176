package io.tidemark.calls.line;

import io.tidemark.trace.Logs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The lines of one party that one caller rang, each once, and how much each speaks for the party's
 * list. Immutable.
 *
 * @param lines how many
 * @param logs for each share of calls that do not come from the list, the sum of the logarithms of
 *     the factors
 */
public record Hits(int lines, List<Double> logs) {
  /** The shares of calls that do not come from the list: fixed, whatever was seen. */
  private static final double[] ELSEWHERE = {.02, .1, .3, .6};

  /** None was rung yet. */
  public static final Hits NONE = new Hits(0, Collections.nCopies(ELSEWHERE.length, 0.0));

  /** Copies the list; refuses one of another length. */
  public Hits {
    logs = List.copyOf(logs);
    if (logs.size() != ELSEWHERE.length) {
      throw new IllegalArgumentException("a logarithm for each share of calls from elsewhere");
    }
  }

  /**
   * One more.
   *
   * @param share how many of the lines that could have been rung in its place are the party's,
   *     above 0 and at most 1; a share that is too large makes the evidence smaller than it is
   */
  public Hits and(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a line that rang is one of the party's");
    }
    List<Double> more = new ArrayList<>(logs.size());
    for (int i = 0; i < ELSEWHERE.length; i++) {
      more.add(logs.get(i) + Math.log((1 - ELSEWHERE[i] + ELSEWHERE[i] * share) / share));
    }
    return new Hits(lines + 1, more);
  }

  /**
   * The natural logarithm of how much the calls speak for the party's list; 0 where none was rung.
   *
   * @param missed how many lines of others, or of nobody, the caller rang in the batches of which
   *     the party was given any
   */
  public double logEvidence(int missed) {
    if (lines == 0) {
      return 0;
    }
    double[] terms = new double[ELSEWHERE.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = logs.get(i) + missed * Math.log(ELSEWHERE[i]);
    }
    return Logs.sum(terms) - Math.log(terms.length);
  }
}
