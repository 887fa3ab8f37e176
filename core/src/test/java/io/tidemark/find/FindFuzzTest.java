package io.tidemark.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.find.people.People;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Any bytes as a text. The normal run replays the seeds; {@code JAZZER_FUZZ=1} searches for more.
 */
final class FindFuzzTest {
  @FuzzTest(maxDuration = "30s")
  void noTextMakesFindingFailOrDiffer(byte[] bytes) {
    for (String text :
        new String[] {
          new String(bytes, StandardCharsets.UTF_8), new String(bytes, StandardCharsets.UTF_16BE)
        }) {
      List<Finding> found = Found.sorted(new TextFinder(), text);
      assertThat(found).isEqualTo(Found.sorted(new ExactFinder(), text));
      assertThat(People.join(text, found).stream().mapToInt(one -> one.findings().size()).sum())
          .isEqualTo(found.size());
    }
  }
}
