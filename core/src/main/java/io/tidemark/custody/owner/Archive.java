package io.tidemark.custody.owner;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where what must be kept of people who were erased lies, sealed. Thread-safe. */
public interface Archive {
  /**
   * What is kept of one person.
   *
   * @param box sealed; {@link io.tidemark.vault.Vault#openArchive} opens it
   * @param until when it goes
   */
  record Kept(UUID id, byte[] box, Instant until) {}

  /** What is found under any of these tokens and is not past its time. */
  List<Kept> find(Collection<UUID> tokens, Instant now);

  /** How many are past their time. */
  long past(Instant now);
}
