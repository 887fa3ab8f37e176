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
  private static final Map<String, Region> BY_SPELLING = new HashMap<>();
  private static final int SHORTEST;
  private static final int LONGEST;

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
    SHORTEST = BY_SPELLING.keySet().stream().mapToInt(String::length).min().orElseThrow();
    LONGEST = BY_SPELLING.keySet().stream().mapToInt(String::length).max().orElseThrow();
  }

  private static void know(Region region) {
    for (String spelling : region.spellings()) {
      if (BY_SPELLING.put(spelling, region) != null) {
        throw new IllegalStateException("two regions are written alike: " + spelling);
      }
    }
  }

  private boolean fits(String text, int from) {
    return districts.isEmpty() || districts.stream().anyMatch(d -> text.startsWith(d, from));
  }

  /** The longest region that {@code text} begins with, if it is one of this carrier. */
  static @Nullable Slot find(Carrier carrier, String text) {
    for (int length = Math.min(LONGEST, text.length()); length >= SHORTEST; length--) {
      Region region = BY_SPELLING.get(text.substring(0, length));
      if (region != null && region.fits(text, length)) {
        return region.carrier == carrier ? new Slot(carrier, 0, length, region.spellings) : null;
      }
    }
    return null;
  }
}
