package io.tidemark.bench.scan;

import io.tidemark.find.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Counts strict spans: right only where both ends are. Not thread-safe. */
final class Score {
  private int right;
  private int told;
  private int marked;

  void add(Collection<Span> truth, Collection<Span> found) {
    Set<Span> same = new HashSet<>(found);
    told += same.size();
    marked += truth.size();
    same.retainAll(new HashSet<>(truth));
    right += same.size();
  }

  double precision() {
    return told == 0 ? 0 : (double) right / told;
  }

  double recall() {
    return marked == 0 ? 0 : (double) right / marked;
  }

  double f1() {
    return right == 0 ? 0 : 2.0 * right / (told + marked);
  }

  /** {@code F1 .612 (precision .640, recall .587, 3,756 names)}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "F1 %.3f (P %.3f, R %.3f, n %,d)", f1(), precision(), recall(), marked);
  }
}
