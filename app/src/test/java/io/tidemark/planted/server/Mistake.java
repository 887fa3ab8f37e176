package io.tidemark.planted.server;

/** Planted: the server plays the simulated chain. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.chainsim.chain.SampleWorld.class.getName();
  }
}
