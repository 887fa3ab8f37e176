package io.tidemark.vault;

import java.util.stream.Stream;

/** Opened records as a stream; to be closed. One thread uses it. */
public final class Opened implements AutoCloseable {
  private final Stream<OpenedRecord> records;

  Opened(Stream<OpenedRecord> records) {
    this.records = records;
  }

  /** The records in ascending order of their numbers; can be read once. */
  public Stream<OpenedRecord> records() {
    return records;
  }

  @Override
  public void close() {
    records.close();
  }
}
