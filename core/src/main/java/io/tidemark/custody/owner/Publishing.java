package io.tidemark.custody.owner;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.Register;
import io.tidemark.history.Histories;
import io.tidemark.history.PublishedRoot;
import io.tidemark.history.RootPublished;
import io.tidemark.ledger.Receipt;

/**
 * Publishing where people's histories stand: {@code entries -> heads -> root -> Receipt}. Releases
 * do not wait for it: heads are folded afterwards from what was recorded. Thread-safe.
 *
 * @param register where the root is recorded
 * @param histories where they are folded
 */
public record Publishing(Register register, Histories histories) {
  /** The most entries that one root adds: their digests are held in memory, some 100 bytes each. */
  static final long LARGEST_STEP = 200_000;

  /**
   * Folds all that is recorded now, and publishes as many roots as it takes; the one that counts
   * then.
   */
  public Histories.Current publish(Actor actor) {
    return histories.alone(
        turn -> {
          long size = register.journal().size();
          Histories.Current current = turn.current();
          while (histories.pending(current.root().entries()) && current.root().entries() < size) {
            current = next(actor, turn, size);
          }
          return current;
        });
  }

  /** Publishes a root also when nobody is concerned: that says until when this is so. */
  public Histories.Current confirm(Actor actor) {
    return histories.alone(
        turn -> {
          long size = register.journal().size();
          Histories.Current current = next(actor, turn, size);
          while (current.root().entries() < size) {
            current = next(actor, turn, size);
          }
          return current;
        });
  }

  private Histories.Current next(Actor actor, Histories.Turn turn, long size) {
    long from = turn.current().root().entries();
    PublishedRoot root = turn.fold(Math.min(size, from + LARGEST_STEP));
    Receipt receipt =
        register
            .journal()
            .record(
                root.lines(register.begin(PublishedRoot.KIND, actor)).build(),
                new RootPublished(root));
    turn.sweep();
    return new Histories.Current(root, receipt.index());
  }
}
