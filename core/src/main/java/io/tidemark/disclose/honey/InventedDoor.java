package io.tidemark.disclose.honey;

import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A door in a neighbour's street: building, unit and room are those of three other rows, so that
 * they look like the list's. It is the door of nobody among the rows that are remembered. Somebody
 * may live there, but under another name and without any number of the customer: nothing that is
 * known of the household stands in the row.
 */
record InventedDoor(HoneyKey key, int draw, Neighbours neighbours) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final int INSIDE = 3;
  private static final int TRIES = 16;

  /** The address with other numbers at its end; without numbers it is a village: as it is. */
  String at(String real) {
    List<MatchResult> numbers = numbers(real);
    for (int n = 0; n < TRIES; n++) {
      String door = written(real, numbers, n);
      if (!neighbours.any(FieldClass.ADDRESS, door)) {
        return door;
      }
    }
    return numbers.isEmpty() ? real : "";
  }

  private String written(String real, List<MatchResult> numbers, int attempt) {
    StringBuilder door = new StringBuilder(real);
    for (int back = 1; back <= Math.min(INSIDE, numbers.size()); back++) {
      MatchResult number = numbers.get(numbers.size() - back);
      door.replace(number.start(), number.end(), other(number.group(), back, attempt));
    }
    return door.toString();
  }

  private String other(String real, int back, int attempt) {
    String name = "door " + back + " " + attempt;
    String from = Neighbours.text(neighbours.one(key, draw, name), FieldClass.ADDRESS);
    List<MatchResult> numbers = numbers(from);
    boolean alike = numbers.size() >= INSIDE && real.length() < 6;
    int below = real.length() < 6 ? Math.max(9, 2 * Integer.parseInt(real)) : 9;
    return alike && attempt < TRIES / 2
        ? numbers.get(numbers.size() - back).group()
        : String.valueOf(1 + key.number(draw, name + " drawn", below));
  }

  private static List<MatchResult> numbers(String address) {
    return new ArrayList<>(NUMBER.matcher(address).results().toList());
  }
}
