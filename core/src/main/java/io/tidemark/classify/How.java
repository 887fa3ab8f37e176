package io.tidemark.classify;

import io.tidemark.terms.Words;
import java.util.Locale;

/** By what a column was recognised. */
public enum How {
  /** Its heading alone. */
  HEADING("表头", "heading"),
  /** Its content alone. */
  CONTENT("内容", "content"),
  /** Heading and content agree. */
  BOTH("表头与内容", "heading and content"),
  /** A person said so of this heading. */
  CORRECTION("人工更正", "a person's correction"),
  /** Nothing tells. */
  NOTHING("未认出", "not recognised");

  private final Words words;

  How(String zh, String en) {
    words = new Words(zh, en);
  }

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it. */
  public Words words() {
    return words;
  }
}
