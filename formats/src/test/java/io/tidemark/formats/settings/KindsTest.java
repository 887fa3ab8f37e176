package io.tidemark.formats.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.formats.table.Headings;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindsTest {
  private static final Kinds KINDS = Kinds.usual();

  @Test
  void noHeadingMeansTwoThings() {
    Map<String, Kind> seen = new HashMap<>();
    KINDS
        .headings()
        .forEach(
            (heading, kind) -> {
              assertThat(Headings.usual().kind(heading)).as(heading).isEmpty();
              Kind before = seen.put(Headings.plain(heading), kind);
              assertThat(before == null || before.equals(kind)).as(heading).isTrue();
            });
  }

  @Test
  void everyKindHasASourceWithALabelAndANameInBothLanguages() {
    assertThat(KINDS.others()).hasSizeGreaterThan(15);
    KINDS
        .others()
        .forEach(
            other -> {
              assertThat(KINDS.sources().get(other.kind().zh()))
                  .containsPattern("\\((read|told|recalled|derived)\\)");
              assertThat(other.kind().en()).isNotBlank();
              assertThat(FieldClass.named(other.kind().zh())).isEmpty();
            });
  }

  @Test
  void aKindIsNamedInEitherLanguage() {
    assertThat(KINDS.named("银行卡号")).isEqualTo(KINDS.named("Bank_Card Number"));
    assertThat(KINDS.named("plate")).contains(Kind.of(FieldClass.PLATE));
    assertThat(KINDS.named("VIN")).contains(Kind.of(FieldClass.VIN));
    assertThat(KINDS.named("none")).contains(Kind.NONE);
    assertThat(KINDS.named("无")).contains(Kind.NONE);
    assertThat(KINDS.named("星座")).isEmpty();
  }

  @Test
  void aBrokenListOfKindsIsRefusedByLine() {
    String twice =
        "甲: {en: a, headings: [x, x], source: t}\n乙: {en: b, headings: [], pattern: '(', source: t}\n";
    assertThatThrownBy(() -> Kinds.read(SettingsFile.of("k.yaml", twice)))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("stands here twice")
        .hasMessageContaining("line 2")
        .hasMessageContaining("no regular expression");
    assertThatThrownBy(
            () ->
                Kinds.read(
                    SettingsFile.of(
                        "k.yaml", "甲: {en: a, headings: [], check: md5, confidence: 2}\n")))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("md5")
        .hasMessageContaining("between 0 and 1")
        .hasMessageContaining("source");
  }
}
