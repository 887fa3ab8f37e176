package io.tidemark.bench.media;

import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Pages that show invented people: a list as a table, or one person's policies as cards, with more
 * or fewer of them, in several letters and colours.
 *
 * @param random draws all of it
 * @param dark whether letters are light on dark paper
 */
record ScreenPages(Random random, boolean dark) {
  private static final int PEOPLE = 400;

  /** A page, with the server's stylesheet of screens in its head. */
  String html() {
    List<List<String>> rows =
        new PortfolioGenerator(random.nextLong(), PEOPLE, Untidiness.asExported())
            .rows()
            .skip(random.nextInt(PEOPLE / 2))
            .limit(4 + random.nextInt(30))
            .toList();
    String body = random.nextBoolean() ? table(rows) : cards(rows);
    return "<!doctype html><html lang=\"zh\""
        + (dark ? " data-theme=\"dark\"" : "")
        + "><head><meta charset=\"utf-8\"><title>Tidemark</title><style>"
        + style()
        + "</style><link rel=\"stylesheet\" href=\"screen.css\"></head><body><header>Tidemark 工作台"
        + "</header><main><h1>查询结果</h1>"
        + body
        + "</main></body></html>";
  }

  private String style() {
    int light = 244 + random.nextInt(12);
    int paper = dark ? 12 + random.nextInt(24) : light;
    int card = dark ? paper + 10 : 255;
    String ink = dark ? "#dde3ea" : "#1c2430";
    return "body{margin:0;font:%dpx/1.6 %s;background:rgb(%d,%d,%d);color:%s}"
            .formatted(
                13 + random.nextInt(5),
                List.of("sans-serif", "serif", "'Noto Sans CJK SC'").get(random.nextInt(3)),
                paper,
                paper,
                Math.min(255, paper + 3),
                ink)
        + "header{background:%s;color:#fff;padding:10px 24px}main{padding:8px 24px}"
            .formatted(List.of("#0b4f6c", "#243b53", "#1f6f54").get(random.nextInt(3)))
        + ".card,table{background:rgb(%d,%d,%d);border:1px solid #8886}".formatted(card, card, card)
        + ".card{border-radius:8px;padding:12px;margin:10px 0}table{border-collapse:collapse}"
        + "td,th{padding:5px 9px;border-bottom:1px solid #8884;text-align:left}";
  }

  private static String table(List<List<String>> rows) {
    return "<table><tr>"
        + cells("th", PortfolioGenerator.COLUMNS.subList(0, 8))
        + "</tr>"
        + rows.stream()
            .map(row -> "<tr>" + cells("td", row.subList(0, 8)) + "</tr>")
            .collect(Collectors.joining())
        + "</table>";
  }

  private static String cards(List<List<String>> rows) {
    return rows.stream()
        .limit(6)
        .map(row -> "<div class=\"card\">" + String.join("　", row) + "</div>")
        .collect(Collectors.joining());
  }

  private static String cells(String element, List<String> texts) {
    return texts.stream()
        .map(text -> "<" + element + ">" + text + "</" + element + ">")
        .collect(Collectors.joining());
  }
}
