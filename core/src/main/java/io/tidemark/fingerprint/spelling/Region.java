package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.Divisions;
import io.tidemark.terms.Divisions.City;
import io.tidemark.terms.Divisions.District;
import io.tidemark.terms.Divisions.Province;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an address: a prefecture-level city with or without its province, or a
 * municipality with one of its districts behind it (北京路 is a street in many cities).
 *
 * @param carrier {@link Carrier#PROVINCE} or {@link Carrier#MUNICIPALITY}
 * @param spellings the beginning in each spelling of the carrier
 * @param districts what must stand behind a municipality; empty for a city
 */
record Region(Carrier carrier, List<String> spellings, List<String> districts) {
  private static final Step START = new Step();

  /** What can follow after some characters of a beginning, and what they are if it ends here. */
  private static final class Step {
    private char[] characters = {};
    private Step[] steps = {};
    private @Nullable Region region;

    private @Nullable Step after(char character) {
      int place = Arrays.binarySearch(characters, character);
      return place < 0 ? null : steps[place];
    }

    private Step madeAfter(char character) {
      int place = -1 - Arrays.binarySearch(characters, character);
      if (place < 0) {
        return steps[-1 - place];
      }
      characters = Arrays.copyOf(characters, characters.length + 1);
      steps = Arrays.copyOf(steps, characters.length);
      System.arraycopy(characters, place, characters, place + 1, characters.length - place - 1);
      System.arraycopy(steps, place, steps, place + 1, steps.length - place - 1);
      characters[place] = character;
      steps[place] = new Step();
      return steps[place];
    }
  }

  static {
    for (Province province : Divisions.china().provinces()) {
      String name = province.name();
      String bare = province.shortName();
      if (province.municipality()) {
        List<String> districts =
            province.cities().stream()
                .flatMap(city -> city.districts().stream())
                .map(District::name)
                .toList();
        know(new Region(Carrier.MUNICIPALITY, List.of(name, bare), districts));
        continue;
      }
      for (City city : province.cities()) {
        if (!city.placeholder()) {
          String place = city.name();
          know(new Region(Carrier.PROVINCE, List.of(name + place, place, bare + place), List.of()));
        }
      }
    }
  }

  private static void know(Region region) {
    for (String spelling : region.spellings()) {
      Step step = START;
      for (char character : spelling.toCharArray()) {
        step = step.madeAfter(character);
      }
      if (step.region != null) {
        throw new IllegalStateException("two regions are written alike: " + spelling);
      }
      step.region = region;
    }
  }

  private boolean fits(String text, int from) {
    for (String district : districts) {
      if (text.startsWith(district, from)) {
        return true;
      }
    }
    return districts.isEmpty();
  }

  /** The longest region that {@code text} begins with, if it is one of this carrier. */
  static @Nullable Slot find(Carrier carrier, String text) {
    Region longest = null;
    int end = 0;
    Step step = START;
    for (int length = 1; length <= text.length(); length++) {
      step = step.after(text.charAt(length - 1));
      if (step == null) {
        break;
      }
      if (step.region != null && step.region.fits(text, length)) {
        longest = step.region;
        end = length;
      }
    }
    return longest != null && longest.carrier == carrier
        ? new Slot(carrier, 0, end, longest.spellings)
        : null;
  }
}
