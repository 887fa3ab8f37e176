package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.chainsim.leak.Mishandling.Misread;
import io.tidemark.chainsim.leak.Mishandling.MobilesAsNumbers;
import io.tidemark.chainsim.leak.Reshaping.Drop;
import io.tidemark.chainsim.leak.Reshaping.NoHeadings;
import io.tidemark.chainsim.leak.Reshaping.RenameHeadings;
import io.tidemark.chainsim.leak.Reshaping.ReorderColumns;
import io.tidemark.chainsim.leak.Rewriting.Cleaned;
import io.tidemark.chainsim.leak.Rewriting.Retyped;
import io.tidemark.chainsim.leak.Rewriting.Standardised;
import io.tidemark.chainsim.leak.Rewriting.Typed;
import io.tidemark.chainsim.leak.Selection.Foreign;
import io.tidemark.chainsim.leak.Selection.Sample;
import io.tidemark.chainsim.leak.Selection.Shuffle;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttackTest {
  private static final LeakedTable RELEASED = Released.list(5, 1_000);
  private static final List<List<String>> STRANGERS =
      Foreign.from(
          new PortfolioGenerator(99, 3_000, Untidiness.asExported()), Released.HEADINGS, 3_000);

  static Stream<Attack> seeded() {
    return Stream.of(
        new Shuffle(1),
        new Sample(10, 1),
        new Foreign(STRANGERS, .6, 1),
        new ReorderColumns(1),
        new RenameHeadings(1),
        new Retyped(1),
        new MobilesAsNumbers(1),
        new Misread(.1, 1),
        new Reshaping.Translated(Reshaping.HeadingLanguage.PINYIN, 1),
        new Selection.Joined(RELEASED, 1),
        new Correlation.ByColumn(Column.MODEL, Column.PLATE, .5, 1),
        new Correlation.ByRow(Neighbours.STREET, .5, 1),
        new Correlation.Integrated(.5, 1),
        new Thinning.CarriersDropped(.2, 1),
        new Layout.IndexColumn(3, 1));
  }

  @ParameterizedTest
  @MethodSource("seeded")
  void theSameSeedGivesTheSameLeakAndLeavesTheReleasedCopyAlone(Attack attack) {
    LeakedTable before = new LeakedTable(RELEASED.headings(), List.copyOf(RELEASED.rows()));

    assertThat(attack.on(RELEASED)).isEqualTo(attack.on(RELEASED)).isNotEqualTo(RELEASED);
    assertThat(RELEASED).isEqualTo(before);
  }

  @Test
  void shufflingKeepsTheRowsAndChangesTheirOrder() {
    assertThat(new Shuffle(1).on(RELEASED).rows())
        .containsExactlyInAnyOrderElementsOf(RELEASED.rows())
        .isNotEqualTo(new Shuffle(2).on(RELEASED).rows());
  }

  @Test
  void aSampleHasItsSizeAndItsRowsFromTheReleasedCopy() {
    assertThat(new Sample(10, 3).on(RELEASED).rows()).hasSize(10).isSubsetOf(RELEASED.rows());
    assertThat(new Sample(1_000_000, 3).on(RELEASED).rows()).hasSameSizeAs(RELEASED.rows());
  }

  @Test
  void foreignRowsMakeTheirShareOfTheLeak() {
    LeakedTable leak = Attack.all(RELEASED, new Sample(14, 1), new Foreign(STRANGERS, .6, 2));

    assertThat(leak.rows()).hasSize(35);
    assertThat(leak.rows().stream().filter(STRANGERS::contains)).hasSize(21);
    assertThat(leak.rows().stream().filter(RELEASED.rows()::contains)).hasSize(14);
  }

  @Test
  void twoPartiesListsAndStrangersMakeOneFile() {
    LeakedTable first = new Sample(30, 1).on(RELEASED);
    LeakedTable second = new Sample(40, 1).on(Released.list(6, 500));

    LeakedTable leak =
        Attack.all(first, new Selection.Joined(second, 2), new Foreign(STRANGERS, .3, 3));

    assertThat(leak.rows())
        .hasSize(100)
        .containsAll(first.rows())
        .containsAll(second.rows())
        .doesNotContainSubsequence(first.rows());
    assertThatThrownBy(() -> new Selection.Joined(new NoHeadings().on(second), 2).on(first))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tooFewStrangersAreRefused() {
    assertThatThrownBy(() -> new Foreign(STRANGERS.subList(0, 3), .6, 2).on(RELEASED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void droppedColumnsAreGoneAndTheOthersStay() {
    LeakedTable leak = new Drop(Set.of("地址", "姓名")).on(RELEASED);

    assertThat(leak.headings()).containsExactly("手机号", "车牌号", "厂牌型号", "终保日期");
    assertThat(leak.rows().get(5).get(0)).isEqualTo(RELEASED.rows().get(5).get(1));
    assertThat(leak.width()).isEqualTo(4);
  }

  @Test
  void reorderedColumnsKeepTheirHeadings() {
    LeakedTable leak = new ReorderColumns(4).on(RELEASED);

    assertThat(leak.headings()).containsExactlyInAnyOrderElementsOf(Released.HEADINGS);
    for (int c = 0; c < leak.width(); c++) {
      int before = RELEASED.headings().indexOf(leak.headings().get(c));
      assertThat(leak.rows().get(0).get(c)).isEqualTo(RELEASED.rows().get(0).get(before));
    }
  }

  @Test
  void renamedHeadingsStillNameTheSameColumns() {
    LeakedTable leak = new RenameHeadings(4).on(RELEASED);

    assertThat(leak.headings()).isNotEqualTo(Released.HEADINGS);
    for (Column column : Column.values()) {
      assertThat(column.in(leak)).isEqualTo(column.in(RELEASED));
    }
  }

  @Test
  void withoutHeadingsTheColumnsAreFoundByTheirContent() {
    LeakedTable leak = new NoHeadings().on(RELEASED);

    assertThat(leak.headings()).isEmpty();
    for (Column column :
        List.of(
            Column.NAME,
            Column.MOBILE,
            Column.PLATE,
            Column.MODEL,
            Column.ADDRESS,
            Column.EXPIRY)) {
      assertThat(column.in(leak)).as(column.name()).isEqualTo(column.in(RELEASED));
    }
  }

  @Test
  void cleanedCellsHaveNoSpaceNoPunctuationAndOneWidth() {
    List<String> cells = new Cleaned().on(RELEASED).rows().stream().flatMap(List::stream).toList();

    assertThat(cells).allMatch(cell -> cell.matches("[\\p{L}\\p{N}]*"));
    assertThat(cells).noneMatch(cell -> cell.matches(".*[０-９].*"));
  }

  /** Of what the same typist would change anywhere; more than a fifth of few rows as well. */
  @Test
  void retypingChangesAFifthOfAddressesAndModelsOnTheWhole() {
    LeakedTable cleaned = new Cleaned().on(RELEASED);
    long retyped = 0;
    long typed = 0;
    for (long seed = 0; seed < 400; seed++) {
      LeakedTable leak = new Retyped(seed).on(RELEASED);
      for (int c = 0; c < RELEASED.width(); c++) {
        if (List.of("厂牌型号", "地址").contains(Released.HEADINGS.get(c))) {
          retyped += changed(cleaned, leak, c);
          typed += changed(cleaned, new Typed(seed).on(RELEASED), c);
        } else {
          assertThat(changed(cleaned, leak, c)).isZero();
        }
      }
    }
    assertThat((double) retyped / typed).isCloseTo(0.2, within(0.02));
  }

  private static long changed(LeakedTable before, LeakedTable after, int column) {
    return IntStream.range(0, before.rows().size())
        .filter(r -> !before.rows().get(r).get(column).equals(after.rows().get(r).get(column)))
        .count();
  }

  @Test
  void phonesTurnIntoNumbersThatKeepTheirDigits() {
    for (long seed = 0; seed < 12; seed++) {
      LeakedTable leak = new MobilesAsNumbers(seed).on(RELEASED);
      for (int r = 0; r < leak.rows().size(); r++) {
        String digits = Cleaning.cleaned(RELEASED.rows().get(r).get(1));
        assertThat(new java.math.BigDecimal(leak.rows().get(r).get(1).replaceAll("[',]", "")))
            .isEqualByComparingTo(digits);
      }
    }
  }

  @Test
  void textRecognitionErrsAtItsRate() {
    assertThat(new Misread(0, 1).on(RELEASED)).isEqualTo(RELEASED);
    LeakedTable leak = new Misread(.05, 1).on(RELEASED);
    long changed = IntStream.range(0, 6).mapToLong(c -> changed(RELEASED, leak, c)).sum();
    assertThat((double) changed / (6 * RELEASED.rows().size())).isBetween(.1, .5);
  }

  @Test
  void standardisedTablesKeepEveryOtherColumn() {
    LeakedTable leak = new Standardised().on(RELEASED);
    for (int c : new int[] {0, 1, 2, 5}) {
      assertThat(changed(RELEASED, leak, c)).isZero();
    }
    assertThat(new Standardised().on(leak)).isEqualTo(leak);
  }
}
