package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.VectorRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SM algorithms as the suite uses them, on {@code vectors/sm}; SM2 is the ledger's. */
final class SmVectorsTest {
  private static List<String[]> rows(String file) throws IOException {
    return VectorRows.of("sm", file);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
  }

  static List<String[]> sealings() throws IOException {
    return rows("sm4-gcm.tsv");
  }

  @ParameterizedTest
  @MethodSource("sealings")
  void whatTheStandardSealedOpensAndNothingElse(
      String name,
      String key,
      String nonce,
      String associated,
      String plain,
      String sealed,
      String tag,
      String result)
      throws WrongKey {
    Sm4Seal seal = new Sm4Seal(hex(key));
    byte[] box = hex(nonce + sealed + tag);
    if (result.equals("valid")) {
      assertThat(seal.opened(box, hex(associated))).as(name).isEqualTo(hex(plain));
      assertThatThrownBy(() -> seal.open(box, hex(associated)))
          .as("without the suite's name")
          .isInstanceOf(WrongKey.class);
    } else {
      assertThatThrownBy(() -> seal.opened(box, hex(associated)))
          .as(name)
          .isInstanceOf(WrongKey.class);
    }
  }

  @Test
  void sm3IsTheStandardsDigestAndHmac() throws IOException {
    List<String[]> rows = rows("sm3.tsv");
    assertThat(rows).hasSize(3);
    for (String[] row : rows) {
      byte[] text = row[2].getBytes(StandardCharsets.US_ASCII);
      byte[] result = row[1].isEmpty() ? digest(text) : Suite.SM.mac(hex(row[1])).doFinal(text);
      assertThat(result).as(row[0]).isEqualTo(hex(row[3]));
    }
  }

  private static byte[] digest(byte[] text) {
    SM3Digest sm3 = new SM3Digest();
    sm3.update(text, 0, text.length);
    byte[] result = new byte[sm3.getDigestSize()];
    sm3.doFinal(result, 0);
    return result;
  }

  @Test
  void theBlockCipherIsSm4() throws IOException {
    for (String[] row : rows("sm4.tsv")) {
      BlockCipher sm4 = Suite.SM.blockCipher();
      sm4.init(true, new KeyParameter(hex(row[1])));
      byte[] out = new byte[16];
      sm4.processBlock(hex(row[2]), 0, out, 0);
      assertThat(out).as(row[0]).isEqualTo(hex(row[3]));
    }
  }

  /** No standard has vectors of HKDF-SM3: RFC 5869, written out over the checked HMAC. */
  @Test
  void hkdfIsTheOneOfRfc5869OverSm3() {
    byte[] secret = "a secret of the home".getBytes(StandardCharsets.US_ASCII);
    byte[] salt = "a person's salt.".getBytes(StandardCharsets.US_ASCII);
    byte[] extracted = Suite.SM.mac(salt).doFinal(secret);
    byte[] first = Suite.SM.mac(extracted).doFinal("info\u0001".getBytes(StandardCharsets.UTF_8));
    var mac = Suite.SM.mac(extracted);
    mac.update(first);
    byte[] second = mac.doFinal("info\u0002".getBytes(StandardCharsets.UTF_8));
    byte[] derived = Suite.SM.hkdf(secret, salt, "info", 64);
    assertThat(java.util.Arrays.copyOf(derived, 32)).isEqualTo(first);
    assertThat(java.util.Arrays.copyOfRange(derived, 32, 64)).isEqualTo(second);
    assertThat(Suite.SM.hkdf(secret, new byte[0], "info", 32))
        .isEqualTo(Suite.SM.hkdf(secret, new byte[32], "info", 32));
  }
}
