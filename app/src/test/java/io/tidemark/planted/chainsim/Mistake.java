package io.tidemark.planted.chainsim;

/** Planted: the simulated chain opens a home. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.store.home.Home.class.getName();
  }
}
