package io.tidemark.formats.pile;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One folder or archive of a pile, gone through once. */
interface Level extends Closeable {
  /** The next thing that lies directly in it; null behind the last. */
  @Nullable Lying next() throws IOException;

  /** Whether it had to be unpacked, so that nesting counts. */
  default boolean packed() {
    return true;
  }
}
