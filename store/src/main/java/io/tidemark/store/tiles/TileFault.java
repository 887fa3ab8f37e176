package io.tidemark.store.tiles;

import io.tidemark.ledger.LedgerException;
import java.io.IOException;

/**
 * The log's files are not what they must be: one is missing, damaged, or holds other bytes than
 * those about to be written. Nothing was overwritten.
 */
public final class TileFault extends IOException {
  private final String file;

  TileFault(String file, String what) {
    super(file + ": " + what);
    this.file = file;
  }

  TileFault(String file, LedgerException cause) {
    super(file + ": " + cause.getMessage(), cause);
    this.file = file;
  }

  /** The file's path below the log's directory. */
  public String file() {
    return file;
  }
}
