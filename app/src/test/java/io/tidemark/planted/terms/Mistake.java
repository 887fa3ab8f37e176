package io.tidemark.planted.terms;

/** Planted: the words know the ledger. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.ledger.Entry.class.getName();
  }
}
