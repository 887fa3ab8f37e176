package io.tidemark.bench.tracing.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LeastBitsTest {
  private static final LeastBits MARK = new LeastBits(1, 256, 1, 1_000, 1e-6);

  private static List<Integer> accused(LeastBits mark, int rows, IntUnaryOperator shown) {
    int[] leaked = IntStream.range(0, rows).toArray();
    return mark.accused(leaked, IntStream.of(leaked).map(shown).toArray());
  }

  @Test
  void thirtyBitsThatAllAgreeAreTheLeastThatAccuses() {
    // 1,000 / 2^30 = 0.93e-6, 1,000 / 2^29 = 1.9e-6
    assertThat(MARK.threshold(30)).isEqualTo(30);
    assertThat(MARK.threshold(29)).isEqualTo(30);
    assertThat(MARK.threshold(0)).isEqualTo(1);
  }

  @Test
  void aHundredRowsNameTheirRecipientAndTenNobody() {
    assertThat(accused(MARK, 100, row -> MARK.shown(7, row))).containsExactly(7);
    assertThat(accused(MARK, 10, row -> MARK.shown(7, row))).isEmpty();
  }

  @Test
  void aTenthOfTheRowsMarkedNeedsTenTimesAsMany() {
    LeastBits sparse = new LeastBits(1, 256, 10, 1_000, 1e-6);
    long marked = IntStream.range(0, 10_000).filter(row -> sparse.shown(7, row) >= 0).count();
    assertThat(marked).isBetween(900L, 1_100L);
    assertThat(accused(sparse, 100, row -> Math.max(0, sparse.shown(7, row)))).isEmpty();
    assertThat(accused(sparse, 1_000, row -> Math.max(0, sparse.shown(7, row)))).containsExactly(7);
  }

  @Test
  void aPremiumWhoseLastDigitIsGoneNamesNobody() {
    assertThat(accused(MARK, 1_000, row -> 0)).isEmpty();
  }

  @Test
  void aMajorityOfThreeStillShowsEach() {
    List<Integer> three = List.of(3, 5, 8);
    assertThat(accused(MARK, 1_000, row -> MARK.majority(three, row)))
        .isSubsetOf(three)
        .isNotEmpty();
  }
}
