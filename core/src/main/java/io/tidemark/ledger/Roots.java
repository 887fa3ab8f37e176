package io.tidemark.ledger;

import io.tidemark.terms.Digest;

/** The one comparison in which every proof ends. */
final class Roots {
  private Roots() {}

  static void same(Digest expected, Digest found, long size) throws LedgerException {
    if (!expected.equals(found)) {
      throw new LedgerException(
          "the proof leads to root " + found + " at size " + size + ", not to " + expected);
    }
  }
}
