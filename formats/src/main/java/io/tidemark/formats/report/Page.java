package io.tidemark.formats.report;

import io.tidemark.terms.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Collects a page of well-formed HTML; every text that comes in is escaped. Not thread-safe. */
final class Page {
  private final StringBuilder body = new StringBuilder();

  /** Both languages of a heading on one line. */
  void heading(String tag, Words words) {
    String en = " <span lang=\"en\">" + escape(words.en()) + "</span>";
    body.append(element(tag, "", escape(words.zh()) + en));
  }

  /** A paragraph in each language. */
  void words(Words words) {
    line("p", words.zh());
    body.append(element("p", " class=\"en\" lang=\"en\"", escape(words.en())));
  }

  void verdict(Words words) {
    body.append("<div class=\"verdict\">");
    words(words);
    body.append("</div>\n");
  }

  void caseLine(String text) {
    body.append(element("p", " class=\"case\"", escape(text)));
  }

  void line(String tag, String text) {
    body.append(element(tag, "", escape(text)));
  }

  void table(List<String> heads, List<List<String>> rows) {
    body.append("<table>\n").append(row("th", heads));
    rows.forEach(cells -> body.append(row("td", cells)));
    body.append("</table>\n");
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
            .map(cell -> "<" + tag + ">" + escape(cell) + "</" + tag + ">")
            .collect(Collectors.joining("", "<tr>", "</tr>"))
        + "\n";
  }

  private static String element(String tag, String attributes, String html) {
    return "<" + tag + attributes + ">" + html + "</" + tag + ">\n";
  }

  /** The whole document. */
  String html(String title, String css) {
    return """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="UTF-8"/>
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s</body>
        </html>
        """
        .formatted(escape(title), css, body);
  }

  /**
   * Text that is neither markup nor able to disorder the page: marks for writing directions and
   * characters that XML 1.0 does not have are replaced.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> escaped.append(escape(c)));
    return escaped.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> shown(c) ? Character.toString(c) : "\uFFFD";
    };
  }

  private static boolean shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
