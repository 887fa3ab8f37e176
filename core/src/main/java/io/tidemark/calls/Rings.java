package io.tidemark.calls;

import java.util.stream.Stream;

/** Calls that can be read more than once, the same each time. */
@FunctionalInterface
public interface Rings {
  /** All of them, streaming; the caller closes the stream. */
  Stream<Ring> stream();
}
