package io.tidemark.media.picture;

/**
 * What a picture may cost.
 *
 * @param bytes of its file, at most
 * @param pixels that it may say to have; a larger one is refused before anything is decoded
 * @param kept how many pixels are kept: of a larger picture every second or third row and column is
 *     read, without decoding it whole where its format allows that (JPEG, PNG)
 * @param lines of text that are read, the largest first; more are counted, not read
 */
public record Limits(int bytes, long pixels, long kept, int lines) {
  /** 64 MB of file, 50 megapixels, 16 of them kept, 400 lines: below 400 MB of memory. */
  public static final Limits USUAL = new Limits(64 << 20, 50_000_000, 16_000_000, 400);

  /** Refuses limits that let nothing through. */
  public Limits {
    if (bytes < 1 || pixels < 1 || kept < 1 || lines < 1) {
      throw new IllegalArgumentException("a limit below one");
    }
  }
}
