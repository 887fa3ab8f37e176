package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.rights.notice.Notice;
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

  /** For people. */
  static void say(Answer.Builder answer, Notice notice, Instant now) {
    String rest =
        notice.party()
            + notice.purpose().map(purpose -> " " + purpose).orElse("")
            + (" entry " + notice.entry() + " due " + notice.due())
            + notice.told().map(one -> " told " + one.at() + " " + Ways.name(one.way())).orElse("")
            + notice
                .acknowledged()
                .map(one -> " acknowledged " + one.at() + " " + one.by())
                .orElse("");
    String head = notice.id() + " " + Ways.name(notice.state(now)) + " ";
    answer.say(
        head + notice.cause().words().zh() + "；" + rest,
        head + notice.cause().words().en() + "; " + rest);
  }
}
