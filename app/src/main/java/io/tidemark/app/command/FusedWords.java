package io.tidemark.app.command;

import io.tidemark.terms.Words;
import io.tidemark.trace.Fusion;
import io.tidemark.trace.Verdict;
import io.tidemark.trace.WeighedMark;
import java.util.List;
import java.util.Optional;

/** The sentences for people where numbers of pictures and documents have a say in the verdict. */
record FusedWords(Fusion fusion) {
  /** The verdict, where it is not that of the rows. */
  Optional<Words> verdict() {
    boolean rowsToo = fusion.rows().verdict() == Verdict.NAMED;
    if (!fusion.naming().isEmpty()) {
      return Optional.of(
          rowsToo
              ? new Words(
                  "结论：指认（named），凭图片或文件里的标记，各行也各自达到界限。各行自己说：",
                  "Verdict: named, by the mark of a picture or document, and by the rows within a"
                      + " bound of their own. What the rows say:")
              : new Words(
                  "结论：指认（named），凭图片或文件里的标记。",
                  "Verdict: named, by the mark of a picture or document."));
    }
    if (fusion.verdict() != fusion.rows().verdict()) {
      return Optional.of(
          new Words(
              "结论：证据不足（inconclusive），不指认任何一方：标记与同一文件的各行相矛盾。各行自己说：",
              "Verdict: inconclusive; nobody is accused: a mark and the rows of the same file"
                  + " contradict. What the rows say:"));
    }
    return Optional.empty();
  }

  /** What stands beside it: numbers that accuse nobody, and why. */
  List<Words> beside() {
    return fusion.marks().stream().flatMap(one -> why(one).stream()).toList();
  }

  private static Optional<Words> why(WeighedMark weighed) {
    String file = weighed.mark().file().replaceAll("\\p{C}", "?");
    String to = weighed.mark().to();
    if (weighed.contradicted()) {
      return Optional.of(
          new Words(
              "  矛盾："
                  + file
                  + " 带有给 "
                  + to
                  + " 的标记，其中 "
                  + weighed.rows()
                  + " 行所涉客户却从未给过 "
                  + to
                  + "。持有一张带标记图片的人能把标记移到别的图片上，因此不凭它指认；请与登记的原图（账目里的摘要）核对",
              "  contradiction: "
                  + file
                  + " carries the mark of "
                  + to
                  + ", yet of the people in its "
                  + weighed.rows()
                  + " rows "
                  + to
                  + " was given nobody. Whoever holds a marked picture can lay its mark over another,"
                  + " so it accuses nobody; compare with the pictures whose digests were recorded"));
    }
    if (weighed.late()) {
      return Optional.of(
          new Words(
              "  " + file + " 的编号是在材料出现之后才给出的，不凭它指认",
              "  the number of "
                  + file
                  + " was given out after the material was seen: it accuses nobody"));
    }
    return Optional.empty();
  }
}
