package io.tidemark.trace;

import java.util.List;

/**
 * One verdict of what the rows say and what was read in pictures and documents. Each names within
 * its own bound, and neither lends its own to the other: a number proves from which copy the pixels
 * come, the rows from which list the text comes. Where a number that would name stands on rows that
 * contradict it, somebody may have laid it there: then nobody is accused by it, and nobody is
 * called probable by the rows.
 *
 * @param rows what the rows say
 * @param marks what was read, in the order of the files
 */
public record Fusion(Attribution rows, List<WeighedMark> marks) {
  /** Copies the list. */
  public Fusion {
    marks = List.copyOf(marks);
  }

  /** The verdict of both. */
  public Verdict verdict() {
    if (rows.verdict() == Verdict.NAMED || !naming().isEmpty()) {
      return Verdict.NAMED;
    }
    return rows.verdict() == Verdict.PROBABLE && !contradicted().isEmpty()
        ? Verdict.INCONCLUSIVE
        : rows.verdict();
  }

  /** Those whom the rows accuse under this verdict. */
  public List<Candidate> byRows() {
    return rows.verdict() == verdict() ? rows.accused() : List.of();
  }

  /** The numbers that name somebody. */
  public List<WeighedMark> naming() {
    return marks.stream().filter(mark -> mark.names(rows.threshold())).toList();
  }

  /** The numbers that would name somebody, if the rows of the same file did not contradict. */
  public List<WeighedMark> contradicted() {
    return marks.stream()
        .filter(mark -> mark.contradicted() && mark.mark().bound() <= rows.threshold())
        .toList();
  }
}
