package io.tidemark.find.lexicon;

/** What stands in a text beside words; each is one of the first entries of a lexicon. */
public enum Token {
  /** Where a sentence begins or ends. */
  EDGE,
  /** Digits. */
  NUMBER,
  /** Letters of an alphabet. */
  LETTERS,
  /** A character that no entry has. */
  OTHER;

  /** How it is written as an entry: a control character, which no text of ours keeps. */
  public String entry() {
    return String.valueOf((char) (ordinal() + 1));
  }
}
