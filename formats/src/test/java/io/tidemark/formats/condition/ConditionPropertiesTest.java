package io.tidemark.formats.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.select.Condition;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed is read as the same condition; whatever is read, only BadCondition is thrown. */
class ConditionPropertiesTest {
  @Property(tries = 500)
  void whatIsPrintedIsReadAsTheSame(
      @ForAll("conditions") Condition condition, @ForAll Language language) throws BadCondition {
    String text = Conditions.print(condition, language).reveal(Reveal.SELECT);
    assertThat(Conditions.parse(text, (field, value) -> value)).isEqualTo(condition);
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll("nearly") String text) {
    readOrRefuse(text);
  }

  @FuzzTest(maxDuration = "30s")
  void fuzzedTextIsReadOrRefused(byte[] bytes) {
    readOrRefuse(new String(bytes, StandardCharsets.UTF_8));
  }

  private static void readOrRefuse(String text) {
    try {
      Condition condition = Conditions.parse(text);
      String printed = Conditions.print(condition, Language.EN).reveal(Reveal.SELECT);
      assertThat(Conditions.parse(printed)).isEqualTo(condition);
    } catch (BadCondition refused) {
      int length = text.codePointCount(0, text.length());
      assertThat(refused.position()).isBetween(1, length + 1);
    }
  }

  @Provide
  Arbitrary<String> nearly() {
    return Arbitraries.of(
            "姓名",
            "终保日期",
            "保费",
            "first registration",
            "=",
            "!=",
            "..",
            " ",
            "and",
            "或",
            "非",
            "in",
            "开头",
            "(",
            ")",
            "（",
            ",",
            "\"",
            "“",
            "”",
            "2026-12-01",
            "3317.10",
            "张伟",
            "x",
            "𠮷",
            "\n")
        .list()
        .ofMaxSize(24)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<Condition> conditions() {
    Arbitrary<Condition> leaf =
        Arbitraries.oneOf(oneOf(), begins(), dateIs(), datesWithin(), amountsWithin());
    return Arbitraries.recursive(() -> leaf, this::joined, 0, 3);
  }

  private Arbitrary<Condition> joined(Arbitrary<Condition> inner) {
    Arbitrary<List<Condition>> several = inner.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        several.map(Condition.All::new),
        several.map(Condition.Any::new),
        inner.map(Condition.Not::new));
  }

  private Arbitrary<Condition> oneOf() {
    Arbitrary<PersonalText> value = Arbitraries.strings().ofMaxLength(6).map(PersonalText::of);
    return Combinators.combine(textField(), value.list().ofMinSize(1).ofMaxSize(3))
        .as(Condition.OneOf::new);
  }

  private Arbitrary<Condition> begins() {
    Arbitrary<PersonalText> prefix =
        Arbitraries.of("川A", "X Y", "(", "AND", "2026-12", "\"").map(PersonalText::of);
    return Combinators.combine(Arbitraries.of(FieldClass.values()), prefix)
        .as(Condition.Begins::new);
  }

  private Arbitrary<Condition> dateIs() {
    return day()
        .map(
            day ->
                new Condition.OneOf(FieldClass.EXPIRY, List.of(PersonalText.of(day.toString()))));
  }

  private Arbitrary<Condition> datesWithin() {
    return Combinators.combine(day(), day(), Arbitraries.integers().between(0, 2))
        .as(
            (a, b, open) ->
                new Condition.DatesWithin(
                    FieldClass.INCEPTION,
                    open == 0 ? Optional.empty() : Optional.of(a.isBefore(b) ? a : b),
                    open == 1 ? Optional.empty() : Optional.of(a.isBefore(b) ? b : a)));
  }

  private Arbitrary<Condition> amountsWithin() {
    Arbitrary<BigDecimal> amount =
        Arbitraries.longs().between(-999_999, 999_999_999).map(fen -> BigDecimal.valueOf(fen, 2));
    return Combinators.combine(amount, amount, Arbitraries.integers().between(0, 2))
        .as(
            (a, b, open) ->
                new Condition.AmountsWithin(
                    FieldClass.PREMIUM,
                    open == 0 ? Optional.empty() : Optional.of(a.min(b)),
                    open == 1 ? Optional.empty() : Optional.of(a.max(b))));
  }

  private static Arbitrary<LocalDate> day() {
    return Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<FieldClass> textField() {
    return Arbitraries.of(
        FieldClass.NAME, FieldClass.PLATE, FieldClass.SALESPERSON, FieldClass.INSURANCE_KIND);
  }
}
