package io.tidemark.app.command.find;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.authorise.Act;
import io.tidemark.classify.Correction;
import io.tidemark.formats.table.Headings;
import io.tidemark.ledger.Receipt;
import io.tidemark.store.register.HeadingCorrections;
import io.tidemark.terms.Kind;
import io.tidemark.terms.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The corrections that hold: listed, and taken back. */
final class KeptCorrections {
  private KeptCorrections() {}

  /** Lists them. */
  static Answer listed(Session session) {
    Refusals.unlessMay(session, Act.AUDIT);
    List<HeadingCorrections.Kept> kept = session.corrections();
    Answer.Builder answer =
        Answer.builder().field("corrections", kept.stream().map(KeptCorrections::json).toList());
    if (kept.isEmpty()) {
      answer.say("没有更正", "there are no corrections");
    }
    kept.forEach(one -> answer.say(sentence(one)));
    return answer.build();
  }

  private static Words sentence(HeadingCorrections.Kept kept) {
    Correction c = kept.correction();
    String zhSender = c.sender().map(party -> "（限 " + party + " 的文件）").orElse("");
    String enSender = c.sender().map(party -> " (files of " + party + ")").orElse("");
    return new Words(
        c.shown() + " = " + c.kind().zh() + zhSender + "，" + kept.by() + "，账目 " + kept.entry(),
        c.shown()
            + " = "
            + c.kind().en()
            + enSender
            + ", "
            + kept.by()
            + ", entry "
            + kept.entry());
  }

  /** Takes the correction of this heading back, that of the sender or else that for everybody. */
  static Answer forget(Session session, String heading, Optional<String> sender) {
    Refusals.unlessMay(session, Act.GRADE);
    Correction correction =
        session.corrections().stream()
            .map(HeadingCorrections.Kept::correction)
            .filter(c -> c.heading().equals(Headings.plain(heading)) && c.sender().equals(sender))
            .findFirst()
            .orElseThrow(
                () ->
                    Stop.usage(
                        "没有这条更正；现有的见 grade --corrections（限某一方的须加 --from）",
                        "no such correction; see grade --corrections (one for a party's files wants --from)"));
    Receipt receipt = session.grading().forget(session.actor(), correction);
    return Answer.builder()
        .field("forgotten", json(correction))
        .field("entry", receipt.index())
        .say("已收回：" + correction.shown(), "taken back: " + correction.shown())
        .build();
  }

  private static Map<String, @Nullable Object> json(HeadingCorrections.Kept kept) {
    Map<String, @Nullable Object> fields = json(kept.correction());
    fields.put("by", kept.by());
    fields.put("at", kept.at().toString());
    fields.put("entry", kept.entry());
    return fields;
  }

  /** A correction for programs. */
  static Map<String, @Nullable Object> json(Correction correction) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("heading", correction.shown());
    fields.put("from", correction.sender().orElse(null));
    fields.put("class", correction.kind().zh());
    fields.put("class_en", correction.kind().en());
    fields.put("against", correction.against().map(Kind::zh).orElse(null));
    return fields;
  }
}
