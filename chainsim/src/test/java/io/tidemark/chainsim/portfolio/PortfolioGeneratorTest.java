package io.tidemark.chainsim.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.terms.Divisions;
import io.tidemark.terms.FieldClass;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PortfolioGeneratorTest {
  private static final int PEOPLE = 20_000;
  private static final List<List<String>> ROWS = portfolio(7, PEOPLE).rows().toList();

  private static PortfolioGenerator portfolio(long seed, long people) {
    return new PortfolioGenerator(seed, people, Untidiness.asExported());
  }

  private static String cell(List<String> row, String heading) {
    return row.get(PortfolioGenerator.COLUMNS.indexOf(heading));
  }

  private static void assertShare(String heading, Predicate<String> odd, double from, double to) {
    long count = ROWS.stream().filter(row -> odd.test(cell(row, heading))).count();
    assertThat((double) count / ROWS.size()).as(heading).isBetween(from, to);
  }

  @Test
  void theColumnsAreThoseOfTheFieldClassesInTheirOrder() {
    assertThat(PortfolioGenerator.COLUMNS)
        .containsExactlyElementsOf(Arrays.stream(FieldClass.values()).map(FieldClass::zh).toList());
    assertThat(ROWS).allSatisfy(row -> assertThat(row).hasSize(17));
  }

  @Test
  void theSameSeedGivesTheSameRowsAndAnotherSeedOthers() {
    assertThat(portfolio(7, 300).rows().toList()).isEqualTo(portfolio(7, 300).rows().toList());
    assertThat(portfolio(8, 300).rows().toList())
        .doesNotContainAnyElementsOf(portfolio(7, 300).rows().toList());
  }

  @Test
  void aLargerPortfolioBeginsWithTheSmallerOne() {
    List<List<String>> small = portfolio(7, 500).rows().toList();

    assertThat(ROWS.subList(0, small.size())).isEqualTo(small);
  }

  @Test
  void rowsMadeInParallelOrAloneAreTheSame() {
    assertThat(portfolio(7, 2_000).rows().parallel().toList())
        .isEqualTo(portfolio(7, 2_000).rows().toList());
    PortfolioGenerator portfolio = portfolio(7, PEOPLE);
    assertThat(portfolio.policiesOf(1_234)).isEqualTo(portfolio.policiesOf(1_234));
    assertThat(portfolio.policiesOf(1_234).stream().map(portfolio::row))
        .isSubsetOf(ROWS.subList(1_200, 1_400));
  }

  @Test
  void itIsAsUntidyAsExportsAre() {
    assertShare("姓名", name -> name.contains("\u3000"), .023, .036);
    assertShare("证件号码", number -> number.length() == 15, .007, .025);
    assertShare("手机号", mobile -> mobile.matches("[０-９ -]+"), .05, .067);
    assertShare("手机号", mobile -> mobile.contains("-"), .054, .07);
    assertShare("手机号", mobile -> mobile.replaceAll("[ -]", "").length() == 10, .004, .009);
    assertShare("车牌号", plate -> plate.matches(".*[-·• ].*"), .052, .068);
    assertShare("车架号", vin -> !vin.equals(vin.toUpperCase(Locale.ROOT)), .052, .068);
    assertShare("发动机号", String::isEmpty, .008, .015);
    assertShare("厂牌型号", model -> model.contains(" 20") && model.contains("款 "), .13, .17);
    assertShare("厂牌型号", model -> !model.contains("款"), .05, .07);
    assertShare("厂牌型号", model -> model.matches(".*(?<!\\d)\\d\\d款.*"), .085, .115);
    assertShare("终保日期", date -> !date.matches("\\d{4}-\\d\\d-\\d\\d"), .054, .072);
    assertShare("终保日期", date -> date.endsWith("-02-30"), .0015, .005);
    assertShare("地址", String::isEmpty, .016, .027);
    assertShare("地址", address -> address.matches(".*\\d-\\d-\\d{3,4}"), .05, .07);
    assertShare("地址", address -> address.matches(".*\\d栋\\d单元.*"), .09, .13);
    assertShare("地址", address -> address.matches(".*\\d幢\\d单元.*"), .065, .095);
    assertShare("备注", String::isEmpty, .14, .18);
    assertShare("备注", "保费已谈好,待出单"::equals, .02, .035);
    assertShare("厂牌型号", model -> model.matches(".*[自手]动[挡档].*"), .05, .2);
    assertShare("厂牌型号", model -> model.contains("升"), .02, .07);
    assertShare("代理机构", String::isEmpty, 0, 0);
    assertShare("代理机构", agency -> agency.matches(".*(保代|保经)(..分公司)?"), .1, .3);
    assertShare("代理机构", agency -> agency.contains("有限公司"), .3, .6);
  }

  @Test
  void aFewRowsStandThereTwiceAndSomePeopleHaveSeveralPolicies() {
    long repeated = ROWS.size() - new HashSet<>(ROWS).size();
    assertThat((double) repeated / ROWS.size()).isCloseTo(.005, within(.002));
    Map<String, Set<String>> policies =
        portfolio(7, PEOPLE)
            .policies()
            .collect(
                Collectors.groupingBy(
                    policy -> policy.owner().identityNumber(),
                    Collectors.mapping(
                        policy -> policy.cover().policyNumber(), Collectors.toSet())));
    assertThat(policies).hasSize(PEOPLE);
    assertThat(policies.values().stream().filter(numbers -> numbers.size() > 1).count())
        .isBetween(550L, 900L);
  }

  @Test
  void householdsShareAnAddressAndSometimesSpellItDifferently() {
    PortfolioGenerator portfolio = portfolio(7, PEOPLE);
    Map<Home, Set<String>> spellings =
        portfolio
            .policies()
            .collect(
                Collectors.groupingBy(
                    Policy::home,
                    Collectors.mapping(
                        policy -> cell(portfolio.row(policy), "地址"), Collectors.toSet())));
    assertThat(PEOPLE - spellings.size()).isBetween(1_300, 1_900);
    assertThat(spellings.values().stream().filter(ways -> ways.size() > 1).count())
        .isGreaterThan(500);
  }

  @Test
  void addressesCoverMunicipalitiesRegionsAndCountiesUnderAProvince() {
    List<String> addresses = ROWS.stream().map(row -> cell(row, "地址")).toList();
    for (String start : List.of("北京市朝阳区", "广西壮族自治区南宁市", "湖北省仙桃市", "广东省东莞市")) {
      assertThat(addresses).anyMatch(address -> address.startsWith(start));
    }
    assertThat(addresses).noneMatch(address -> address.contains("直辖县级"));
    long without = addresses.stream().filter(a -> a.matches("[^省区]{2,7}(市|州|盟).*")).count();
    assertThat((double) without / ROWS.size()).isBetween(.2, .4);
  }

  @Test
  void trueIdentityNumbersCheckAndNameADivision() {
    portfolio(7, PEOPLE)
        .policies()
        .forEach(
            policy -> {
              String number = policy.owner().identityNumber();
              assertThat(checks(number)).as(number).isTrue();
              assertThat(Divisions.china().district(number.substring(0, 6))).isPresent();
            });
  }

  @Test
  void writtenIdentityNumbersAreWrongOnlyOnPurpose() {
    PortfolioGenerator portfolio = portfolio(7, PEOPLE);
    long wrong =
        portfolio
            .policies()
            .filter(
                policy -> {
                  String written = cell(portfolio.row(policy), "证件号码");
                  String number = policy.owner().identityNumber();
                  String old = number.substring(0, 6) + number.substring(8, 17);
                  return !written.equals(number) && !written.equals(old);
                })
            .peek(policy -> assertImpossible(cell(portfolio.row(policy), "证件号码")))
            .count();
    assertThat((double) wrong / PEOPLE).isBetween(.0035, .0085);
  }

  private static void assertImpossible(String number) {
    assertThat(number.startsWith("13", 10) || !checks(number)).as(number).isTrue();
  }

  /** The sum of GB 11643 taken anew: powers of two modulo 11, the check digit's own weight 1. */
  private static boolean checks(String number) {
    int sum = 0;
    for (int i = 0; i < 18; i++) {
      int weight = (1 << (17 - i)) % 11;
      sum += weight * (number.charAt(i) == 'X' ? 10 : number.charAt(i) - '0');
    }
    return number.length() == 18 && sum % 11 == 1;
  }

  @Test
  void aKnownVinHasItsCheckCharacter() {
    assertThat(Vins.check("1M8GDM9AXKP042788")).isEqualTo('X');
    assertThat(Vins.check("LRWDP02Z3N9410865")).isEqualTo('3');
  }

  @Test
  void vinsAndPlatesAreWellFormedAndOfTheHomesRegion() {
    portfolio(9, 3_000)
        .policies()
        .forEach(
            policy -> {
              String vin = policy.car().vin();
              assertThat(vin).matches("[0-9A-HJ-NPR-Z]{17}");
              assertThat(vin.charAt(8)).isEqualTo(Vins.check(vin));
              assertThat(policy.car().plate())
                  .matches("\\p{IsHan}[A-HJ-NP-Z]([DF]?)[0-9A-HJ-NP-Z]{5}");
              assertThat(policy.car().plate().charAt(0))
                  .isEqualTo(policy.home().district().plateHead().charAt(0));
            });
  }

  @Test
  void withoutUntidinessEveryRowSaysTheTruth() {
    PortfolioGenerator tidy = new PortfolioGenerator(7, 500, Untidiness.none());
    assertThat(tidy.rows().count()).isEqualTo(tidy.policies().count());
    assertThat(tidy.policies())
        .allSatisfy(
            policy -> {
              List<String> row = tidy.row(policy);
              assertThat(cell(row, "手机号")).isEqualTo(policy.owner().mobile()).hasSize(11);
              assertThat(cell(row, "车架号")).isEqualTo(policy.car().vin());
              assertThat(cell(row, "终保日期")).isEqualTo(policy.cover().expiry().toString());
              assertThat(cell(row, "地址")).startsWith(policy.home().district().province());
            });
  }

  @Test
  void policyNumbersAndVinsAreUniqueAtAMillion() {
    assertThat(repeats(policy -> policy.cover().policyNumber().substring(8))).isZero();
    assertThat(
            repeats(
                policy -> policy.car().vin().substring(3, 8) + policy.car().vin().substring(11)))
        .isZero();
  }

  /** Repeats among the keys of a million policies, by their 64-bit hashes. */
  private static long repeats(Function<Policy, String> key) {
    PortfolioGenerator portfolio = portfolio(7, 1_000_000);
    long[] hashes =
        LongStream.range(0, 1_000_000)
            .parallel()
            .map(person -> hash(key.apply(portfolio.policiesOf(person).get(0))))
            .sorted()
            .toArray();
    return LongStream.range(1, hashes.length)
        .filter(i -> hashes[(int) i] == hashes[(int) i - 1])
        .count();
  }

  private static long hash(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = Draw.mixed(hash * 31 + text.charAt(i));
    }
    return hash;
  }
}
