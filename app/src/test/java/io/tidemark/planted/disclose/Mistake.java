package io.tidemark.planted.disclose;

/** Planted: a copy knows how it is traced. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.trace.Tracer.class.getName();
  }
}
