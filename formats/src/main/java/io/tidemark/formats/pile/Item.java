package io.tidemark.formats.pile;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * A file to read.
 *
 * @param path where it lies
 * @param file its bytes; those of a packed file are gone once the pile is asked for the next one
 * @param look what it is
 */
public record Item(String path, Path file, Look look) implements Lying {
  @Override
  public <T> T either(Function<Item, T> item, Function<Skipped, T> skipped) {
    return item.apply(this);
  }
}
