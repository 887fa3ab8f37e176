package io.tidemark.planted.bench;

/** Planted: a benchmark knows the executable. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.app.Tidemark.class.getName();
  }
}
