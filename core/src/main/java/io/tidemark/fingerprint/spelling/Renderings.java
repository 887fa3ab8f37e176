package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;

/** Looks for all renderings of a value in a longer text. */
final class Renderings {
  private Renderings() {}

  static List<Shown> longestIn(Parsed value, PersonalText longer) {
    List<Carrier> carriers = value.carriers();
    String cleaned = Cleaned.of(longer.reveal(Reveal.TRACE));
    int[] masks = new int[carriers.size()];
    int longest = 0;
    for (int[] choice : choices(carriers)) {
      String rendering = Cleaned.of(value.render(choice).reveal(Reveal.TRACE));
      if (rendering.length() >= longest && cleaned.contains(rendering)) {
        if (rendering.length() > longest) {
          longest = rendering.length();
          masks = new int[carriers.size()];
        }
        for (int i = 0; i < masks.length; i++) {
          masks[i] |= 1 << choice[i];
        }
      }
    }
    List<Shown> shown = new ArrayList<>(masks.length);
    for (int mask : masks) {
      shown.add(new Shown(mask));
    }
    return shown;
  }

  private static List<int[]> choices(List<Carrier> carriers) {
    List<int[]> choices = List.of(new int[0]);
    for (Carrier carrier : carriers) {
      List<int[]> longer = new ArrayList<>();
      for (int[] choice : choices) {
        for (int s = 0; s < carrier.spellings(); s++) {
          int[] next = java.util.Arrays.copyOf(choice, choice.length + 1);
          next[choice.length] = s;
          longer.add(next);
        }
      }
      choices = longer;
    }
    return choices;
  }
}
