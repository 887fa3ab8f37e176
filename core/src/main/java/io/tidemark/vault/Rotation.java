package io.tidemark.vault;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The boxes in custody while a new data key takes the place of an older one. Thread-safe, over all
 * processes: whoever writes a batch waits for the one before.
 */
public interface Rotation {
  /**
   * How far it is.
   *
   * @param epoch the epoch that takes over
   * @param done how many versions of records are sealed anew
   * @param total how many there are to seal
   */
  record Progress(int epoch, long done, long total) {}

  /** How many versions of records are in custody. */
  long versions();

  /** The rotation that has begun and not ended. */
  Optional<Progress> running();

  /**
   * Seals the boxes that are left anew, batch after batch, each with the note how far it is in one
   * transaction; nothing when no rotation runs.
   *
   * @param reseal gives for each box what takes its place, in their order; called by other threads,
   *     one at a time
   * @param progress told after each batch
   */
  void sealAnew(Function<List<Box>, List<byte[]>> reseal, Consumer<Progress> progress);

  /** How many boxes an older key than that of this epoch has sealed. */
  long olderThan(int epoch);
}
