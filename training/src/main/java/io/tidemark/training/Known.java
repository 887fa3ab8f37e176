package io.tidemark.training;

import io.tidemark.classify.WordList;
import java.util.List;

/** What this project knows itself and no dictionary says. */
final class Known {
  private Known() {}

  /** Clubs, makers and brands whose names sound like a person's, and words that do. */
  static List<String> organisations() {
    return words("organisations.txt");
  }

  /** Countries whose names sound like a person's. */
  static List<String> countries() {
    return words("countries.txt");
  }

  /** Regions, sights and cities abroad. */
  static List<String> places() {
    return words("places.txt");
  }

  /** Surnames that the product's own list does not have. */
  static List<String> surnames() {
    return words("surnames.txt");
  }

  private static List<String> words(String file) {
    return WordList.words(Known.class, file);
  }
}
