package io.tidemark.find.lexicon;

/** What a stretch of a text is taken for. */
public enum Piece {
  /** An entry as a word, or a {@link Token}. */
  WORD,
  /** A person's name. */
  NAME,
  /** The name of a place or of an organisation that is called after one. */
  PLACE
}
