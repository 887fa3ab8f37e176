package io.tidemark.media;

import io.tidemark.terms.Refusal;
import java.util.function.Function;

/**
 * A picture that is not read.
 *
 * @param refusal why: {@code no-picture}, {@code broken-picture}, {@code heic-picture}, {@code
 *     picture-bytes} or {@code picture-pixels}
 */
public record Refused(Refusal refusal) implements PictureReading {
  @Override
  public <T> T either(Function<PictureText, T> text, Function<Refused, T> refused) {
    return refused.apply(this);
  }
}
