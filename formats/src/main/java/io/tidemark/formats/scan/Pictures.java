package io.tidemark.formats.scan;

import io.tidemark.formats.Unreadable;
import java.nio.file.Path;

/** Reads pictures. Implementations are thread-safe. */
public interface Pictures {
  /**
   * Reads a picture.
   *
   * @param picture its file, which is not needed any more once this answers
   * @throws Unreadable when it is no picture that can be read, or too large a one
   */
  Shown read(Path picture) throws Unreadable;
}
