package io.tidemark.formats.scan;

import io.tidemark.find.EveryFinder;
import io.tidemark.find.Finder;
import io.tidemark.find.TextFinder;

/** The finders that a scan uses. */
public final class Finders {
  private static final Finder USUAL = new EveryFinder(new TextFinder());

  private Finders() {}

  /** All of them as one. */
  public static Finder usual() {
    return USUAL;
  }
}
