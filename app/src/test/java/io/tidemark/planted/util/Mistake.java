package io.tidemark.planted.util;

/** Planted: a package that says nothing. */
public final class Mistake {
  private Mistake() {}
}
