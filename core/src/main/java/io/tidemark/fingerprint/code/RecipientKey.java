package io.tidemark.fingerprint.code;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;

/**
 * The key from which one recipient's symbols come. Its {@link #commitment} stands in the ledger
 * before the recipient receives anything; the key itself is revealed only in evidence that accuses
 * this recipient. Not thread-safe.
 */
public final class RecipientKey {
  private static final byte[] DOMAIN =
      "tidemark recipient key v1\n".getBytes(StandardCharsets.UTF_8);

  private final byte[] key;
  private final BlockPrf prf;

  /** The recipient key with these 32 bytes. */
  public RecipientKey(byte[] key) {
    this.key = key.clone();
    prf = new BlockPrf(key);
  }

  /**
   * SHA-256 over a domain line, the party and the key: binds the key to the party, tells nothing
   * about the key.
   */
  public Digest commitment(String party) {
    return Digest.sha256(DOMAIN, (party + "\n").getBytes(StandardCharsets.UTF_8), key);
  }

  /** The recipient's uniform numbers at this position. */
  public Draw draw(Position position) {
    return new Draw(prf.map(position.bytes()), 0);
  }

  /**
   * The recipient's uniform numbers at many positions at once: one draw for each 16 bytes of {@code
   * positions}.
   */
  public Draw[] drawAll(byte[] positions) {
    byte[] blocks = prf.map(positions);
    Draw[] draws = new Draw[blocks.length / Position.SIZE];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = new Draw(blocks, i * Position.SIZE);
    }
    return draws;
  }

  /** The 32 bytes of the key, for evidence and for sealing. */
  public byte[] reveal() {
    return key.clone();
  }

  /** Eight uniform 16-bit numbers, one for each lane. */
  public static final class Draw {
    private final byte[] block;
    private final int offset;

    private Draw(byte[] block, int offset) {
      this.block = block;
      this.offset = offset;
    }

    /** The recipient's spelling of {@code carrier}. */
    public int symbol(Carrier carrier, Biases biases) {
      int at = offset + 2 * carrier.lane();
      return biases.spelling((block[at] & 0xff) << 8 | (block[at + 1] & 0xff));
    }
  }
}
