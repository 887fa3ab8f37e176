package io.tidemark.fingerprint.spelling;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes as an address, a model, a remark. The normal run replays the seeds; {@code
 * JAZZER_FUZZ=1} searches for more.
 */
final class CatalogueFuzzTest {
  @FuzzTest(maxDuration = "30s")
  void noTextMakesTheCatalogueFail(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int half = text.length() / 2;
    AnyText.holds(text, text.substring(half));
    AnyText.holds(text.substring(0, half), text);
  }
}
