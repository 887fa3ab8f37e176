package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** All ways to spell one value. */
final class Choices {
  private Choices() {}

  static Parsed parse(FieldClass field, String text) {
    return Catalogue.parse(field, PersonalText.of(text));
  }

  static String text(PersonalText hidden) {
    return hidden.reveal(Reveal.TRACE);
  }

  static String render(Parsed parsed, int... choice) {
    return text(parsed.render(choice));
  }

  /** Every combination of spellings; one empty choice for a value without carriers. */
  static List<int[]> of(Parsed parsed) {
    List<int[]> all = new ArrayList<>();
    all.add(new int[parsed.carriers().size()]);
    for (int i = 0; i < parsed.carriers().size(); i++) {
      List<int[]> more = new ArrayList<>();
      for (int[] choice : all) {
        for (int s = 0; s < parsed.carriers().get(i).spellings(); s++) {
          int[] next = choice.clone();
          next[i] = s;
          more.add(next);
        }
      }
      all = more;
    }
    return all;
  }

  /** What a careful thief leaves: NFKC, letters and digits only. */
  static String cleaned(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{Nd}]", "");
  }
}
