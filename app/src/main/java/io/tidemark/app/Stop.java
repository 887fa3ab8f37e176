package io.tidemark.app;

import io.tidemark.terms.Words;

/** Ends a command with a sentence for people and an exit status. */
public final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exit;

  @SuppressWarnings("serial") // never serialised
  private final Words words;

  private Stop(int exit, Words words) {
    super(words.en(), null, false, false);
    this.exit = exit;
    this.words = words;
  }

  /** What was typed cannot be meant. */
  public static Stop usage(String zh, String en) {
    return new Stop(Exit.USAGE, new Words(zh, en));
  }

  /** Nothing could be read. */
  public static Stop unreadable(Words words) {
    return new Stop(Exit.UNREADABLE, words);
  }

  /** The policy refuses. */
  public static Stop refused(Words words) {
    return new Stop(Exit.REFUSED, words);
  }

  /** The system's own fault. */
  public static Stop fault(Words words) {
    return new Stop(Exit.FAULT, words);
  }

  /** The exit status. */
  public int exit() {
    return exit;
  }

  /** The sentence. */
  public Words words() {
    return words;
  }
}
