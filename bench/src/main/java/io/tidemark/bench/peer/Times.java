package io.tidemark.bench.peer;

import java.util.Arrays;
import java.util.Locale;

/** Milliseconds of rounds. */
public record Times(double median, double p99) {
  /** Those of these nanoseconds. */
  public static Times of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Times(
        sorted[sorted.length / 2] / 1e6,
        sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6);
  }

  /** Both, with their unit. */
  public String text() {
    return String.format(Locale.ROOT, "%.1f ms, p99 %.1f ms", median, p99);
  }
}
