package io.tidemark.app.whole;

import io.tidemark.chainsim.leak.LeakedTable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What hurried hands make of a list, as text. Its columns are those of an agent's copy: name,
 * phone, plate, model, address, agency, remark, expiry.
 */
enum Mangled {
  BARS(leak -> lines(leak, row -> String.join(" | ", row))),
  HASHES(leak -> lines(leak, row -> String.join("#", row))),
  HEADINGS_WITH_COMMAS_ROWS_WITH_TABS(
      leak -> String.join(",", leak.headings()) + "\n" + rows(leak, row -> String.join("\t", row))),
  FIXED_WIDTH(
      leak ->
          lines(
              leak, row -> row.stream().map("%-24s"::formatted).collect(Collectors.joining("  ")))),
  MARKDOWN(
      leak ->
          "| "
              + String.join(" | ", leak.headings())
              + " |\n"
              + "|---".repeat(leak.width())
              + "|\n"
              + rows(leak, row -> "| " + String.join(" | ", row) + " |")),
  SINGLE_QUOTES(leak -> lines(leak, row -> "'" + String.join("','", row) + "'")),
  OPEN_QUOTES(
      leak ->
          String.join(",", leak.headings())
              + "\n"
              + numbered(leak, (i, row) -> (i % 3 == 0 ? "\"" : "") + String.join(",", row))),
  HEADINGS_AGAIN_AND_AGAIN(
      leak ->
          String.join(",", leak.headings())
              + "\n"
              + numbered(
                  leak,
                  (i, row) ->
                      (i % 5 == 4 ? String.join(",", leak.headings()) + "\n" : "")
                          + String.join(",", row))),
  TWO_TABLES_OF_OTHER_ORDER(
      leak ->
          lines(half(leak, 0), row -> String.join(",", row))
              + lines(half(leak, 1), row -> String.join(",", backwards(row)))),
  ANOTHER_YEAR(
      leak ->
          String.join(",", leak.headings())
              + "\n"
              + numbered(
                  leak,
                  (i, row) ->
                      String.join(",", i % 2 == 0 ? row : with(row, 7, Mangled::yearBefore)))),
  TWO_PHONES_IN_A_CELL(each(1, cell -> cell + "/13900000000")),
  NAMES_WITH_TITLES(each(0, cell -> cell.charAt(0) + "先生")),
  PLATES_WITH_DOTS_AND_SPACES(
      each(
          2,
          cell -> cell.substring(0, 2) + " · " + cell.substring(2, 4) + " " + cell.substring(4))),
  NAME_AND_PHONE_IN_A_CELL(
      leak ->
          "客户,车牌号,厂牌型号,地址,代理机构,备注,终保日期\n"
              + rows(
                  leak,
                  row ->
                      row.get(0) + " " + row.get(1) + "," + String.join(",", row.subList(2, 8)))),
  ALL_IN_A_CELL(leak -> "编号,内容\n" + numbered(leak, (i, row) -> i + "," + String.join(" ", row))),
  CHAT_BEHIND_THE_TABLE(
      leak ->
          lines(half(leak, 0), row -> String.join("\t", row))
              + "还有这些，私聊\n"
              + rows(half(leak, 1), row -> String.join(" ", row))),
  MARKS_IN_THE_MIDDLE(
      leak ->
          "\uFEFF"
              + lines(half(leak, 0), row -> String.join(",", row))
              + "\uFEFF"
              + lines(half(leak, 1), row -> String.join(",", row))),
  MIXED_LINE_ENDS(
      leak -> {
        String[] ends = {"\r\n", "\n", "\r"};
        String[] all = lines(leak, row -> String.join(",", row)).split("\n");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
          text.append(all[i]).append(ends[i % 3]);
        }
        return text.toString();
      }),
  LABELS_DOWNWARDS(leak -> rows(leak, row -> downwards(leak.headings(), row, "：") + "\n")),
  FIELDS_DOWNWARDS(leak -> rows(leak, row -> downwards(leak.headings(), row, ","))),
  PEOPLE_SIDEWAYS(
      leak ->
          IntStream.range(0, leak.width())
              .mapToObj(
                  i ->
                      leak.headings().get(i)
                          + ","
                          + leak.rows().stream()
                              .map(row -> '"' + row.get(i) + '"')
                              .collect(Collectors.joining(",")))
              .collect(Collectors.joining("\n"))),
  UNQUOTED_COMMAS(each(4, cell -> cell.substring(0, 6) + "," + cell.substring(6))),
  CELLS_CUT_SHORT(
      leak ->
          String.join(",", leak.headings())
              + "\n"
              + numbered(leak, (i, row) -> String.join(",", i % 2 == 0 ? row : row.subList(0, 6)))),
  JSON_LINES(
      leak ->
          rows(
              leak,
              row ->
                  IntStream.range(0, row.size())
                      .mapToObj(i -> "\"" + leak.headings().get(i) + "\":\"" + row.get(i) + "\"")
                      .collect(Collectors.joining(",", "{", "}")))),
  SQL(leak -> rows(leak, row -> "INSERT INTO kh VALUES ('" + String.join("','", row) + "');")),
  HTML(
      leak ->
          "<table>\n"
              + rows(leak, row -> "<tr><td>" + String.join("</td><td>", row) + "</td></tr>")
              + "</table>\n"),
  FULL_WIDTH(
      leak -> lines(leak, row -> String.join(",", row.stream().map(Mangled::wide).toList()))),
  HEADINGS_SHIFTED(
      leak -> "手机号,车牌号,姓名,地址,终保日期,厂牌型号,备注,保费\n" + rows(leak, row -> String.join(",", row))),
  PHONES_MASKED(
      each(
          1,
          cell -> cell.length() < 11 ? cell : cell.substring(0, 3) + "****" + cell.substring(7))),
  PHONES_GONE(each(1, cell -> "")),
  MOJIBAKE(leak -> lines(leak, row -> String.join(",", row))) {
    @Override
    byte[] of(LeakedTable leak) {
      byte[] right = super.of(leak);
      return new String(right, Charset.forName("GBK")).getBytes(StandardCharsets.UTF_8);
    }
  };

  private final Function<LeakedTable, String> form;

  Mangled(Function<LeakedTable, String> form) {
    this.form = form;
  }

  byte[] of(LeakedTable leak) {
    return form.apply(leak).getBytes(StandardCharsets.UTF_8);
  }

  private interface Numbered {
    String line(int number, List<String> row);
  }

  private static String lines(LeakedTable leak, Function<List<String>, String> line) {
    return line.apply(leak.headings()) + "\n" + rows(leak, line);
  }

  private static String rows(LeakedTable leak, Function<List<String>, String> line) {
    return numbered(leak, (i, row) -> line.apply(row));
  }

  private static String numbered(LeakedTable leak, Numbered line) {
    return IntStream.range(0, leak.rows().size())
        .mapToObj(i -> line.line(i, leak.rows().get(i)) + "\n")
        .collect(Collectors.joining());
  }

  private static Function<LeakedTable, String> each(int column, UnaryOperator<String> change) {
    return leak ->
        lines(
            leak.eachCellOf(column, cell -> cell.isEmpty() ? cell : change.apply(cell)),
            row -> String.join(",", row));
  }

  private static LeakedTable half(LeakedTable leak, int which) {
    int middle = leak.rows().size() / 2;
    return leak.with(
        which == 0
            ? leak.rows().subList(0, middle)
            : leak.rows().subList(middle, leak.rows().size()));
  }

  private static List<String> backwards(List<String> row) {
    List<String> cells = new ArrayList<>(row);
    Collections.reverse(cells);
    return cells;
  }

  private static List<String> with(List<String> row, int column, UnaryOperator<String> change) {
    List<String> cells = new ArrayList<>(row);
    cells.set(column, change.apply(row.get(column)));
    return cells;
  }

  private static String yearBefore(String date) {
    return date.replace("2026", "2025").replace("2027", "2026");
  }

  private static String downwards(List<String> headings, List<String> row, String mark) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> headings.get(i) + mark + row.get(i))
        .collect(Collectors.joining("\n"));
  }

  private static String wide(String cell) {
    return cell.chars()
        .map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c)
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }
}
