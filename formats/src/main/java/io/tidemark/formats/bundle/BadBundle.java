package io.tidemark.formats.bundle;

import io.tidemark.terms.Words;

/** A file that is no bundle of the one accepted form; nothing of it was used. */
public final class BadBundle extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String place;
  private final transient Words words;

  BadBundle(String file, String place, Words words) {
    super(file + ": " + place + ": " + words.en());
    this.file = file;
    this.place = place;
    this.words = words;
  }

  /** The file as it was named. */
  public String file() {
    return file;
  }

  /** The name inside the ZIP, with a JSON pointer where there is one; {@code zip} for the ZIP. */
  public String place() {
    return place;
  }

  /** What was expected and what was found, without any personal value. */
  public Words words() {
    return words;
  }
}
