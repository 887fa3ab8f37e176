package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Compares a leaked text with all renderings of a value. */
final class Renderings {
  private Renderings() {}

  /**
   * The spellings that give the text to the letter, or those that give it once both are cleaned.
   */
  static List<Shown> equalTo(Parsed value, PersonalText leaked) {
    String exact = leaked.reveal(Reveal.TRACE).strip();
    int[] masks = fitting(value, exact::equals);
    if (masks[0] == 0) {
      String cleaned = Cleaned.of(exact);
      masks = fitting(value, rendering -> cleaned.equals(Cleaned.of(rendering)));
    }
    return shown(masks);
  }

  private static int[] fitting(Parsed value, Predicate<String> fits) {
    int[] masks = new int[value.carriers().size()];
    for (int[] choice : choices(value.carriers())) {
      if (fits.test(value.render(choice).reveal(Reveal.TRACE))) {
        add(choice, masks);
      }
    }
    return masks;
  }

  /** The spellings of the longest rendering that stands in the text, once both are cleaned. */
  static List<Shown> longestIn(Parsed value, PersonalText longer) {
    String cleaned = Cleaned.of(longer.reveal(Reveal.TRACE));
    int[] masks = new int[value.carriers().size()];
    int longest = 0;
    for (int[] choice : choices(value.carriers())) {
      String rendering = Cleaned.of(value.render(choice).reveal(Reveal.TRACE));
      if (rendering.length() >= longest && cleaned.contains(rendering)) {
        masks = rendering.length() > longest ? new int[masks.length] : masks;
        longest = rendering.length();
        add(choice, masks);
      }
    }
    return shown(masks);
  }

  private static void add(int[] choice, int[] masks) {
    for (int i = 0; i < masks.length; i++) {
      masks[i] |= 1 << choice[i];
    }
  }

  private static List<Shown> shown(int[] masks) {
    return Arrays.stream(masks).mapToObj(Shown::new).toList();
  }

  private static List<int[]> choices(List<Carrier> carriers) {
    List<int[]> choices = List.of(new int[0]);
    for (Carrier carrier : carriers) {
      List<int[]> longer = new ArrayList<>();
      for (int[] choice : choices) {
        for (int s = 0; s < carrier.spellings(); s++) {
          int[] next = Arrays.copyOf(choice, choice.length + 1);
          next[choice.length] = s;
          longer.add(next);
        }
      }
      choices = longer;
    }
    return choices;
  }
}
