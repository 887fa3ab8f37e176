package io.tidemark.store.tiles;

import io.tidemark.terms.Words;

/**
 * One thing wrong with the log's files.
 *
 * @param file its path below the log's directory
 * @param what what is expected there and what was found
 */
public record Fault(String file, Words what) {
  static Fault of(String file, String zh, String en) {
    return new Fault(file, new Words(zh, en));
  }
}
