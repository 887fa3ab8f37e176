package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.command.Ways;
import io.tidemark.rights.notice.Notice;
import io.tidemark.terms.China;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a notice stands, for programs and for people; whom it is about is not said. */
final class NoticeLines {
  private NoticeLines() {}

  /** For programs. */
  static Map<String, @Nullable Object> fields(Notice notice, Instant now) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("notice", notice.id().text());
    fields.put("party", notice.party());
    fields.put("cause", notice.cause().id());
    fields.put("demand", notice.cause().demand());
    fields.put("purpose", notice.purpose().orElse(null));
    fields.put("state", Ways.name(notice.state(now)));
    fields.put("since", notice.since().toString());
    fields.put("opened", notice.opened().toString());
    fields.put("due", notice.due().toString());
    fields.put("entry", notice.entry());
    fields.put("told", notice.told().map(one -> one.at().toString()).orElse(null));
    fields.put("way", notice.told().map(one -> Ways.name(one.way())).orElse(null));
    fields.put("document_sha256", notice.told().map(one -> one.document().toString()).orElse(null));
    fields.put("acknowledged", notice.acknowledged().map(one -> one.at().toString()).orElse(null));
    fields.put("acknowledged_by", notice.acknowledged().map(Notice.Acknowledged::by).orElse(null));
    fields.put(
        "acknowledgement", notice.acknowledged().map(Notice.Acknowledged::entry).orElse(null));
    return fields;
  }

  /** For people: {@code n-… not told yet: ag-0001 (renewal-service), refused: …; by 2026-12-15}. */
  static void say(Answer.Builder answer, Notice notice, Instant now) {
    Words state = state(notice.state(now));
    Words cause = notice.cause().words();
    String purpose = notice.purpose().orElse("");
    answer.say(
        notice.id()
            + " "
            + state.zh()
            + "："
            + notice.party()
            + (purpose.isEmpty() ? "" : "（" + purpose + "）")
            + "，"
            + cause.zh()
            + "；账目 "
            + notice.entry()
            + told(notice, "；", " 经 ", " 告知")
            + acknowledged(notice, "；", " 由 ", " 确认", "；最迟 ", " 确认"),
        notice.id()
            + " "
            + state.en()
            + ": "
            + notice.party()
            + (purpose.isEmpty() ? "" : " (" + purpose + ")")
            + ", "
            + cause.en()
            + "; entry "
            + notice.entry()
            + told(notice, "; told ", " by ", "")
            + acknowledged(notice, "; acknowledged ", " by ", "", "; to be acknowledged by ", ""));
  }

  private static String told(Notice notice, String before, String by, String after) {
    return notice
        .told()
        .map(one -> before + China.day(one.at()) + by + Ways.name(one.way()) + after)
        .orElse("");
  }

  private static String acknowledged(
      Notice notice, String before, String by, String after, String until, String untilAfter) {
    return notice
        .acknowledged()
        .map(one -> before + China.day(one.at()) + by + one.by() + after)
        .orElse(until + China.day(notice.due()) + untilAfter);
  }

  private static Words state(Notice.State state) {
    return switch (state) {
      case OPEN -> new Words("尚未告知", "not told yet");
      case TOLD -> new Words("已告知，未确认", "told, not acknowledged");
      case LATE -> new Words("逾期未确认", "late");
      case ACKNOWLEDGED -> new Words("已确认", "acknowledged");
      case ENDED -> new Words("未确认，内容已不在", "never acknowledged, and gone");
    };
  }
}
