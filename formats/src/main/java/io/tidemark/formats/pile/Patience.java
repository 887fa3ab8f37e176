package io.tidemark.formats.pile;

import io.tidemark.terms.Words;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long one file may take. Whoever reads asks now and then; what asks nobody (a parser, a reader
 * of pictures) runs where it can be given up. Immutable, thread-safe.
 *
 * @param most the longest
 * @param nanos tells the time, in nanoseconds from anywhere
 */
public record Patience(Duration most, LongSupplier nanos) {
  /** An hour: a large text takes minutes. */
  public static final Patience USUAL = of(Duration.ofHours(1));

  /** So long by the machine's clock. */
  public static Patience of(Duration most) {
    return new Patience(most, System::nanoTime);
  }

  /** Begins with a file. */
  public Running begin() {
    return new Running(this, nanos.getAsLong());
  }

  /** Why the rest of a file is left. */
  public Words words() {
    return new Words(
        "用时超过 " + most.toSeconds() + " 秒，其余未读",
        "it takes longer than " + most.toSeconds() + " seconds: the rest of it is not read");
  }

  /**
   * The time of one file.
   *
   * @param begun when it began
   */
  public record Running(Patience patience, long begun) {
    /** Whether it is past. */
    public boolean over() {
      return patience.nanos.getAsLong() - begun > patience.most.toNanos();
    }
  }
}
