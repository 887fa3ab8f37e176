package io.tidemark.chainsim.leak;

import io.tidemark.terms.Divisions;
import io.tidemark.terms.Divisions.City;
import io.tidemark.terms.Divisions.District;
import io.tidemark.terms.Divisions.Province;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ways in which people begin an address, each with its full form: city and district. A
 * beginning that could mean two places has none. Filled once, about 60,000 entries.
 */
final class DivisionWords {
  private static final Located AMBIGUOUS = new Located("", "", "", false);
  private static final Map<String, Located> FULL = new HashMap<>();
  private static final int LONGEST;

  static {
    for (Province province : Divisions.china().provinces()) {
      for (City city : province.cities()) {
        city.districts().forEach(district -> add(province, city, district));
      }
    }
    LONGEST = FULL.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private DivisionWords() {}

  /** The address without its province; a municipality stays. */
  static String withoutProvince(String address) {
    for (Province province : Divisions.china().provinces()) {
      if (!province.municipality() && address.startsWith(province.name())) {
        return address.substring(province.name().length());
      }
    }
    return address;
  }

  /** The address with its city and district in full and without its province, where known. */
  static String standard(String address) {
    return read(address).map(read -> read.place().withoutProvince() + read.rest()).orElse(address);
  }

  /**
   * The beginning of an address.
   *
   * @param place what it means
   * @param rest what follows it
   */
  record Beginning(Located place, String rest) {}

  /** The longest beginning that means one place only, where there is one. */
  static Optional<Beginning> read(String address) {
    for (int end = Math.min(LONGEST, address.length()); end > 1; end--) {
      Located place = FULL.get(address.substring(0, end));
      if (place != null && !place.equals(AMBIGUOUS)) {
        return Optional.of(new Beginning(place, address.substring(end)));
      }
    }
    return Optional.empty();
  }

  private static void add(Province province, City city, District district) {
    String cityName = city.placeholder() ? "" : city.name();
    String districtName = district.name().equals(city.name()) ? "" : district.name();
    Located full = new Located(province.name(), cityName, districtName, province.municipality());
    for (String first : either(province.name(), province.shortName(), "")) {
      for (String second :
          either(cityName, Located.shortened(cityName), first.isEmpty() ? "" : city.name())) {
        for (String third : either(districtName, Located.shortened(districtName))) {
          String written = first + second + third;
          if (written.length() > 2) {
            FULL.merge(
                written,
                full,
                (a, b) -> a.withoutProvince().equals(b.withoutProvince()) ? a : AMBIGUOUS);
          }
        }
      }
    }
  }

  private static Set<String> either(String... ways) {
    return new LinkedHashSet<>(List.of(ways));
  }
}
