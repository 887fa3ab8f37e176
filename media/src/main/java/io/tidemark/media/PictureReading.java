package io.tidemark.media;

import java.util.function.Function;

/** What came of a picture. */
public sealed interface PictureReading permits PictureText, Refused {
  /** The answer for whichever it is. */
  <T> T either(Function<PictureText, T> text, Function<Refused, T> refused);
}
