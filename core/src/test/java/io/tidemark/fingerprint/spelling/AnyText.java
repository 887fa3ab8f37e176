package io.tidemark.fingerprint.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;

/** What holds for any text as any field. */
final class AnyText {
  private AnyText() {}

  static void holds(String text, String leaked) {
    for (FieldClass field : Catalogue.marked()) {
      Parsed parsed = Choices.parse(field, text);
      if (parsed.carriers().isEmpty()) {
        assertThat(Choices.render(parsed)).isEqualTo(text);
      }
      for (int[] choice : Choices.of(parsed)) {
        PersonalText rendered = parsed.render(choice);
        Parsed back = Catalogue.parse(field, rendered);
        assertThat(back.content()).isEqualTo(parsed.content());
        assertThat(back.carriers()).isEqualTo(parsed.carriers());
        for (int i = 0; i < choice.length; i++) {
          assertThat(parsed.read(rendered).get(i)).isEqualTo(new Shown(1 << choice[i]));
        }
      }
      assertThat(parsed.read(PersonalText.of(leaked))).hasSameSizeAs(parsed.carriers());
      assertThat(parsed.find(PersonalText.of(leaked))).hasSameSizeAs(parsed.carriers());
    }
  }
}
