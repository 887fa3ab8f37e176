package io.tidemark.vault.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.select.Condition.All;
import io.tidemark.vault.select.Condition.AmountsWithin;
import io.tidemark.vault.select.Condition.Any;
import io.tidemark.vault.select.Condition.Begins;
import io.tidemark.vault.select.Condition.DatesWithin;
import io.tidemark.vault.select.Condition.Not;
import io.tidemark.vault.select.Condition.OneOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Map<FieldClass, String> RECORD =
      Map.of(
          FieldClass.EXPIRY, "2026-12-31",
          FieldClass.PREMIUM, "3317.10",
          FieldClass.PLATE, "川A12345",
          FieldClass.SALESPERSON, "张伟");

  private static final Condition SALESPERSON = one(FieldClass.SALESPERSON, "张伟");
  private static final Condition NOBODY = one(FieldClass.SALESPERSON, "李娜");

  @Test
  void bothEndsOfARangeOfDatesAreIncluded() {
    assertThat(holds(dates("2026-12-31", "2026-12-31"))).isTrue();
    assertThat(holds(dates("2026-12-01", "2026-12-30"))).isFalse();
    assertThat(holds(dates("2027-01-01", null))).isFalse();
    assertThat(holds(dates(null, "2026-12-31"))).isTrue();
  }

  @Test
  void amountsAreComparedAsNumbers() {
    assertThat(holds(amounts("3317.1", "3317.1"))).isTrue();
    assertThat(holds(amounts("900", null))).isTrue();
    assertThat(holds(amounts(null, "999.99"))).isFalse();
  }

  @Test
  void aSuspectValueLiesInNoRange() {
    Condition all = amounts("-999999", null);
    assertThat(all.holds(field -> PersonalText.of("免费"))).isFalse();
    assertThat(dates(null, "9999-12-31").holds(field -> PersonalText.of("20261345"))).isFalse();
  }

  @Test
  void aMissingValueEqualsOnlyTheEmptyText() {
    assertThat(holds(one(FieldClass.REMARK, ""))).isTrue();
    assertThat(holds(new Not(one(FieldClass.REMARK, "x")))).isTrue();
    assertThat(holds(new Begins(FieldClass.REMARK, PersonalText.of("x")))).isFalse();
    assertThat(dates(null, "2099-01-01").holds(field -> PersonalText.of(""))).isFalse();
  }

  @Test
  void allAnyAndNotJoinAsTheirNamesSay() {
    assertThat(holds(new All(List.of(SALESPERSON, NOBODY)))).isFalse();
    assertThat(holds(new All(List.of(SALESPERSON, SALESPERSON)))).isTrue();
    assertThat(holds(new Any(List.of(NOBODY, SALESPERSON)))).isTrue();
    assertThat(holds(new Any(List.of(NOBODY, NOBODY)))).isFalse();
    assertThat(holds(new Not(NOBODY))).isTrue();
    assertThat(holds(new Begins(FieldClass.PLATE, PersonalText.of("川A")))).isTrue();
  }

  @Test
  void theFieldsOfAllPartsAreNamed() {
    Condition both = new All(List.of(new Not(SALESPERSON), dates("2026-01-01", null)));
    assertThat(both.fields()).containsExactlyInAnyOrder(FieldClass.SALESPERSON, FieldClass.EXPIRY);
  }

  @Test
  void itsTextShowsNoValue() {
    Condition both =
        new All(
            List.of(SALESPERSON, new Begins(FieldClass.MOBILE, PersonalText.of("13800138000"))));
    assertThat(both.toString()).doesNotContain("张伟").doesNotContain("138");
  }

  @Test
  void aConditionWithoutMeaningIsRefused() {
    assertThatThrownBy(() -> dates(null, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dates("2026-02-01", "2026-01-01"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new All(List.of(SALESPERSON)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OneOf(FieldClass.PLATE, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Begins(FieldClass.PLATE, PersonalText.of("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean holds(Condition condition) {
    return condition.holds(field -> PersonalText.of(RECORD.getOrDefault(field, "")));
  }

  private static Condition one(FieldClass field, String value) {
    return new OneOf(field, List.of(PersonalText.of(value)));
  }

  private static Condition dates(@Nullable String from, @Nullable String to) {
    return new DatesWithin(
        FieldClass.EXPIRY,
        Optional.ofNullable(from).map(LocalDate::parse),
        Optional.ofNullable(to).map(LocalDate::parse));
  }

  private static Condition amounts(@Nullable String from, @Nullable String to) {
    return new AmountsWithin(
        FieldClass.PREMIUM,
        Optional.ofNullable(from).map(BigDecimal::new),
        Optional.ofNullable(to).map(BigDecimal::new));
  }
}
