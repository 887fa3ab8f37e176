package io.tidemark.chainsim.leak;

import java.util.List;
import java.util.Optional;

/**
 * How much of province, city and district an address begins with: one sign for each of them, full,
 * short or left out.
 */
final class Division {
  private static final List<String> WAYS = List.of("full ", "short ", "none ");

  private Division() {}

  static Optional<Styled> read(String address) {
    return DivisionWords.read(address)
        .flatMap(
            found -> {
              String rest = found.rest();
              String written = address.substring(0, address.length() - rest.length());
              Located place = found.place();
              return style(place, written)
                  .map(
                      style ->
                          new Styled(
                              place.municipality() ? "municipality" : "",
                              style,
                              other -> written(place, other) + rest));
            });
  }

  private static Optional<String> style(Located place, String written) {
    for (String province : WAYS) {
      for (String city : WAYS) {
        for (String district : WAYS) {
          String style = province + city + district;
          if (written(place, style).equals(written)) {
            return Optional.of(style);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String written(Located place, String style) {
    if (style.isEmpty()) {
      return "";
    }
    String[] ways = style.split(" ");
    return part(place.province(), ways[0])
        + part(place.city(), ways[1])
        + part(place.district(), ways[2]);
  }

  private static String part(String name, String way) {
    return way.equals("none") ? "" : way.equals("full") ? name : Located.shortened(name);
  }
}
