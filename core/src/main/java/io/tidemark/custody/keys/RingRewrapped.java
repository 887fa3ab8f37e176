package io.tidemark.custody.keys;

import io.tidemark.ledger.Journal;
import io.tidemark.vault.KeyRing;
import java.util.List;

/**
 * The home's keys are wrapped under another master key.
 *
 * @param before as they were kept
 * @param after the same keys
 */
public record RingRewrapped(List<KeyRing.Wrapped> before, List<KeyRing.Wrapped> after)
    implements Journal.Consequence {
  /** Copies the lists. */
  public RingRewrapped {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
