package io.tidemark.store.token;

import io.tidemark.terms.Words;

/** A token that cannot be used, with what to do about it. */
public final class TokenFault extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised
  private final Words words;

  TokenFault(String zh, String en) {
    super(en);
    this.words = new Words(zh, en);
  }

  TokenFault(String zh, String en, Throwable cause) {
    super(en, cause);
    this.words = new Words(zh, en);
  }

  /** What is wrong and what to do. */
  public Words words() {
    return words;
  }
}
