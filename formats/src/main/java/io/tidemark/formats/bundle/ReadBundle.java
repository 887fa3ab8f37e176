package io.tidemark.formats.bundle;

import io.tidemark.evidence.Check;
import java.util.List;

/**
 * A bundle that was read.
 *
 * @param content what it says; worth no more than its checks
 * @param checks one needed check named {@code manifest}: that these are, byte for byte, the files
 *     that the ledger's manifest key signed
 */
public record ReadBundle(Content content, List<Check> checks) {
  /** Copies the list. */
  public ReadBundle {
    checks = List.copyOf(checks);
  }

  /** The case, the accused, and the ledger's entries and proofs. */
  public io.tidemark.evidence.Bundle bundle() {
    return content.bundle();
  }
}
