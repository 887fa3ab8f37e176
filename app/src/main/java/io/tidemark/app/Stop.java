package io.tidemark.app;

import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.util.Optional;

/** Ends a command with a sentence for people and an exit status. */
public final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exit;

  @SuppressWarnings("serial") // never serialised
  private final Words words;

  @SuppressWarnings("serial") // never serialised
  private final Optional<Refusal> refusal;

  private Stop(int exit, Words words) {
    this(exit, words, Optional.empty());
  }

  private Stop(int exit, Words words, Optional<Refusal> refusal) {
    super(words.en(), null, false, false);
    this.exit = exit;
    this.words = words;
    this.refusal = refusal;
  }

  /** What was typed cannot be meant. */
  public static Stop usage(String zh, String en) {
    return new Stop(Exit.USAGE, new Words(zh, en));
  }

  /** Ends the command where the number of an option lets nothing through. */
  public static void unlessAtLeastOne(String option, long number) {
    if (number < 1) {
      throw usage(option + " 至少为 1", option + " is at least 1");
    }
  }

  /** Nothing could be read. */
  public static Stop unreadable(Words words) {
    return new Stop(Exit.UNREADABLE, words);
  }

  /** The policy refuses. */
  public static Stop refused(Words words) {
    return new Stop(Exit.REFUSED, words);
  }

  /** A rule refuses. */
  public static Stop refused(Refusal refusal) {
    return new Stop(Exit.REFUSED, refusal.reason(), Optional.of(refusal));
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

  /** The refusal, where a rule refused. */
  public Optional<Refusal> refusal() {
    return refusal;
  }
}
