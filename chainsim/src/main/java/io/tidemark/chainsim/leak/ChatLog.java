package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rows as several messages each, as a chat program writes them to a file, with the numbers {@link
 * Disguise}d in a way that changes from message to message and others talking between them.
 */
public enum ChatLog {
  /** Lines without headers. */
  LINES,
  /** {@code 张三 2026/11/1 10:22:33} above each message. */
  WECHAT,
  /** {@code 2026-11-01 10:22:33 张三(12345)} above each message. */
  QQ,
  /** {@code [2026-11-01 10:22] 张三: } before each message. */
  ONE_LINE;

  private static final String SELLER = "锦程小陈";
  private static final List<String> OTHERS = List.of("好运来", "平安小周13800000000", "Lily");
  private static final List<String> TALK =
      List.of("收到", "在吗", "这个报过了", "一二三四五六七，老虎不在家", "[图片]", "下午两点开会", "还有没有宝马的", "谢谢老板");
  private static final List<String> TITLES = List.of("先生", "女士", "姐", "总");

  /** The lines of the log; rows follow each other, each in two to five messages. */
  public List<String> of(LeakedTable table, long seed) {
    Random random = new Random(seed);
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      column.in(table).ifPresent(place -> places.put(column, place));
    }
    List<String> lines = new ArrayList<>();
    int minute = 0;
    for (List<String> row : table.rows()) {
      for (String message : messages(places, row, random)) {
        add(lines, SELLER, minute++, message);
        if (this != LINES && random.nextInt(3) == 0) {
          add(lines, one(OTHERS, random), minute, one(TALK, random));
        }
      }
    }
    return lines;
  }

  private void add(List<String> lines, String sender, int minute, String message) {
    int hour = minute / 60 % 24;
    int day = 1 + minute / 1440 % 28;
    String time = "%02d:%02d".formatted(hour, minute % 60);
    switch (this) {
      case LINES -> lines.add(message);
      case WECHAT -> {
        lines.add(sender + " 2026/11/" + day + " " + time + ":33");
        lines.add(message);
      }
      case QQ -> {
        lines.add("2026-11-%02d %s:33 %s(%d)".formatted(day, time, sender, 13900000000L));
        lines.add(message);
        lines.add("");
      }
      case ONE_LINE -> lines.add("[2026-11-%02d %s] %s: %s".formatted(day, time, sender, message));
    }
  }

  private static List<String> messages(
      Map<Column, Integer> places, List<String> row, Random random) {
    List<String> parts = new ArrayList<>();
    String name = cell(places, row, Column.NAME);
    String plate = disguise(random).plate(bare(cell(places, row, Column.PLATE)), random);
    parts.add((name.isEmpty() ? "" : name.substring(0, 1) + one(TITLES, random) + " ") + plate);
    parts.add(disguise(random).phone(bare(cell(places, row, Column.MOBILE)), random));
    parts.add(cell(places, row, Column.MODEL));
    parts.add(cell(places, row, Column.ADDRESS));
    List<String> messages = new ArrayList<>();
    for (String part : parts) {
      boolean together = !messages.isEmpty() && random.nextInt(4) == 0;
      if (together && !part.isEmpty()) {
        messages.add(messages.remove(messages.size() - 1) + " " + part);
      } else if (!part.isEmpty()) {
        messages.add(part);
      }
    }
    return messages;
  }

  private static Disguise disguise(Random random) {
    return Disguise.values()[random.nextInt(Disguise.values().length)];
  }

  private static String bare(String number) {
    return Cleaning.cleaned(number);
  }

  private static String cell(Map<Column, Integer> places, List<String> row, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : Cleaning.folded(row.get(place));
  }

  private static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
