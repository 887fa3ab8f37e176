package io.tidemark.planted.fingerprint;

/** Planted: a mark knows the ledger. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.ledger.Entry.class.getName();
  }
}
