package io.tidemark.trace;

/**
 * A number that was read, beside what the rows of the same file say.
 *
 * @param mark what was read
 * @param rows how many rows of the file are about people in custody
 * @param held about how many of these the recipient was ever given anything
 * @param late whether the copy was recorded after the material was seen
 */
public record WeighedMark(ReadMark mark, int rows, int held, boolean late) {
  /**
   * Whether the file shows people of whom the recipient was given nobody. Whoever holds a marked
   * picture can lay its mark over another, so that the mark then says less than its bound. Of a
   * copy by itself (a policy, say) the ledger does not know whom it shows; there it is never said.
   */
  public boolean contradicted() {
    return contradicted(mark.disclosure().isPresent(), rows, held);
  }

  /** The same from what a case file keeps. */
  public static boolean contradicted(boolean ofDisclosure, int rows, int held) {
    return ofDisclosure && rows > 0 && held == 0;
  }

  /** Whether it accuses by itself, within this bound. */
  public boolean names(double threshold) {
    return mark.bound() <= threshold && !contradicted() && !late;
  }
}
