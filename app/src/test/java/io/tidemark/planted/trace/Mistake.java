package io.tidemark.planted.trace;

/** Planted: tracing prepares a copy. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.disclose.Preparation.class.getName();
  }
}
