package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.util.Bytes;
import io.tidemark.VectorRows;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A head that is signed by SM2 as well: the standard's sample, and lines beside Ed25519's. */
final class Sm2KeyTest {
  private static final String NAME = "tidemark.example/log";

  private final NoteSigner log = NoteSigner.log(NAME, new byte[32]);
  private final Sm2Signer sm2 = new Sm2Signer(NAME, secret(1));
  private final SignedNote once = new Checkpoint(NAME, 0, Digest.sha256("")).signed(log);
  private final SignedNote twice = sm2.sign(once);

  private static byte[] secret(int first) {
    byte[] secret = new byte[Sm2Signer.SECRET];
    secret[0] = (byte) first;
    return secret;
  }

  static List<String[]> samples() throws IOException {
    return VectorRows.of("sm", "sm2.tsv");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theStandardsSignatureHoldsAndNoneThatWasAltered(
      String name, String point, String message, String signature, String result) {
    Sm2Key key = new Sm2Key(NAME, Bytes.copyFrom(HexFormat.of().parseHex(point)));
    byte[] text = message.getBytes(StandardCharsets.US_ASCII);
    byte[] shown = HexFormat.of().parseHex(signature);
    if (result.equals("valid")) {
      assertThatCode(() -> key.check(shown, text)).as(name).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> key.check(shown, text)).as(name).isInstanceOf(LedgerException.class);
    }
  }

  @Test
  void bothLinesHoldAndWhoeverDoesNotKnowTheSecondIgnoresIt() throws LedgerException {
    SignedNote read = SignedNote.parse(twice.bytes());
    assertThat(Checkpoint.open(read, log.key())).isEqualTo(Checkpoint.open(once, log.key()));
    sm2.key().require(read);
    assertThat(Sm2Key.parse(sm2.key().vkey())).isEqualTo(sm2.key());
    assertThat(sm2.toString()).contains(sm2.key().vkey());
  }

  @Test
  void aMissingALyingAndAnotherLogsLineAreRefused() {
    assertThatThrownBy(() -> sm2.key().require(once)).hasMessageContaining("found none");
    SignedNote anothers = new Sm2Signer(NAME, secret(2)).sign(once);
    assertThatThrownBy(() -> sm2.key().require(anothers)).hasMessageContaining("found none");
    SignedNote later = new Checkpoint(NAME, 0, Digest.sha256("later")).signed(log);
    SignedNote moved = later.with(twice.signatures().get(1));
    assertThatThrownBy(() -> sm2.key().require(moved)).hasMessageContaining("does not verify");
    SignedNote both = sm2.sign(later).with(twice.signatures().get(1));
    assertThatThrownBy(() -> sm2.key().require(both)).hasMessageContaining("does not verify");
  }

  @Test
  void aKeyOfAnotherTypeOrCurveIsNone() {
    String vkey = sm2.key().vkey();
    for (String wrong :
        List.of(
            log.key().vkey(),
            vkey.substring(1),
            vkey.replace('+', ' '),
            vkey.substring(0, vkey.length() - 4),
            "x".repeat(2_000))) {
      assertThatThrownBy(() -> Sm2Key.parse(wrong)).isInstanceOf(LedgerException.class);
    }
    byte[] point = sm2.key().point().toByteArray();
    point[64] ^= 1;
    assertThatThrownBy(() -> new Sm2Key(NAME, Bytes.copyFrom(point)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sm2Signer(NAME, new byte[32]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
