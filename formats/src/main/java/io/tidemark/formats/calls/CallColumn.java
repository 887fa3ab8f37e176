package io.tidemark.formats.calls;

import io.tidemark.formats.table.Headings;
import io.tidemark.terms.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a column of a file of calls holds, with the headings that mean it. */
enum CallColumn {
  WHEN(
      "来电时间",
      "time of the call",
      List.of(
          "时间",
          "日期",
          "通话时间",
          "开始时间",
          "呼叫时间",
          "来电日期",
          "when",
          "time",
          "date",
          "start",
          "start time",
          "call time",
          "timestamp",
          "calldate")),
  CALLED(
      "被叫号码",
      "called number",
      List.of(
          "被叫",
          "接听号码",
          "本人号码",
          "举报人号码",
          "called",
          "callee",
          "dst",
          "to",
          "called party",
          "my number")),
  CALLER(
      "主叫号码",
      "calling number",
      List.of(
          "主叫",
          "来电号码",
          "对方号码",
          "骚扰号码",
          "calling",
          "caller",
          "src",
          "from",
          "calling party",
          "caller number")),
  KNEW(
      "对方知道的信息",
      "what the caller knew",
      List.of("对方知道", "知道什么", "知道", "掌握的信息", "knew", "known", "caller knew")),
  CLAIMED(
      "自称",
      "who they said they were",
      List.of("自称身份", "声称", "claimed", "said they were", "identity")),
  SAID("通话内容", "what was said", List.of("内容", "描述", "备注", "情况说明", "text", "notes", "content"));

  private static final Map<String, CallColumn> BY_HEADING = byHeading();

  private final String zh;
  private final String en;
  private final List<String> others;

  CallColumn(String zh, String en, List<String> others) {
    this.zh = zh;
    this.en = en;
    this.others = others;
  }

  private static Map<String, CallColumn> byHeading() {
    Map<String, CallColumn> all = new HashMap<>();
    for (CallColumn column : values()) {
      all.put(Headings.plain(column.zh), column);
      all.put(Headings.plain(column.en), column);
      column.others.forEach(other -> all.put(Headings.plain(other), column));
    }
    return Map.copyOf(all);
  }

  /** The column under this heading. */
  static Optional<CallColumn> under(String heading) {
    return Optional.ofNullable(BY_HEADING.get(Headings.plain(heading)));
  }

  /** The usual headings and these. */
  static Headings headings() {
    Map<String, Kind> kinds = new HashMap<>();
    BY_HEADING.forEach((heading, column) -> kinds.put(heading, Kind.other(column.zh, column.en)));
    return Headings.usual().with(kinds);
  }
}
