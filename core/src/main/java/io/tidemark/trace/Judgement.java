package io.tidemark.trace;

import io.tidemark.fingerprint.code.Leak;
import io.tidemark.terms.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** From weighed candidates to a verdict. */
final class Judgement {
  private static final double PROBABLE = 0.95;

  /** A candidate counts as an equal explanation down to a third of the best. */
  private static final double EQUAL = 1.0 / 3;

  private final Leak leak;
  private final double threshold;
  private final double logOutside;

  Judgement(Leak leak, double threshold, double logOutside) {
    this.leak = leak;
    this.threshold = threshold;
    this.logOutside = logOutside;
  }

  /**
   * The verdict.
   *
   * @param counted how many candidates the bound counts
   */
  Attribution judge(List<Tracer.Weighed> weighed, int counted) {
    double prior = Math.log(1 - Tracer.OUTSIDE_PRIOR) - Math.log(Math.max(1, counted));
    double[] terms = new double[weighed.size() + 1];
    for (int i = 0; i < weighed.size(); i++) {
      terms[i] = prior + weighed.get(i).logHolders() + weighed.get(i).logEvidence();
    }
    terms[weighed.size()] = Math.log(Tracer.OUTSIDE_PRIOR) + logOutside;
    double whole = HolderModel.logSum(terms);
    List<Candidate> candidates =
        java.util.stream.IntStream.range(0, weighed.size())
            .mapToObj(i -> candidate(weighed.get(i), counted, Math.exp(terms[i] - whole)))
            .sorted(
                Comparator.comparingDouble(Candidate::bound)
                    .thenComparing(Comparator.comparingDouble(Candidate::posterior).reversed())
                    .thenComparing(Candidate::party))
            .toList();
    return verdict(candidates, Math.exp(terms[weighed.size()] - whole), counted);
  }

  private static Candidate candidate(Tracer.Weighed w, int counted, double posterior) {
    double bound = Bound.of(counted, w.logEvidence());
    return new Candidate(
        w.party(),
        w.disclosures(),
        w.disclosure(),
        w.logMarks(),
        w.logHoney(),
        bound,
        posterior,
        w.rowsExplained(),
        w.honey().rows(),
        w.honey().drawn(),
        w.honey().among());
  }

  private Attribution verdict(List<Candidate> candidates, double outside, int counted) {
    List<Candidate> named = candidates.stream().filter(c -> c.bound() <= threshold).toList();
    if (!named.isEmpty()) {
      return answer(Verdict.NAMED, candidates, counted, named, outside, Optional.empty());
    }
    List<Candidate> likely =
        candidates.stream()
            .sorted(Comparator.comparingDouble(Candidate::posterior).reversed())
            .toList();
    if (likely.isEmpty()) {
      return answer(
          Verdict.INCONCLUSIVE, candidates, counted, List.of(), outside, Optional.of(nobody()));
    }
    double best = likely.get(0).posterior();
    if (best >= PROBABLE) {
      return answer(
          Verdict.PROBABLE,
          likely,
          counted,
          likely.subList(0, 1),
          outside,
          Optional.of(more(likely.get(0), counted)));
    }
    List<Candidate> equal = likely.stream().filter(c -> c.posterior() >= best * EQUAL).toList();
    double together = equal.stream().mapToDouble(Candidate::posterior).sum();
    boolean amongUs = outside < 0.5 && together >= PROBABLE * (1 - outside);
    boolean separable = equal.size() < 2 || !amongUs;
    Verdict verdict = separable ? Verdict.INCONCLUSIVE : Verdict.CANNOT_SEPARATE;
    return answer(
        verdict, likely, counted, List.of(), outside, Optional.of(more(likely.get(0), counted)));
  }

  private Attribution answer(
      Verdict verdict,
      List<Candidate> candidates,
      int counted,
      List<Candidate> accused,
      double outside,
      Optional<Attribution.Needed> needed) {
    return new Attribution(
        verdict, candidates, counted, accused, outside, threshold, leak.telling(), needed);
  }

  private static Attribution.Needed nobody() {
    return new Attribution.Needed(
        OptionalLong.empty(),
        new Words("材料中没有任何人出现在已释放的清单里", "nobody in the material was ever released to anyone"));
  }

  /** About how many more rows like these would name the best candidate if it is the source. */
  private Attribution.Needed more(Candidate best, int counted) {
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
              "这些行不含可辨别的写法：需要带地址或厂牌型号的行、蜜罐客户、别名号码，或只有一方持有的人",
              "these rows show no spelling that tells: rows with addresses or models, a honey customer, an alias number, or people whom only one party holds would decide"));
    }
    double wanted = Math.log(counted / threshold) + Math.log(5) - Math.max(0, best.logEvidence());
    long more = Math.max(1, (long) Math.ceil(wanted / gain));
    return new Attribution.Needed(
        OptionalLong.of(more),
        new Words("大约还需 " + more + " 行同类材料", "about " + more + " more rows of this kind"));
  }
}
