package io.tidemark.planted.app;

/** Planted: the executable needs what has no arrow. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.planted.util.Mistake.class.getName();
  }
}
