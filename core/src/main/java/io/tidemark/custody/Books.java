package io.tidemark.custody;

import io.tidemark.authorise.Whose;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose customers are who. Thread-safe. */
public interface Books {
  /** The most records that one number finds; of more, the newest. */
  int MOST = 1_000;

  /**
   * The records found under a token of {@link io.tidemark.vault.Tokens#locator}, the newest first,
   * with whose customers they are. The same steps whether there is one or not.
   *
   * @param claim the claim that was named, by {@link io.tidemark.vault.Tokens#reference}
   * @param asker whose own claims count
   */
  List<Whose> find(long token, Optional<UUID> claim, String asker);
}
