package io.tidemark.terms;

/** One sentence in the two languages that people read here. It never contains a personal value. */
public record Words(String zh, String en) {
  /** The sentence in Chinese or English. */
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
