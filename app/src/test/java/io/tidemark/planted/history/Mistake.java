package io.tidemark.planted.history;

/** Planted: a history drives the inquiry. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.custody.Inquiry.class.getName();
  }
}
