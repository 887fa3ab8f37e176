package io.tidemark.planted.formats;

/** Planted: a parser opens the home. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.store.home.Home.class.getName();
  }
}
