package io.tidemark.planted.store;

/** Planted: the store parses tables. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.formats.table.Tables.class.getName();
  }
}
