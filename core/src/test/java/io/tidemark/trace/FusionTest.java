package io.tidemark.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.DisclosureId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** One verdict of rows and numbers. */
final class FusionTest {
  private static final double THRESHOLD = 5e-7;
  private static final double SURE = 1e-11;

  private static WeighedMark mark(
      double bound, boolean ofDisclosure, int rows, int held, boolean late) {
    return new WeighedMark(
        new ReadMark(
            "a.jpg",
            new CopyNumber(7),
            ReadMark.From.PICTURE,
            bound,
            "A",
            ofDisclosure ? Optional.of(DisclosureId.random()) : Optional.empty(),
            5),
        rows,
        held,
        late);
  }

  private static Attribution rows(Verdict verdict) {
    double bound = verdict == Verdict.NAMED ? 1e-8 : .2;
    Candidate b =
        new Candidate("B", List.of(), Optional.empty(), 1, 0, bound, .97, 3, 0, 0, Set.of(), 0, 0);
    boolean accuses = verdict == Verdict.NAMED || verdict == Verdict.PROBABLE;
    return new Attribution(
        verdict,
        List.of(b),
        2,
        accuses ? List.of(b) : List.of(),
        .01,
        THRESHOLD,
        4,
        Optional.empty());
  }

  private static Fusion fused(Verdict rows, WeighedMark... marks) {
    return new Fusion(rows(rows), List.of(marks));
  }

  @Test
  void aNumberNamesByItselfWhateverTheRowsSay() {
    for (Verdict verdict : Verdict.values()) {
      Fusion fusion = fused(verdict, mark(SURE, true, 4, 1, false));
      assertThat(fusion.verdict()).isEqualTo(Verdict.NAMED);
      assertThat(fusion.naming()).hasSize(1);
      assertThat(fusion.byRows()).hasSize(verdict == Verdict.NAMED ? 1 : 0);
    }
  }

  @Test
  void contradictedItAccusesNobodyAndTheRowsAreNotCalledProbable() {
    WeighedMark laidOver = mark(SURE, true, 2, 0, false);
    assertThat(laidOver.contradicted()).isTrue();
    Fusion probable = fused(Verdict.PROBABLE, laidOver);
    assertThat(probable.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(probable.byRows()).isEmpty();
    assertThat(probable.naming()).isEmpty();
    Fusion named = fused(Verdict.NAMED, laidOver);
    assertThat(named.verdict()).isEqualTo(Verdict.NAMED);
    assertThat(named.byRows()).extracting(Candidate::party).containsExactly("B");
    assertThat(named.naming()).isEmpty();
    assertThat(fused(Verdict.CANNOT_SEPARATE, laidOver).verdict())
        .isEqualTo(Verdict.CANNOT_SEPARATE);
  }

  @Test
  void ofACopyByItselfNobodyKnowsWhomItShows() {
    WeighedMark copy = mark(SURE, false, 9, 0, false);
    assertThat(copy.contradicted()).isFalse();
    assertThat(fused(Verdict.INCONCLUSIVE, copy).verdict()).isEqualTo(Verdict.NAMED);
  }

  @Test
  void whatIsLateOrAboveTheBoundChangesNothing() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(fused(verdict, mark(SURE, true, 1, 1, true)).verdict()).isEqualTo(verdict);
      assertThat(fused(verdict, mark(1e-6, true, 1, 0, false)).verdict()).isEqualTo(verdict);
      assertThat(fused(verdict).verdict()).isEqualTo(verdict);
    }
  }

  @Property
  void whoeverIsAccusedMetTheBoundOrIsProbableByRowsAlone(
      @ForAll Verdict rows, @ForAll("marks") List<WeighedMark> marks) {
    Fusion fusion = new Fusion(rows(rows), marks);
    fusion
        .naming()
        .forEach(
            one -> {
              assertThat(one.mark().bound()).isLessThanOrEqualTo(THRESHOLD);
              assertThat(one.contradicted() || one.late()).isFalse();
            });
    boolean silent =
        fusion.verdict() == Verdict.INCONCLUSIVE || fusion.verdict() == Verdict.CANNOT_SEPARATE;
    assertThat(fusion.byRows().isEmpty() && fusion.naming().isEmpty()).isEqualTo(silent);
    if (fusion.verdict() == Verdict.NAMED) {
      fusion.byRows().forEach(one -> assertThat(one.bound()).isLessThanOrEqualTo(THRESHOLD));
    }
  }

  @Provide
  Arbitrary<List<WeighedMark>> marks() {
    return Combinators.combine(
            Arbitraries.of(1e-12, 1e-9, THRESHOLD, 1e-6, 1.0),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(true, false))
        .as((bound, of, rows, held, late) -> mark(bound, of, rows, Math.min(rows, held), late))
        .list()
        .ofMaxSize(4);
  }
}
