package io.tidemark.custody.marks;

import io.tidemark.disclose.mask.Ff1;
import io.tidemark.terms.CopyNumber;
import io.tidemark.vault.KeyRing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The numbers of screens: 64 bits that say who looked and in which minute. They are the entry of
 * the viewer's sign-in and the minute, enciphered by FF1 under a key of the home, so that they say
 * nothing to anybody else, and that neither an entry nor a row is written for a page that is shown.
 * A number that was not made here comes out as an entry that there is none of, or as a time outside
 * of its session. Thread-safe.
 */
public final class ScreenNumbers {
  private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
  private static final int ENTRY_DIGITS = 9;
  private static final int MINUTE_DIGITS = 7;
  private static final long MINUTE = 60;
  private static final String HEX = "0123456789abcdef";
  private static final byte[] TWEAK = "screen number v1".getBytes(StandardCharsets.US_ASCII);

  private final KeyRing keys;
  private final byte[] key;

  /** Under the key of marks of this home. */
  public ScreenNumbers(KeyRing keys) {
    this.keys = keys;
    this.key = keys.suite().blockKey(keys.derive(KeyRing.Use.MARK, "screens"));
  }

  /**
   * What a number says.
   *
   * @param signIn the ledger index of the entry by which the viewer's session began
   * @param minute when the page was shown, cut to the minute
   */
  public record Shown(long signIn, Instant minute) {}

  /**
   * The number of a session's screens in the minute of this time.
   *
   * @param signIn the entry by which the session began, below 2^36
   * @param now not before 2020
   */
  public CopyNumber number(long signIn, Instant now) {
    HexFormat hex = HexFormat.of();
    long minute = Math.floorDiv(now.getEpochSecond() - BEGIN.getEpochSecond(), MINUTE);
    if (signIn >>> ENTRY_DIGITS * 4 != 0 || minute >>> MINUTE_DIGITS * 4 != 0) {
      throw new IllegalArgumentException("no number for entry " + signIn + " at " + now);
    }
    String plain = hex.toHexDigits(signIn, ENTRY_DIGITS) + hex.toHexDigits(minute, MINUTE_DIGITS);
    return CopyNumber.of(cipher().encrypt(plain)).orElseThrow();
  }

  /** What a number would say if it was made here: whether it was, the ledger tells. */
  public Shown shown(CopyNumber number) {
    String plain = cipher().decrypt(number.toString());
    return new Shown(
        HexFormat.fromHexDigitsToLong(plain, 0, ENTRY_DIGITS),
        BEGIN.plusSeconds(
            MINUTE * HexFormat.fromHexDigitsToLong(plain, ENTRY_DIGITS, plain.length())));
  }

  private Ff1 cipher() {
    return new Ff1(keys.suite()::blockCipher, key, TWEAK, HEX);
  }
}
