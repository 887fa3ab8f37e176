package io.tidemark.trace;

import io.tidemark.fingerprint.code.Leak;
import io.tidemark.terms.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** From weighed candidates to a verdict. */
final class Judgement {
  private static final double PROBABLE = 0.95;

  /** A candidate counts as an equal explanation down to a third of the best. */
  private static final double EQUAL = 1.0 / 3;

  /** Where somebody outside explains the leak so much better, nobody is listed as equal. */
  private static final double OUTSIDE_BETTER = 20;

  /** What equal candidates must have of the probability of all, so that a tie is a tie. */
  private static final double MOST_OF_IT = 0.5;

  private final Leak leak;
  private final double threshold;
  private final int counted;
  private final Explanations explanations;

  /**
   * A judgement.
   *
   * @param counted how many candidates the bound counts
   */
  Judgement(Leak leak, double threshold, int counted, Explanations explanations) {
    this.leak = leak;
    this.counted = counted;
    this.threshold = threshold;
    this.explanations = explanations;
  }

  /** The verdict on those whom the explanations weigh, in the same order. */
  Attribution judge(List<Tracer.Weighed> weighed) {
    double[] posteriors = explanations.posteriors();
    List<Candidate> candidates =
        IntStream.range(0, weighed.size())
            .mapToObj(i -> candidate(weighed.get(i), i, posteriors[i]))
            .sorted(
                Comparator.comparingDouble(Candidate::bound)
                    .thenComparing(Comparator.comparingDouble(Candidate::posterior).reversed())
                    .thenComparing(Candidate::party))
            .toList();
    return verdict(candidates);
  }

  private Candidate candidate(Tracer.Weighed w, int number, double posterior) {
    double bound = Bound.of(counted, w.logEvidence());
    return new Candidate(
        w.party(),
        w.disclosures(),
        w.honeyOf().isPresent() ? w.honeyOf() : explanations.disclosure(number),
        w.logMarks(),
        w.logHoney(),
        bound,
        posterior,
        w.rowsExplained(),
        w.honey().rows(),
        w.sources().late(),
        w.sources().lacking(),
        w.honey().drawn(),
        w.honey().among());
  }

  private Attribution verdict(List<Candidate> candidates) {
    List<Candidate> named = candidates.stream().filter(c -> c.bound() <= threshold).toList();
    if (!named.isEmpty()) {
      return answer(Verdict.NAMED, candidates, named, Optional.empty());
    }
    List<Candidate> likely =
        candidates.stream()
            .sorted(Comparator.comparingDouble(Candidate::posterior).reversed())
            .toList();
    if (likely.isEmpty()) {
      return answer(Verdict.INCONCLUSIVE, candidates, List.of(), Optional.of(nobody()));
    }
    Attribution.Needed more = more(likely.get(0));
    List<Candidate> probable = likely.stream().filter(c -> c.posterior() >= PROBABLE).toList();
    if (!probable.isEmpty()) {
      return answer(Verdict.PROBABLE, likely, probable, Optional.of(more));
    }
    Verdict verdict = tied(likely) ? Verdict.CANNOT_SEPARATE : Verdict.INCONCLUSIVE;
    return answer(verdict, likely, List.of(), Optional.of(more));
  }

  /**
   * Whether several candidates explain the leak equally: the first to the last bit, or about
   * equally, most of what is probable between them, and nobody outside far better. Somebody outside
   * may explain it as well as they do, for instance where all hold everybody in custody.
   */
  private boolean tied(List<Candidate> likely) {
    double best = likely.get(0).posterior();
    double[] equal =
        likely.stream().mapToDouble(Candidate::posterior).filter(p -> p >= best * EQUAL).toArray();
    double all = likely.stream().mapToDouble(Candidate::posterior).sum();
    return best > 0
        && equal.length > 1
        && (equal[1] == best
            || explanations.logOverOutside() >= -Math.log(OUTSIDE_BETTER)
                && DoubleStream.of(equal).sum() >= MOST_OF_IT * all);
  }

  private Attribution answer(
      Verdict verdict,
      List<Candidate> candidates,
      List<Candidate> accused,
      Optional<Attribution.Needed> needed) {
    return new Attribution(
        verdict,
        candidates,
        counted,
        accused,
        explanations.outside(),
        threshold,
        leak.telling(),
        needed);
  }

  private static Attribution.Needed nobody() {
    return new Attribution.Needed(
        OptionalLong.empty(),
        new Words("材料中没有任何人出现在已释放的清单里", "nobody in the material was ever released to anyone"));
  }

  /** About how many more rows like these would name the best candidate if it is the source. */
  private Attribution.Needed more(Candidate best) {
    int rows = Math.max(1, best.rowsExplained());
    double gain =
        leak.rows().stream()
                .flatMap(List::stream)
                .filter(cell -> cell.shown().tells(cell.carrier().spellings()))
                .mapToDouble(cell -> -Math.log(cell.biases().probability(cell.shown().mask())))
                .sum()
            / rows;
    if (gain < 0.05) {
      return new Attribution.Needed(
          OptionalLong.empty(),
          new Words(
              "这些行不含可辨别的写法：需要带地址或厂牌型号的行、蜜罐客户、别名号码、只有一方持有的人、只有一方收到的列，或泄露出现的时间（--seen）",
              "these rows show no spelling that tells: rows with addresses or models, a honey customer, an alias number, people whom only one party holds, a column that only one received, or the time when it was seen (--seen) would decide"));
    }
    double wanted = Math.log(counted / threshold) + Math.log(5) - Math.max(0, best.logEvidence());
    long more = Math.max(1, (long) Math.ceil(wanted / gain));
    return new Attribution.Needed(
        OptionalLong.of(more),
        new Words("大约还需 " + more + " 行同类材料", "about " + more + " more rows of this kind"));
  }
}
