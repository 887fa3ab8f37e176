package io.tidemark.formats.report;

import io.tidemark.evidence.CallCase;
import io.tidemark.terms.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The sections of a report about calls in their order. It shows nobody who was called. */
record CallSections(CallCase file, Facts facts, List<Words> verdicts, Page page, Ends ends) {
  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(ZoneId.of("Asia/Shanghai"));

  void write() {
    page.heading("h1", new Words("来电溯源报告", "Report on the source of calls"));
    page.caseLine(
        "案件 Case "
            + file.id()
            + " · 第 "
            + file.attempt()
            + " 次 Attempt "
            + file.attempt()
            + " · 登记于 Recorded "
            + BEIJING.format(facts.time()));
    page.verdict(conclusion());
    page.heading("h2", new Words("来电", "The calls"));
    ends.material(file.material(), "calls.json");
    page.words(
        new Words(
            "读取 %s 次来电：%s 次打给 %s 个在管号码并计入，%s 次打给同意被致电者，不计。"
                .formatted(
                    OneIn.whole(file.calls()),
                    OneIn.whole(file.about()),
                    OneIn.whole(file.people()),
                    OneIn.whole(file.consented())),
            "%s calls were read: %s to people in custody (%s numbers) count, %s to people who consented to be called do not."
                .formatted(
                    OneIn.whole(file.calls()),
                    OneIn.whole(file.about()),
                    OneIn.whole(file.people()),
                    OneIn.whole(file.consented()))));
    page.heading("h2", new Words("活动与名单", "Campaigns and lists"));
    if (verdicts.isEmpty()) {
      page.words(
          new Words(
              "没有一个主叫号码的来电明显集中在保险到期之前。",
              "No calling number's calls crowd before the end of cover beyond chance."));
    }
    verdicts.forEach(page::words);
    page.heading("h2", new Words("这不能证明什么", "What this does not prove"));
    page.words(
        new Words(
            "“很可能”不是指认：来电不进入误指界限。名单可能已被接收方转交他人，主叫号码可以伪造；何时来电、对方知道什么，是举报所说。",
            "“Probable” accuses nobody: calls do not enter the bound. The party may have passed the"
                + " list on, calling numbers can be forged, and when a call came and what the caller"
                + " knew is what the reports say."));
    ends.ledger();
    ends.check();
  }

  private Words conclusion() {
    List<String> probable = List.copyOf(file.probable());
    if (probable.isEmpty()) {
      return new Words(
          "结论：来电不足以说明用的是谁的名单；不指认任何一方。",
          "Verdict: the calls do not say whose list is worked from. Nobody is accused.");
    }
    return new Words(
        "结论：来电者很可能用的是给 "
            + String.join("、", probable.stream().map(id -> facts.party(id).zh()).toList())
            + " 的名单；来电不足以指认。",
        "Verdict: the callers probably work from what was given to "
            + String.join(", ", probable.stream().map(id -> facts.party(id).en()).toList())
            + ". Calls are not enough to name.");
  }
}
