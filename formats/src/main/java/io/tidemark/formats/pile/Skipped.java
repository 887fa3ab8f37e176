package io.tidemark.formats.pile;

import io.tidemark.terms.Words;
import java.util.function.Function;

/**
 * What is left aside, whole or from some place on.
 *
 * @param path where it lies
 * @param why without anything of what stands in it
 */
public record Skipped(String path, Words why) implements Lying {
  /** Left aside for this reason. */
  public static Skipped of(String path, String zh, String en) {
    return new Skipped(path, new Words(zh, en));
  }

  @Override
  public <T> T either(Function<Item, T> item, Function<Skipped, T> skipped) {
    return skipped.apply(this);
  }
}
