package io.tidemark.planted.custody;

/** Planted: a flow knows where things are kept. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.store.home.Home.class.getName();
  }
}
