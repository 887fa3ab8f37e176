package io.tidemark.planted.telephone;

/** Planted: the telephone looks into the home by itself. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.store.home.Home.class.getName();
  }
}
