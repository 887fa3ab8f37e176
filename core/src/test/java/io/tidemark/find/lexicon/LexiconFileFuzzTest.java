package io.tidemark.find.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;

/**
 * Any bytes as a lexicon, packed or not. The normal run replays the seeds; {@code JAZZER_FUZZ=1}
 * searches for more.
 */
final class LexiconFileFuzzTest {
  @FuzzTest(maxDuration = "30s")
  void bytesAreALexiconOrAreRefused(byte[] bytes) throws IOException {
    read(bytes);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(new byte[] {0, 0, 0, 1});
      out.write(bytes);
    }
    read(packed.toByteArray());
  }

  private static void read(byte[] bytes) {
    try {
      LexiconFile file = LexiconFile.read(new ByteArrayInputStream(bytes));
      int count = file.entries().size();
      assertThat(file.word()).hasSize(count);
      for (int[] followers : file.followers()) {
        for (int follower : followers) {
          assertThat(follower).isBetween(0, count - 1);
        }
      }
    } catch (IOException expected) {
      assertThat(expected).hasNoSuppressedExceptions();
    }
  }
}
