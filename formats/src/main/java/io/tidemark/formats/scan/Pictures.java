package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads pictures. Implementations are thread-safe. */
public interface Pictures {
  /**
   * Tells what stands in a picture.
   *
   * @param picture its file
   * @param found is told of each finding and the box around it
   * @return why not all of it was read; empty where it was
   * @throws Unreadable when it is no picture that can be read, or too large a one
   */
  Optional<Words> read(Path picture, BiConsumer<Finding, Place.InPicture> found) throws Unreadable;
}
