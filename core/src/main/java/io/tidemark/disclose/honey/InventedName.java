package io.tidemark.disclose.honey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of honey customers: surnames about as frequent as in life, given names by sex and decade of
 * birth. The surname, the sex and one given name for each decade come from the key alone; which
 * decade counts comes from the birth year. Stateless.
 */
final class InventedName {
  private static final List<String> DECADES = List.of("1960", "1970", "1980", "1990");
  private static final int ONE_IN_SINGLE = 8;
  private static final Pattern TITLED = Pattern.compile("(.)(?:先生|女士|小姐|师傅|老板|总)");
  private static final Map<String, String> LISTS = load();
  private static final String SURNAMES = list("surname");
  private static final int[] UP_TO = frequencies();

  private InventedName() {}

  static boolean male(HoneyKey key, int draw) {
    return key.number(draw, "sex", 2) == 0;
  }

  static String of(HoneyKey key, int draw, int birthYear) {
    return surname(key, draw) + given(key, draw, decade(birthYear));
  }

  private static String decade(int birthYear) {
    int decade = Math.max(1960, Math.min(1990, birthYear / 10 * 10));
    return String.valueOf(decade);
  }

  private static String surname(HoneyKey key, int draw) {
    int at = key.number(draw, "surname", UP_TO[UP_TO.length - 1]);
    int rank = 0;
    while (UP_TO[rank] <= at) {
      rank++;
    }
    return SURNAMES.substring(rank, rank + 1);
  }

  private static String given(HoneyKey key, int draw, String decade) {
    String sex = male(key, draw) ? "male " : "female ";
    if (key.number(draw, "given length", ONE_IN_SINGLE) == 0) {
      return pick(key, draw, sex + "single");
    }
    return pick(key, draw, sex + decade + " first") + pick(key, draw, sex + decade + " second");
  }

  private static String pick(HoneyKey key, int draw, String name) {
    String list = list(name);
    int at = key.number(draw, name, list.length());
    return list.substring(at, at + 1);
  }

  /**
   * A leaked name against a customer's: of 李先生 only the surname is compared. The chance is at most
   * the sum over the decades of the likelier sex.
   */
  static Part against(HoneyKey key, int draw, String leaked) {
    Matcher titled = TITLED.matcher(leaked);
    String surname = leaked.substring(0, 1);
    boolean same = surname(key, draw).equals(surname);
    if (titled.matches()) {
      return new Part(same, chance(surname));
    }
    String given = leaked.substring(1);
    boolean agrees = same && DECADES.stream().anyMatch(d -> given(key, draw, d).equals(given));
    return new Part(
        agrees, chance(surname) * Math.max(given("male ", given), given("female ", given)));
  }

  private static double chance(String surname) {
    int rank = SURNAMES.indexOf(surname);
    int all = UP_TO[UP_TO.length - 1];
    return rank < 0 ? 0 : (UP_TO[rank] - (rank == 0 ? 0 : UP_TO[rank - 1])) / (double) all;
  }

  private static double given(String sex, String given) {
    if (given.length() == 1) {
      return share(sex + "single", given) / ONE_IN_SINGLE;
    }
    double sum = 0;
    for (String decade : DECADES) {
      sum +=
          given.length() != 2
              ? 0
              : share(sex + decade + " first", given.substring(0, 1))
                  * share(sex + decade + " second", given.substring(1));
    }
    return sum * (ONE_IN_SINGLE - 1) / ONE_IN_SINGLE;
  }

  private static double share(String name, String character) {
    String list = list(name);
    return list.contains(character) ? 1.0 / list.length() : 0;
  }

  /** Close to the census: the first bears 7 %, the tenth 2 %, the hundredth 0.2 %. */
  private static int[] frequencies() {
    int[] upTo = new int[SURNAMES.length()];
    int sum = 0;
    for (int rank = 0; rank < upTo.length; rank++) {
      sum += (int) (1_000_000 * StrictMath.pow(rank + 6, -1.5));
      upTo[rank] = sum;
    }
    return upTo;
  }

  private static String list(String name) {
    String list = LISTS.get(name);
    if (list == null) {
      throw new IllegalStateException("names.txt has no list " + name);
    }
    return list;
  }

  private static Map<String, String> load() {
    try (InputStream in = InventedName.class.getResourceAsStream("names.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource names.txt");
      }
      Map<String, String> lists = new HashMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> lists.put(before(line), line.substring(before(line).length() + 1)));
      return Map.copyOf(lists);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String before(String line) {
    return line.substring(0, line.indexOf('\t'));
  }
}
