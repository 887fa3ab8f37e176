package io.tidemark.formats.report;

import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.Mark;
import io.tidemark.evidence.CaseFile.Ranked;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The sections of the report in their order. */
record Sections(CaseFile file, Facts facts, Page page, Ends ends) {
  private static final int MOST_CANDIDATES = 5;
  private static final int MOST_NEEDED = 3;
  private static final int MOST_NUMBERS = 4;
  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(ZoneId.of("Asia/Shanghai"));

  void write() {
    Conclusion conclusion = new Conclusion(file, facts);
    page.heading("h1", new Words("泄露溯源报告", "Report on the source of a leak"));
    page.caseLine(
        "案件 Case "
            + file.id()
            + " · 第 "
            + file.attempt()
            + " 次 Attempt "
            + file.attempt()
            + " · 登记于 Recorded "
            + BEIJING.format(facts.time()));
    page.verdict(conclusion.sentence());
    material();
    marks();
    if (!conclusion.accused().isEmpty()) {
      copies(conclusion.accused());
    } else if (conclusion.marks().isEmpty()) {
      needed();
    }
    page.heading("h2", new Words("误认无辜者的概率上限", "Bound on accusing an innocent"));
    page.words(conclusion.bound());
    limits();
    others(conclusion.accused());
    ends.ledger();
    thresholds();
    ends.check();
  }

  private void material() {
    page.heading("h2", new Words("泄露的材料", "What was leaked"));
    ends.material(file.material(), "case.json");
    String read = OneIn.whole(file.rows().read());
    String matched = OneIn.whole(file.rows().matched());
    String foreign = OneIn.whole(file.rows().foreign());
    page.words(
        new Words(
            "读取 " + read + " 行，其中 " + matched + " 行与保管的人员相符，" + foreign + " 行与保管的人员无关。",
            read
                + " rows were read; "
                + matched
                + " are about people in custody, "
                + foreign
                + " about nobody in custody."));
  }

  /** What was read in pictures and documents, the first files. */
  private void marks() {
    if (file.marks().isEmpty()) {
      return;
    }
    page.heading("h2", new Words("图片与文件里的编号", "Numbers in pictures and documents"));
    page.table(
        List.of(
            "编号 Number", "给谁 Party", "读自 Read from", "台账 Entry", "上限 Bound", "同一文件的各行 Its rows"),
        file.marks().stream()
            .limit(MOST_NUMBERS)
            .map(
                each ->
                    List.of(
                        each.number().toString(),
                        facts.party(each.party()).zh(),
                        each.from(),
                        Long.toString(each.entry()),
                        "≤ 1/" + OneIn.of(each.bound()),
                        rows(each)))
            .toList());
  }

  private static String rows(Mark mark) {
    return mark.contradicted()
        ? "相矛盾 contradict: 0 / " + mark.rows()
        : mark.held() + " / " + mark.rows();
  }

  private void copies(List<Ranked> accused) {
    page.heading("h2", new Words("被指认的副本", "The accused copy"));
    page.table(
        List.of("接收方 Party", "披露 Disclosure", "登记时间 Recorded", "可解释的行 Rows explained", "上限 Bound"),
        accused.stream()
            .map(
                each ->
                    List.of(
                        facts.party(each.party()).zh(),
                        each.disclosure().orElse("不能确定 not told apart"),
                        recorded(each.disclosure()),
                        explained(each),
                        bound(each)))
            .toList());
  }

  private String recorded(Optional<String> disclosure) {
    return disclosure
        .flatMap(id -> Optional.ofNullable(facts.disclosed().get(id)))
        .map((Instant time) -> BEIJING.format(time))
        .orElse("—");
  }

  private static String bound(Ranked ranked) {
    String many = OneIn.of(ranked.bound());
    return many.equals("1") ? "无 none" : "≤ 1/" + many;
  }

  private String explained(Ranked ranked) {
    return OneIn.whole(ranked.rowsExplained()) + " / " + OneIn.whole(file.rows().matched());
  }

  private void needed() {
    page.heading("h2", new Words("怎样才能得出结论", "What would decide"));
    if (facts.needed().isEmpty()) {
      page.words(new Words("需要更多的泄露材料。", "More leaked material is needed."));
    }
    facts.needed().stream().limit(MOST_NEEDED).forEach(page::words);
  }

  private void limits() {
    page.heading("h2", new Words("这个上限不包括什么", "What the bound does not cover"));
    page.words(
        new Words(
            "结论指认的是一份副本，不是某个人的责任。接收方把副本转交他人；持有该副本或密钥的人栽赃；密钥或台账在披露之前已被泄露或篡改：都不在上限之内，须另行查明。",
            "A verdict names a copy, not a culprit. That the party passed the copy on, that somebody"
                + " who holds the copy or the keys framed it, or that keys were stolen lies outside the"
                + " bound and must be established by other means."));
  }

  private void others(List<Ranked> accused) {
    List<Ranked> others =
        file.ranking().stream()
            .filter(each -> !accused.contains(each))
            .limit(MOST_CANDIDATES)
            .toList();
    page.heading(
        "h2",
        accused.isEmpty()
            ? new Words("候选方（前五）", "Candidates (first five); none is accused")
            : new Words("其他候选方（前五）", "Other candidates (first five); none is accused"));
    page.table(
        List.of("接收方 Party", "上限 Bound", "后验概率 Posterior", "可解释的行 Rows explained"),
        others.stream()
            .map(
                each ->
                    List.of(
                        facts.party(each.party()).zh(),
                        bound(each),
                        OneIn.percent(each.posterior()),
                        explained(each)))
            .toList());
    if (accused.isEmpty()) {
      new Grounds(file, facts).words().ifPresent(page::words);
    }
  }

  private void thresholds() {
    page.heading(
        "h2",
        new Words("与刑事立案标准的对照", "Against the criminal thresholds, 法释〔2017〕10号 art. 5 (read 已读原文)"));
    page.table(
        List.of("信息的种类 Kind of information", "一般 General", "履职或提供服务中获得 Obtained on duty"),
        List.of(
            threshold("行踪、通信内容、征信、财产 Location, content, credit, property", 50),
            threshold("住宿、通信记录、健康、交易等 Lodging, call records, health, transactions", 500),
            threshold("其他 Other", 5_000)));
    String matched = OneIn.whole(file.rows().matched());
    page.words(
        new Words(
            "按相符的行数 " + matched + " 对照；属于哪一种类、如何计数，由司法机关认定。",
            "Counted as " + matched + " matched rows; the kind and the count are for the court."));
  }

  private List<String> threshold(String kind, long most) {
    return List.of(kind, reached(most), reached(most / 2));
  }

  private String reached(long threshold) {
    return OneIn.whole(threshold)
        + (file.rows().matched() >= threshold ? "：已达到 reached" : "：未达到 not reached");
  }
}
