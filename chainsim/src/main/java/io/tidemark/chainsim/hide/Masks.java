package io.tidemark.chainsim.hide;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.find.FoundClass;
import java.util.List;

/** Which signs of a number people and systems hide. Stateless. */
final class Masks {
  private Masks() {}

  /** The number with stars, where the trick is to hide some. */
  static String hidden(FoundClass found, String value, Trick trick, Draw draw) {
    if (trick != Trick.MASKED) {
      return value;
    }
    return switch (found) {
      case MOBILE -> starred(value, 3, 7);
      case IDENTITY_NUMBER ->
          draw.of(
              List.of(
                  starred(value, 4, 14),
                  starred(value, 6, 14),
                  starred(value, 3, 14),
                  starred(value, 1, 17),
                  starred(value, 6, 16)));
      case PLATE -> value.startsWith("使") ? value : starred(value, 3, value.length() - 2);
      case VIN -> draw.of(List.of(starred(value, 3, 14), starred(value, 4, 13)));
      default ->
          draw.of(
              List.of(
                  starred(value, 4, value.length() - 4), starred(value, 6, value.length() - 4)));
    };
  }

  private static String starred(String value, int from, int to) {
    return value.substring(0, from) + "*".repeat(to - from) + value.substring(to);
  }
}
