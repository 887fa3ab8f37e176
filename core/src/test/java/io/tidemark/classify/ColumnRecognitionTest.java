package io.tidemark.classify;

import static io.tidemark.terms.FieldClass.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables of invented people, with headings that say nothing, something, or the wrong thing. */
final class ColumnRecognitionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final int ROWS = 40;
  private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑";
  private static final String GIVEN = "军超明浩可洋新晓英天强子平辉静红磊欣若雪一国远婷";

  @Test
  void aTableWithoutHeadingsIsRecognisedByItsContent() {
    List<ColumnGuess> guesses =
        guess(
            nameless(names()),
            nameless(column(i -> "13" + (812345678L + i * 7919L))),
            nameless(column(i -> "川A" + (i % 2 == 0 ? "·" : "") + (20_000 + i * 37))),
            nameless(column(i -> "LSVF4M62" + i % 10 + "LB4" + (50_000 + i))),
            nameless(column(i -> "PDZA2026" + (100_000_000_000L + i * 977L))),
            nameless(column(i -> TODAY.plusDays(i * 3).minusYears(1).toString())),
            nameless(column(i -> TODAY.plusDays(i * 3).toString().replace('-', '/'))),
            nameless(column(i -> TODAY.minusDays(400 + i * 71).toString())),
            nameless(column(i -> "成都市郫都区解放路" + i + "号翠湖名邸2号楼1单元" + (100 + i) + "室")),
            nameless(column(i -> i % 2 == 0 ? "大众朗逸2021款1.5L自动舒适版" : "宝马3系")),
            nameless(column(i -> i % 3 == 0 ? "商业险+交强险" : "交强险")),
            nameless(column(i -> (1000 + i * 13) + ".5" + i % 10)));
    assertThat(guesses)
        .extracting(guess -> guess.field().orElseThrow())
        .containsExactly(
            NAME,
            MOBILE,
            PLATE,
            VIN,
            POLICY_NUMBER,
            INCEPTION,
            EXPIRY,
            FIRST_REGISTRATION,
            ADDRESS,
            MODEL,
            INSURANCE_KIND,
            PREMIUM);
    assertThat(guesses.subList(0, 4)).allMatch(ColumnGuess::sure);
    assertThat(guesses.subList(5, 9)).allMatch(ColumnGuess::sure);
  }

  @Test
  void identityNumbersAreTakenOnlyWithTheirCheckDigits() {
    List<String> right =
        column(i -> "51010419800101" + String.format("%03d", i)).stream()
            .map(digits -> digits + CheckDigits.identity(digits))
            .toList();
    List<String> wrong = column(i -> "51010419800101" + String.format("%04d", i * 7 + 1));
    assertThat(guess(nameless(right)).get(0)).matches(g -> is(g, IDENTITY_NUMBER) && g.sure());
    assertThat(guess(nameless(wrong)).get(0).sure()).isFalse();
  }

  @Test
  void salespeopleAreToldFromCustomersByTheirRepetition() {
    List<String> few = column(i -> "张伟刘洋陈静".substring(i % 3 * 2, i % 3 * 2 + 2));
    List<ColumnGuess> guesses = guess(nameless(few), nameless(names()));
    assertThat(guesses)
        .extracting(ColumnGuess::field)
        .containsExactly(some(SALESPERSON), some(NAME));
    assertThat(guesses.get(1).sure()).isTrue();
  }

  @Test
  void agenciesAreToldFromCustomersThatAreCompanies() {
    List<String> forms = List.of("保险代理有限公司", "保代", "保险经纪公司", "保险代理有限公司成都分公司");
    List<String> agencies = column(i -> "四川华康" + i % 5 + forms.get(i % 4));
    assertThat(guess(new SampledColumn("经办机构", hidden(agencies))).get(0))
        .matches(g -> is(g, FieldClass.AGENCY) && g.sure());
    assertThat(guess(nameless(agencies)).get(0)).matches(g -> is(g, FieldClass.AGENCY));
    assertThat(guess(nameless(column(i -> "成都第" + i + "建筑工程有限公司"))).get(0))
        .matches(g -> is(g, NAME));
  }

  @Test
  void twoColumnsOfDifferentNamesLeaveBothGuessesUnsure() {
    List<String> others = names().stream().map(name -> "林" + name.substring(1)).toList();
    assertThat(guess(nameless(names()), nameless(others))).noneMatch(ColumnGuess::sure);
  }

  @Test
  void oneDateColumnAroundTodayIsAnUnsureExpiryAndOneOfOldDatesAnUnsureRegistration() {
    ColumnGuess near = guess(nameless(column(i -> TODAY.plusDays(i).toString()))).get(0);
    ColumnGuess old = guess(nameless(column(i -> TODAY.minusDays(300 + i * 80).toString()))).get(0);
    assertThat(near).matches(g -> is(g, EXPIRY) && !g.sure());
    assertThat(old).matches(g -> is(g, FIRST_REGISTRATION) && !g.sure());
  }

  @Test
  void aForeignHeadingAndFittingContentMakeAGuessSure() {
    List<String> days = column(i -> TODAY.plusDays(i).toString());
    assertThat(guess(new SampledColumn("policyEndDate", hidden(days))).get(0))
        .matches(g -> is(g, EXPIRY) && g.sure());
    assertThat(guess(new SampledColumn("到期日", hidden(days))).get(0))
        .matches(g -> is(g, EXPIRY) && g.sure());
    assertThat(
            guess(new SampledColumn("Engine No.", hidden(column(i -> "4AFF" + (100 + i))))).get(0))
        .matches(g -> is(g, ENGINE_NUMBER) && g.sure());
  }

  @Test
  void aHeadingThatContradictsItsContentIsNotBelieved() {
    List<String> phones = column(i -> "13" + (812345678L + i));
    assertThat(guess(new SampledColumn("车牌号", hidden(phones))).get(0)).matches(g -> !is(g, PLATE));
    assertThat(guess(new SampledColumn("province", hidden(phones))).get(0))
        .matches(g -> is(g, MOBILE));
    assertThat(guess(new SampledColumn("手机号", hidden(column(i -> "***")))).get(0).sure()).isFalse();
  }

  @Test
  void columnsOfOtherThingsAreNeverSure() {
    List<List<String>> others =
        List.of(
            column(i -> String.valueOf(i + 1)),
            column(i -> "A" + (10_000 + i)),
            column(i -> i % 2 == 0 ? "男" : "女"),
            column(i -> "金牛区武侯区高新区".substring(i % 3 * 3, i % 3 * 3 + 3)),
            column(i -> "622202" + (1_000_000_000_000L + i * 7L)),
            column(i -> String.valueOf(20_000 + i * 991)),
            column(i -> "028-8" + (5_000_000 + i)),
            column(i -> TODAY.minusYears(45).minusDays(i * 200).toString()),
            column(i -> "user" + i + "@example.org"),
            column(i -> ""),
            column(i -> "高新分公司"));
    for (List<String> other : others) {
      assertThat(guess(nameless(other)).get(0)).as(other.get(0)).matches(g -> !g.sure());
    }
    assertThat(guess(nameless(List.of()))).containsExactly(new ColumnGuess(Optional.empty(), 0));
  }

  private static boolean is(ColumnGuess guess, FieldClass field) {
    return guess.field().equals(some(field));
  }

  private static Optional<FieldClass> some(FieldClass field) {
    return Optional.of(field);
  }

  private static List<ColumnGuess> guess(SampledColumn... columns) {
    return ColumnRecognition.asOf(TODAY).guess(Stream.of(columns).toList());
  }

  private static SampledColumn nameless(List<String> values) {
    return new SampledColumn("", hidden(values));
  }

  private static List<PersonalText> hidden(List<String> values) {
    return values.stream().map(PersonalText::of).toList();
  }

  private static List<String> names() {
    return column(
        i -> "" + SURNAMES.charAt(i % 20) + GIVEN.charAt(i * 7 % 24) + GIVEN.charAt(i * 11 % 23));
  }

  private static List<String> column(IntFunction<String> value) {
    return IntStream.range(0, ROWS).mapToObj(value).toList();
  }
}
