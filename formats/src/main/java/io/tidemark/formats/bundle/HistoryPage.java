package io.tidemark.formats.bundle;

import io.tidemark.history.Event;
import io.tidemark.history.OwnerHistory;
import io.tidemark.history.PublishedRoot;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The part of an owner's file that a person reads. It is made from the machine part alone, and a
 * reader makes it again and compares: what is read is what is checked.
 */
final class HistoryPage {
  private static final Map<String, Words> KINDS =
      Map.ofEntries(
          Map.entry("deposit", new Words("存入或更新您的信息", "your data was deposited or changed")),
          Map.entry("disclosure", new Words("提供给他方", "given to a party")),
          Map.entry(
              "non-delivery", new Words("未交付（更正前一条）", "not delivered, as an earlier line says")),
          Map.entry("look-up", new Words("工作人员查询", "looked up by staff")),
          Map.entry("inquiry", new Words("追查泄露时打开", "opened to trace a leak")),
          Map.entry("evidence", new Words("为取证重新生成副本", "a copy made again as evidence")),
          Map.entry("owner-export", new Words("为您导出历史", "your history was exported for you")),
          Map.entry("owner-copy", new Words("为您复制信息", "your data was copied for you")),
          Map.entry(
              "alias-call",
              new Words(
                  "持有您别名号码的一方来电，已接通您",
                  "a party's call to your alias number was put through to you")),
          Map.entry(
              "alias-sighting",
              new Words(
                  "他人拨打给某方的您的别名号码，已接通您",
                  "somebody else's call to the alias number that a party has of you was put through to you")),
          Map.entry(
              "buyer-copy",
              new Words(
                  "车辆新车主得到保单副本（不含您的信息）",
                  "the vehicle's new owner was given a copy of its policy (without your data)")),
          Map.entry("correction", new Words("更正您的信息", "your data was corrected")),
          Map.entry("right-refused", new Words("您的请求被拒绝", "what you asked for was refused")),
          Map.entry(
              "consent",
              new Words("登记您的意愿（give 同意，withdraw 撤回，refuse 拒绝）", "what you said was recorded")));

  private static final String STYLE =
      "body{font:15px/1.6 sans-serif;margin:2em}table{border-collapse:collapse}"
          + "td,th{border:1px solid #bbb;padding:.3em .6em;text-align:left;vertical-align:top}";

  private HistoryPage() {}

  static byte[] write(OwnerHistory history, PublishedRoot root) {
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"zh\"><head>");
    page.append("<meta charset=\"utf-8\"><title>个人信息使用历史 / History</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n<h1>您的个人信息使用历史 / The history of your data</h1>\n");
    for (String line : introduction(history, root)) {
      page.append("<p>").append(escaped(line)).append("</p>\n");
    }
    page.append("<table><tr><th>账目 / entry</th><th>北京时间 / China time</th><th>事项 / what</th>")
        .append("<th>谁 / who</th><th>目的 / purpose</th><th>字段与形式 / fields and forms</th>")
        .append("<th>同一名单人数 / people in the list</th><th>依据 / basis</th></tr>\n");
    history.events().forEach(event -> row(page, event));
    return page.append("</table></body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> introduction(OwnerHistory history, PublishedRoot root) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "截至账本序号 "
            + root.entries()
            + "，共 "
            + history.events().size()
            + " 条，无一遗漏：任何人可用 tidemark verify 离线核验。");
    lines.add(
        "Up to ledger entry "
            + root.entries()
            + " there are "
            + history.events().size()
            + " events and no others: anybody can check it offline with tidemark verify.");
    lines.add("本文件含有您的秘密值：拥有它的人可以认出您的历史，请妥善保管。");
    lines.add(
        "This file holds your secret: whoever has it can recognise your history. Keep it safe.");
    return lines;
  }

  private static void row(StringBuilder page, Event event) {
    Words kind = KINDS.getOrDefault(event.kind(), new Words(event.kind(), event.kind()));
    String who =
        event
            .value("party")
            .orElse(
                event.value("to").map(to -> to + " ← ").orElse("")
                    + event.value("actor").orElse(""));
    page.append("<tr>");
    cell(page, Long.toString(event.entry()));
    cell(page, event.value("time").map(HistoryPage::time).orElse(""));
    cell(page, kind.zh() + " / " + kind.en());
    cell(page, who);
    cell(page, first(event, "purpose", "task", "said", "right"));
    cell(page, columns(first(event, "columns", "field")));
    cell(page, event.value("people").orElse(""));
    cell(page, first(event, "basis", "duty", "why"));
    page.append("</tr>\n");
  }

  /** To the minute; the machine part has it to the nanosecond. */
  private static String time(String instant) {
    try {
      Instant time = Instant.parse(instant);
      return China.day(time) + " " + China.time(time).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeParseException e) {
      return instant;
    }
  }

  /** The first of these facts that the event has. */
  private static String first(Event event, String... keys) {
    for (String key : keys) {
      if (event.value(key).isPresent()) {
        return event.value(key).get();
      }
    }
    return "";
  }

  private static void cell(StringBuilder page, String text) {
    page.append("<td>").append(escaped(text)).append("</td>");
  }

  /** Fields and forms by the names that people know; as they stand where nobody knows one. */
  private static String columns(String columns) {
    List<String> named = new ArrayList<>();
    for (String column : columns.isEmpty() ? new String[0] : columns.split(" ")) {
      if (!column.contains("=")) {
        named.add(field(column));
        continue;
      }
      String[] parts = column.split("=", 2);
      try {
        Words form = Form.valueOf(parts[parts.length - 1]).words();
        named.add(FieldClass.valueOf(parts[0]).zh() + "（" + form.zh() + " / " + form.en() + "）");
      } catch (IllegalArgumentException e) {
        named.add(column);
      }
    }
    return String.join("，", named);
  }

  private static String field(String name) {
    try {
      return FieldClass.valueOf(name).zh();
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
