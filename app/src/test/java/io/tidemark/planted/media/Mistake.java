package io.tidemark.planted.media;

/** Planted: a reader of pictures opens a table. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.formats.table.Tables.class.getName();
  }
}
