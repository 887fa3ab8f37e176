package io.tidemark.find;

/**
 * A stretch of the original text, in UTF-16 units as {@link String} counts them.
 *
 * @param start of the first unit
 * @param end after the last unit, greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
  /** Refuses an empty or a negative stretch. */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no stretch from " + start + " to " + end);
    }
  }

  /** How many units it has. */
  public int length() {
    return end - start;
  }

  /** Whether both share a unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The earlier first; of two that begin together the longer. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(other.end, end);
  }
}
