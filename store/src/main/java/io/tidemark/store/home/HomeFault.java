package io.tidemark.store.home;

import io.tidemark.terms.Words;

/** A home that cannot be opened or made, with what to do about it. */
public final class HomeFault extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised
  private final Words words;

  HomeFault(String zh, String en) {
    super(en);
    this.words = new Words(zh, en);
  }

  HomeFault(Words words, Throwable cause) {
    super(words.en(), cause);
    this.words = words;
  }

  /** What is wrong and what to do. */
  public Words words() {
    return words;
  }
}
