package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.VectorRows;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AES-256-GCM as records and secrets are sealed, on Wycheproof's vectors, good and bad. */
final class WycheproofTest {
  private static final HexFormat HEX = HexFormat.of();

  static List<String[]> vectors() throws IOException {
    return VectorRows.of("wycheproof", "aes-256-gcm.tsv");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theGoodOpenAndTheBadDoNot(
      String id,
      String flags,
      String result,
      String key,
      String nonce,
      String associated,
      String message,
      String sealed,
      String tag)
      throws WrongKey {
    Seal seal = Suite.INTERNATIONAL.seal(HEX.parseHex(key));
    byte[] box = HEX.parseHex(nonce + sealed + tag);
    byte[] boundTo = HEX.parseHex(associated);
    if (result.equals("valid")) {
      assertThat(seal.open(box, boundTo)).as(id).isEqualTo(HEX.parseHex(message));
    } else {
      assertThatThrownBy(() -> seal.open(box, boundTo))
          .as(id + " " + flags)
          .isInstanceOf(WrongKey.class);
    }
  }

  @Test
  void bothKindsAreThere() throws IOException {
    assertThat(vectors().stream().filter(row -> row[2].equals("valid"))).hasSizeGreaterThan(20);
    assertThat(vectors().stream().filter(row -> row[2].equals("invalid"))).hasSizeGreaterThan(20);
  }
}
