package io.tidemark.disclose;

/**
 * A telephone number of a pool as it is kept. Immutable.
 *
 * @param token its search token
 * @param box the number, sealed
 * @param held whether it is kept back: never given to anybody
 * @param kept how many numbers of its batch are kept back
 */
public record SealedNumber(long token, byte[] box, boolean held, int kept) {
  /** Copies the box. */
  public SealedNumber {
    box = box.clone();
  }

  @Override
  public byte[] box() {
    return box.clone();
  }
}
