package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.util.Bytes;
import io.tidemark.VectorRows;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ed25519 as heads, cosignatures and people's entries are checked, on Wycheproof's vectors. */
final class WycheproofTest {
  private static final HexFormat HEX = HexFormat.of();

  static List<String[]> vectors() throws IOException {
    return VectorRows.of("wycheproof", "ed25519.tsv");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theGoodHoldAndTheBadDoNot(
      String id, String flags, String result, String key, String message, String signature) {
    VerifierKey verifier =
        new VerifierKey("log.example", VerifierKey.Use.NOTE, Bytes.copyFrom(HEX.parseHex(key)));
    byte[] text = HEX.parseHex(message);
    byte[] shown = HEX.parseHex(signature);
    if (result.equals("valid")) {
      assertThatCode(() -> verifier.check(shown, text)).as(id).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> verifier.check(shown, text))
          .as(id + " " + flags)
          .isInstanceOf(LedgerException.class);
    }
  }

  @Test
  void bothKindsAreThere() throws IOException {
    assertThat(vectors().stream().filter(row -> row[2].equals("valid"))).hasSizeGreaterThan(20);
    assertThat(vectors().stream().filter(row -> row[2].equals("invalid"))).hasSizeGreaterThan(20);
  }
}
