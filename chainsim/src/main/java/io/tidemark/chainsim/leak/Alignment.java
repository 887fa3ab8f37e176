package io.tidemark.chainsim.leak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Lays copies of the same rows beside each other, as colluders do: by the cells that identify. */
final class Alignment {
  private static final List<Column> IDENTIFYING =
      List.of(
          Column.POLICY_NUMBER,
          Column.VIN,
          Column.PLATE,
          Column.IDENTITY_NUMBER,
          Column.MOBILE,
          Column.NAME,
          Column.EXPIRY);

  private Alignment() {}

  /** For each row that every copy has, in the first copy's order: the row as each copy has it. */
  static List<List<List<String>>> of(List<LeakedTable> copies) {
    List<Integer> keys = keys(copies.get(0));
    List<Map<String, Deque<List<String>>>> others =
        copies.stream().skip(1).map(copy -> byKey(copy, keys)).toList();
    List<List<List<String>>> aligned = new ArrayList<>();
    for (List<String> row : copies.get(0).rows()) {
      List<List<String>> versions =
          Stream.concat(
                  Stream.of(row), others.stream().flatMap(copy -> taken(copy, key(row, keys))))
              .toList();
      if (versions.size() == copies.size()) {
        aligned.add(versions);
      }
    }
    return aligned;
  }

  private static List<Integer> keys(LeakedTable table) {
    List<Integer> places =
        IDENTIFYING.stream()
            .map(column -> column.in(table))
            .filter(OptionalInt::isPresent)
            .map(OptionalInt::getAsInt)
            .toList();
    if (places.isEmpty()) {
      throw new IllegalArgumentException("no column that tells rows apart");
    }
    return places;
  }

  private static Map<String, Deque<List<String>>> byKey(LeakedTable copy, List<Integer> keys) {
    Map<String, Deque<List<String>>> rows = new HashMap<>();
    copy.rows()
        .forEach(row -> rows.computeIfAbsent(key(row, keys), k -> new ArrayDeque<>()).add(row));
    return rows;
  }

  private static Stream<List<String>> taken(Map<String, Deque<List<String>>> copy, String key) {
    Deque<List<String>> rows = copy.get(key);
    return rows == null || rows.isEmpty() ? Stream.empty() : Stream.of(rows.removeFirst());
  }

  private static String key(List<String> row, List<Integer> keys) {
    StringBuilder key = new StringBuilder();
    keys.forEach(place -> key.append(Cleaning.cleaned(row.get(place))).append('|'));
    return key.toString();
  }
}
