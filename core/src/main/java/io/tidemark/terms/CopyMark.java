package io.tidemark.terms;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The number that one copy of a document or picture carries: 64 random bits, drawn before the
 * copy's ledger entry is written. It says nothing by itself; the entry says whose it is.
 */
public record CopyMark(long number) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A fresh random one. */
  public static CopyMark random() {
    return new CopyMark(RANDOM.nextLong());
  }

  /** The mark with these 16 hexadecimal digits; {@link IllegalArgumentException} for others. */
  public static CopyMark of(String hex) {
    if (hex.length() != Long.BYTES * 2) {
      throw new IllegalArgumentException("a mark has 16 hexadecimal digits");
    }
    return new CopyMark(HexFormat.fromHexDigitsToLong(hex));
  }

  /** Its 16 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(number);
  }
}
