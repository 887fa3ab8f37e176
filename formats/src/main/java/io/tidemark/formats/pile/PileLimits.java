package io.tidemark.formats.pile;

/**
 * How much of a pile is taken before it says no.
 *
 * @param nesting how many archives may lie within each other
 * @param entries how many files and folders are looked at
 * @param fileBytes bytes that one packed file may have once it is unpacked
 * @param totalBytes bytes that all of them may have together
 * @param ratio how many times its packed size a file may have, once it is past {@code ratioFrom}
 *     bytes
 * @param patience how long unpacking one of them may take
 */
public record PileLimits(
    int nesting,
    long entries,
    long fileBytes,
    long totalBytes,
    int ratio,
    long ratioFrom,
    Patience patience) {
  /**
   * Eight archives within each other, a million files, 2 GiB a file, 64 GiB together, 200 times
   * past 16 MiB, an hour a file.
   */
  public static final PileLimits USUAL =
      new PileLimits(8, 1_000_000, 2L << 30, 64L << 30, 200, 16L << 20, Patience.USUAL);
}
