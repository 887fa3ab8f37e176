package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows as they are posted in a chat group: {@code 川A12345 李先生 138… 朗逸 12月到期}. */
public final class LooseText {
  private static final Pattern MONTH =
      Pattern.compile("^20\\d\\d[-/年]?(\\d{1,2})[-/月]?\\d{1,2}日?$");
  private static final List<String> PLATE_WORDS = List.of("", "", "车牌", "车牌号：", "车牌:");
  private static final List<String> TITLES = List.of("先生", "女士", "");
  private static final List<String> PHONE_WORDS = List.of("", "", "电话", "手机:", "tel ");
  private static final List<String> GAPS = List.of(" ", " ", "，", ",", "  ", "/");

  private LooseText() {}

  /** One post for each row, each in its poster's way; what the table lacks is left out. */
  public static List<String> posts(LeakedTable table, long seed) {
    Random random = new Random(seed);
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      column.in(table).ifPresent(place -> places.put(column, place));
    }
    return table.rows().stream().map(row -> post(places, row, random)).toList();
  }

  private static String post(Map<Column, Integer> places, List<String> row, Random random) {
    List<String> parts = new ArrayList<>();
    add(parts, of(PLATE_WORDS, random), cell(places, row, Column.PLATE));
    add(parts, "", named(cell(places, row, Column.NAME), random));
    add(parts, of(PHONE_WORDS, random), cell(places, row, Column.MOBILE));
    add(parts, "", cell(places, row, Column.MODEL));
    if (random.nextBoolean()) {
      add(parts, "", cell(places, row, Column.ADDRESS));
    }
    add(parts, "", expiring(cell(places, row, Column.EXPIRY)));
    return String.join(of(GAPS, random), parts);
  }

  private static void add(List<String> parts, String word, String value) {
    if (!value.isEmpty()) {
      parts.add(word + value);
    }
  }

  private static String named(String name, Random random) {
    String title = of(TITLES, random);
    return name.isEmpty() || title.isEmpty() ? name : name.substring(0, 1) + title;
  }

  private static String expiring(String date) {
    Matcher month = MONTH.matcher(date);
    return month.matches() ? Integer.parseInt(month.group(1)) + "月到期" : date;
  }

  private static String cell(Map<Column, Integer> places, List<String> row, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : Cleaning.folded(row.get(place));
  }

  private static String of(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
