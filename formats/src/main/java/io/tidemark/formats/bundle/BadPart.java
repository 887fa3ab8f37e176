package io.tidemark.formats.bundle;

import io.tidemark.terms.Words;

/** A part of a bundle that is not as it must be; becomes a {@link BadBundle} with the file. */
final class BadPart extends Exception {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final transient Words words;

  BadPart(String place, String zh, String en) {
    this(place, new Words(zh, en));
  }

  BadPart(String place, Words words) {
    super(place + ": " + words.en());
    this.place = place;
    this.words = words;
  }

  BadBundle in(String file) {
    return new BadBundle(file, place, words);
  }
}
