package io.tidemark.store.backup;

import io.tidemark.store.database.DatabaseUnavailable;
import io.tidemark.terms.Words;

/** A backup that cannot be made or used, with what to do about it. */
public final class BackupFault extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised
  private final Words words;

  BackupFault(String zh, String en) {
    super(en);
    this.words = new Words(zh, en);
  }

  BackupFault(DatabaseUnavailable fault) {
    super(fault.words().en(), fault);
    this.words = fault.words();
  }

  /** What is wrong and what to do. */
  public Words words() {
    return words;
  }
}
