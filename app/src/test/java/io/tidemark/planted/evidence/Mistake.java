package io.tidemark.planted.evidence;

/** Planted: evidence drives the inquiry. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.custody.Inquiry.class.getName();
  }
}
