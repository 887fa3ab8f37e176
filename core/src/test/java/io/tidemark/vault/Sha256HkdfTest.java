package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Hkdf;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Our HKDF beside the vectors of RFC 5869 and Tink's. */
final class Sha256HkdfTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void rfc5869TestCase1() {
    byte[] derived =
        Sha256Hkdf.derive(
            HEX.parseHex("0b".repeat(22)),
            HEX.parseHex("000102030405060708090a0b0c"),
            HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"),
            42);
    assertThat(HEX.formatHex(derived))
        .isEqualTo(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
  }

  @Test
  void rfc5869TestCase3HasNeitherSaltNorName() {
    byte[] derived = Sha256Hkdf.derive(HEX.parseHex("0b".repeat(22)), new byte[0], new byte[0], 42);
    assertThat(HEX.formatHex(derived))
        .isEqualTo(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
  }

  /** Salts beyond a block of the digest are hashed first, and lengths end anywhere in a block. */
  @Property(tries = 2_000)
  void tinkDerivesTheSame(
      @ForAll @Size(max = 200) byte[] secret,
      @ForAll @Size(max = 200) byte[] salt,
      @ForAll @Size(max = 200) byte[] info,
      @ForAll @IntRange(min = 1, max = 300) int size)
      throws GeneralSecurityException {
    assertThat(Sha256Hkdf.derive(secret, salt, info, size))
        .isEqualTo(Hkdf.computeHkdf("HMACSHA256", secret, salt, info, size));
  }

  @Test
  void moreThanItGives_fails() {
    byte[] none = new byte[0];
    assertThat(Sha256Hkdf.derive(none, none, none, 8_160)).hasSize(8_160);
    assertThatThrownBy(() -> Sha256Hkdf.derive(none, none, none, 8_161))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
