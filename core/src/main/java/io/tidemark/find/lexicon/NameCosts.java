package io.tidemark.find.lexicon;

import java.util.Arrays;
import java.util.List;

/**
 * What names cost that no list has: a surname and one or two characters of given names, as each was
 * counted at its place (Zhang, Liu, Zhang and Cheng 2002), and transliterated names as chains of
 * characters (Sproat, Shih, Gale and Chang 1996). Immutable.
 */
final class NameCosts {
  static final int NEVER = 255;

  private static final int OTHER_GIVEN = 140;

  private final int[] single = new int[1 << 16];
  private final int[] place = new int[1 << 16];
  private final String[] compounds;
  private final int[] compoundCosts;
  private final boolean[] opensCompound = new boolean[1 << 16];
  private final LexiconFile.Parts parts;
  private final int[] sound = new int[1 << 16];

  NameCosts(LexiconFile.Parts parts) {
    this.parts = parts;
    Arrays.fill(single, NEVER);
    Arrays.fill(place, -1);
    Arrays.fill(sound, -1);
    List<String> surnames = parts.surnames();
    compounds = surnames.stream().filter(each -> each.length() == 2).toArray(String[]::new);
    compoundCosts = new int[compounds.length];
    for (int i = 0, k = 0; i < surnames.size(); i++) {
      int cost = parts.surnameCosts()[i] & 0xFF;
      if (surnames.get(i).length() == 1) {
        single[surnames.get(i).charAt(0)] = cost;
      } else {
        compoundCosts[k++] = cost;
        opensCompound[surnames.get(i).charAt(0)] = true;
      }
    }
    for (int i = 0; i < parts.given().length(); i++) {
      place[parts.given().charAt(i)] = i;
    }
    for (int i = 1; i < parts.foreign().length(); i++) {
      sound[parts.foreign().charAt(i)] = i;
    }
  }

  /** What one character costs as a surname. */
  int surname(char c) {
    return single[c];
  }

  /** What two characters cost as a compound surname. */
  int surname(char first, char second) {
    for (int i = 0; opensCompound[first] && i < compounds.length; i++) {
      if (compounds[i].charAt(0) == first && compounds[i].charAt(1) == second) {
        return compoundCosts[i];
      }
    }
    return NEVER;
  }

  /** What a given name of one character costs. */
  int given(char only) {
    return at(parts.only(), only);
  }

  /** What a given name of two costs. */
  int given(char first, char second) {
    return at(parts.first(), first) + at(parts.last(), second);
  }

  private int at(byte[] costs, char c) {
    return place[c] < 0 ? OTHER_GIVEN : costs[place[c]] & 0xFF;
  }

  /** Whether transliterated names have this character. */
  boolean sound(char c) {
    return sound[c] >= 0;
  }

  /**
   * What the step from one character of a transliterated name to the next costs; 0 stands for its
   * begin and its end.
   */
  int step(char before, char after) {
    int a = before == 0 ? 0 : sound[before];
    int b = after == 0 ? 0 : sound[after];
    return a < 0 || b < 0 ? NEVER : parts.sequence()[a * parts.foreign().length() + b] & 0xFF;
  }
}
