package io.tidemark.authorise.approval;

import io.tidemark.authorise.Voice;
import io.tidemark.terms.Refusal;
import java.util.Optional;
import java.util.function.Function;

/** The answer to somebody's word: something moved, or the word is refused. */
public sealed interface Ruling<T> {
  /**
   * It moved.
   *
   * @param voice whose word moved it, where it was a word for or against
   */
  record Moved<T>(T before, T after, Optional<Voice> voice) implements Ruling<T> {
    /** By an act that is no word. */
    Moved(T before, T after) {
      this(before, after, Optional.empty());
    }
  }

  /** It stays. */
  record Refused<T>(Refusal refusal) implements Ruling<T> {}

  /** Handles both answers. */
  default <R> R either(
      Function<? super Moved<T>, ? extends R> moved,
      Function<? super Refusal, ? extends R> refused) {
    return this instanceof Moved<T> step
        ? moved.apply(step)
        : refused.apply(((Refused<T>) this).refusal());
  }

  /** A refusal by its rule and reason. */
  static <T> Ruling<T> refused(String rule, String zh, String en) {
    return new Refused<>(Refusal.of(rule, zh, en));
  }
}
