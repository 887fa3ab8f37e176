package io.tidemark.planted.calls;

/** Planted: an inquiry into calls prepares a copy. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.disclose.Preparation.class.getName();
  }
}
