package io.tidemark.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Any bytes as any field. The normal run replays the seeds; {@code JAZZER_FUZZ=1} searches for
 * more.
 */
final class LabelFuzzTest {
  private static final Labels LABELS = Labels.asOf(LocalDate.of(2026, 11, 24));

  @FuzzTest(maxDuration = "30s")
  void noTextMakesLabellingFailOrWaver(byte[] bytes) {
    for (String text :
        new String[] {
          new String(bytes, StandardCharsets.UTF_8), new String(bytes, StandardCharsets.UTF_16BE)
        }) {
      for (FieldClass field : FieldClass.values()) {
        PersonalText once = LABELS.label(field, text).canonical();
        assertThat(LABELS.label(field, once.reveal(Reveal.CLASSIFY)).canonical()).isEqualTo(once);
      }
    }
  }
}
