package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.Divisions;
import io.tidemark.terms.Divisions.City;
import io.tidemark.terms.Divisions.District;
import io.tidemark.terms.Divisions.Province;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Character, Step> next = new HashMap<>();
    private @Nullable Region region;
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
        step = step.next.computeIfAbsent(character, none -> new Step());
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
      step = step.next.get(text.charAt(length - 1));
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
