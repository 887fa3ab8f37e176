package io.tidemark.terms;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The 64 bits by which a picture, a document, a page or a screen names the copy that it is. Of a
 * disclosure they come from its name alone, so that nothing has to be kept to find it again (among
 * a million disclosures two have one number with a chance of 3e-8); of a copy by itself they are
 * drawn before its ledger entry is written. They say nothing; the ledger says whose they are.
 *
 * @param value any 64 bits
 */
public record CopyNumber(long value) {
  /** What stands before the name of a disclosure where its number is made. */
  public static final String DOMAIN = "tidemark copy number v1\n";

  private static final int DIGITS = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A fresh random one. */
  public static CopyNumber random() {
    return new CopyNumber(RANDOM.nextLong());
  }

  /** Of a disclosure: the first 64 bits of SHA-256 over a domain line and its name. */
  public static CopyNumber of(DisclosureId disclosure) {
    return of(Digest.sha256(DOMAIN + disclosure.text()).toString().substring(0, DIGITS))
        .orElseThrow();
  }

  /** Written as 16 hexadecimal digits; nothing where it is written otherwise. */
  public static Optional<CopyNumber> of(String hex) {
    try {
      return hex.length() == DIGITS
          ? Optional.of(new CopyNumber(HexFormat.fromHexDigitsToLong(hex)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** 16 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(value);
  }
}
