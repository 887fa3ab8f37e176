package io.tidemark.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6238, appendix B (SHA-1); its codes have eight digits, ours the last six. */
final class OneTimeCodesTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private final OneTimeCodes codes = new OneTimeCodes();

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codesAreThoseOfTheStandard(long seconds, String code) {
    assertThat(codes.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code.substring(2));
  }

  @Test
  void aClockMayBeOffByOneStep() {
    Instant now = Instant.ofEpochSecond(1_111_111_109);
    long step = 1_111_111_109 / 30;
    for (int off = -3; off <= 3; off++) {
      String code = codes.code(SECRET, now.plusSeconds(30L * off));
      OptionalLong found = codes.step(SECRET, code, now);
      assertThat(found)
          .as("off by %s steps", off)
          .isEqualTo(Math.abs(off) <= 1 ? OptionalLong.of(step + off) : OptionalLong.empty());
    }
  }

  @Test
  void nothingElseIsACode() {
    Instant now = Instant.ofEpochSecond(59);
    for (String code : new String[] {"", "0", "28708", "2870820", "ABCDEF", "２８７０８２", "287082 "}) {
      assertThat(codes.step(SECRET, code, now)).isEmpty();
    }
    assertThat(codes.step(SECRET, "287082", now)).hasValue(1);
  }

  @Test
  void theAddressSaysAllThatAnAppNeeds() {
    assertThat(OneTimeCodes.address("liu.min", SECRET))
        .isEqualTo(
            "otpauth://totp/Tidemark:liu.min?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Tidemark&algorithm=SHA1&digits=6&period=30");
  }
}
