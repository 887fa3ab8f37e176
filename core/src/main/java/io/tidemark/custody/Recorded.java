package io.tidemark.custody;

import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Refusal;
import java.util.function.Function;

/**
 * The end of a step that is recorded either way: what was done, or why not.
 *
 * @param <T> what was done
 */
public sealed interface Recorded<T> permits Recorded.Done, Recorded.Refused {
  /** It was done, and the entry of the receipt says so. */
  record Done<T>(T what, Receipt receipt) implements Recorded<T> {}

  /** It was refused, and the entry of the receipt says so. */
  record Refused<T>(Refusal refusal, Receipt receipt) implements Recorded<T> {}

  /** Handles both ends. */
  default <R> R either(
      Function<? super Done<T>, ? extends R> done,
      Function<? super Refused<T>, ? extends R> refused) {
    return this instanceof Done<T> one ? done.apply(one) : refused.apply((Refused<T>) this);
  }
}
