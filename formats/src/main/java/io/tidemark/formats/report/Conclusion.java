package io.tidemark.formats.report;

import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.Mark;
import io.tidemark.evidence.CaseFile.Ranked;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdict in one sentence, and what its bound says. */
record Conclusion(CaseFile file, Facts facts) {
  private static final String NAMED = "named";

  /** Who is accused: nobody unless the verdict is {@code named}. */
  List<Ranked> accused() {
    return file.verdict().equals(NAMED)
        ? file.ranking().stream().filter(Ranked::accused).toList()
        : List.of();
  }

  /** The numbers of pictures and documents behind which the verdict stands. */
  List<Mark> marks() {
    return file.marks().stream().filter(Mark::accused).toList();
  }

  Words sentence() {
    return accused().isEmpty() && marks().isEmpty() ? nobody() : named();
  }

  private Words named() {
    String zh =
        Stream.concat(accused().stream().map(this::copyZh), marks().stream().map(this::markZh))
            .distinct()
            .collect(Collectors.joining("；"));
    String en =
        Stream.concat(accused().stream().map(this::copyEn), marks().stream().map(this::markEn))
            .distinct()
            .collect(Collectors.joining("; "));
    return new Words(
        "结论：泄露的信息来自提供给" + zh + "。", "Verdict: the leaked information comes from " + en + ".");
  }

  private String copyZh(Ranked ranked) {
    String which = ranked.disclosure().map(id -> "，即披露 " + id).orElse("");
    return facts.party(ranked.party()).zh() + "的副本" + which;
  }

  private String copyEn(Ranked ranked) {
    String which = ranked.disclosure().map(id -> ", disclosure " + id).orElse("");
    return "the copy released to " + facts.party(ranked.party()).en() + which;
  }

  private String markZh(Mark mark) {
    return facts.party(mark.party()).zh() + "的副本，凭编号 " + mark.number();
  }

  private String markEn(Mark mark) {
    return "the copy released to "
        + facts.party(mark.party()).en()
        + ", by number "
        + mark.number();
  }

  private Words nobody() {
    Words reason = reason();
    return new Words("结论：不指认任何一方。" + reason.zh(), "Verdict: nobody is accused. " + reason.en());
  }

  private Words reason() {
    return switch (file.verdict()) {
      case "probable" -> probable();
      case "cannot_separate" ->
          new Words(
              "几个候选方对证据的解释力相同，现有材料不能区分。",
              "Several candidates explain the evidence equally; what was read cannot tell them apart.");
      default -> new Words("读到的材料不足以得出结论。", "What was read is too little to conclude.");
    };
  }

  private Words probable() {
    List<Ranked> accused = file.ranking().stream().filter(Ranked::accused).toList();
    List<Ranked> best = accused.isEmpty() ? file.ranking().subList(0, 1) : accused;
    String zh = best.stream().map(this::likelyZh).collect(Collectors.joining("；"));
    String en = best.stream().map(this::likelyEn).collect(Collectors.joining("; "));
    return new Words(
        "最可能的来源是提供给" + zh + "，但未达到指认的标准。",
        "The most probable source is the copy released to "
            + en
            + ", which does not meet the standard of an accusation.");
  }

  private String likelyZh(Ranked ranked) {
    String percent = OneIn.percent(ranked.posterior());
    return facts.party(ranked.party()).zh() + "的副本（后验概率 " + percent + "）";
  }

  private String likelyEn(Ranked ranked) {
    String percent = OneIn.percent(ranked.posterior());
    return facts.party(ranked.party()).en() + " (posterior " + percent + ")";
  }

  /** The bound in words. */
  Words bound() {
    String candidates = OneIn.whole(file.candidates());
    String allowed = OneIn.of(file.threshold());
    if (accused().isEmpty() && !marks().isEmpty()) {
      String worst = OneIn.of(marks().stream().mapToDouble(Mark::bound).max().orElse(1));
      return new Words(
          "没有标记、或属于别人的图片和文件里，读出任何一个这样的编号的概率不超过 1/"
              + worst
              + "（要求：不超过 1/"
              + allowed
              + "）。各行自己没有达到这一标准。",
          "The chance that unmarked pictures and documents, or those of others, say any such number"
              + " is at most one in "
              + worst
              + " (required: one in "
              + allowed
              + "). The rows alone do not meet the standard.");
    }
    if (accused().isEmpty()) {
      return new Words(
          "指认的标准：在计入的 " + candidates + " 个候选中误认任何一个无辜者的概率不超过 1/" + allowed + "。本案未达到这一标准。",
          "The standard of an accusation: a chance of at most one in "
              + allowed
              + " of accusing any innocent among the "
              + candidates
              + " candidates counted. This case does not meet it.");
    }
    String reached = OneIn.of(accused().stream().mapToDouble(Ranked::bound).max().orElse(1));
    return new Words(
        "若泄露另有来源，在计入的 "
            + candidates
            + " 个候选中，有任何一个无辜者得到这样高的分数的概率不超过 1/"
            + reached
            + "（要求：不超过 1/"
            + allowed
            + "，第 "
            + file.attempt()
            + " 次尝试）。",
        "Had the leak another source, the chance that any innocent among the "
            + candidates
            + " candidates counted would score this high is at most one in "
            + reached
            + " (required: one in "
            + allowed
            + ", attempt "
            + file.attempt()
            + ").");
  }
}
