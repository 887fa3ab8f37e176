package io.tidemark.media.picture;

import io.tidemark.terms.Refusal;
import java.util.function.Function;

/** What became of the bytes of a picture: its pixels or a refusal. */
public sealed interface Decoded {
  /** The answer for whichever it is. */
  <T> T either(Function<Picture, T> picture, Function<Refusal, T> refused);

  /**
   * Pixels as a viewer shows them.
   *
   * @param pixels of the picture or of every few rows and columns of it
   * @param step how many of its pixels stand for one of these
   * @param whole whether the file reaches its own end; else these are what it still has
   */
  record Picture(Pixels pixels, int step, boolean whole) implements Decoded {
    @Override
    public <T> T either(Function<Picture, T> picture, Function<Refusal, T> refused) {
      return picture.apply(this);
    }
  }

  /** No picture that may be read. */
  record Refused(Refusal refusal) implements Decoded {
    @Override
    public <T> T either(Function<Picture, T> picture, Function<Refusal, T> refused) {
      return refused.apply(refusal);
    }
  }
}
