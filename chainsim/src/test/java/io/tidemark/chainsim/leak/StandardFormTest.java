package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardFormTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "四川省成都市郫都区解放路291号万科城26号楼1单元1404室",
        "四川成都市郫都区解放路291号万科城26栋1单元1404",
        "成都市郫都区解放路291号万科城26幢1单元1404室",
        "成都郫都区解放路２９１号万科城 26-1-1404",
        "四川省成都市郫都区解放路291万科城二十六号楼一单元一四〇四室",
        "四川省成都市郫都区解放路291号（万科城）26#1单元14层1404号",
        "四川省, 成都市, 郫都区解放路第291号万科城第26座1门1404室",
      })
  void allSpellingsOfAnAddressComeToOne(String address) {
    assertThat(StandardAddress.of(address)).isEqualTo("成都市郫都区解放路291号万科城26栋1单元1404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "大众朗逸2021款1.5L自动舒适版",
        "大众朗逸 2021款 1.5L自动舒适版",
        "大众朗逸21款1.5L自动舒适",
        "大众牌朗逸 1.5升自动挡舒适版 2021款",
        "上汽大众朗逸2021年款1.5L手自一体舒适型",
      })
  void allSpellingsOfAModelComeToOne(String model) {
    assertThat(StandardModel.of(model)).isEqualTo("2021款大众朗逸15L自动舒适");
  }

  @ParameterizedTest
  @CsvSource({
    "特斯拉Model 3 2021款后轮驱动版,2021款特斯拉MODEL3后轮驱动",
    "特斯拉MODEL32021款后轮驱动版,2021款特斯拉MODEL3后轮驱动",
    "领克0321款1.5T,2021款领克0315T",
    "大众朗逸,大众朗逸",
  })
  void theYearIsFoundAlsoWhereDigitsTouchIt(String model, String standard) {
    assertThat(StandardModel.of(model)).isEqualTo(standard);
  }

  @Test
  void differentPlacesAndCarsStayDifferent() {
    assertThat(StandardAddress.of("北京市朝阳区中山路1号康乐小区2-1-301"))
        .isNotEqualTo(StandardAddress.of("北京市朝阳区中山路1号康乐小区2-1-302"))
        .startsWith("北京市朝阳区");
    assertThat(StandardModel.of("大众朗逸2021款1.5L自动舒适版"))
        .isNotEqualTo(StandardModel.of("大众朗逸2020款1.5L自动舒适版"));
  }

  @Test
  void everyHomeOfAPortfolioHasOneStandardAddress() {
    PortfolioGenerator tidy = new PortfolioGenerator(11, 3_000, Untidiness.none());
    PortfolioGenerator untidy = new PortfolioGenerator(11, 3_000, Untidiness.asExported());
    int address = PortfolioGenerator.COLUMNS.indexOf("地址");
    assertThat(tidy.policies().filter(policy -> !untidy.row(policy).get(address).isEmpty()))
        .allSatisfy(
            policy ->
                assertThat(StandardAddress.of(untidy.row(policy).get(address)))
                    .isEqualTo(StandardAddress.of(tidy.row(policy).get(address)))
                    .endsWith(ending(policy)));
  }

  private static String ending(Policy policy) {
    return policy.home().building() + "栋" + policy.home().entrance() + "单元" + policy.home().room();
  }

  @ParameterizedTest
  @CsvSource({"栋,室,26栋1单元1404室", "号楼,'',26号楼1单元1404", "-,室,26-1-1404"})
  void aTypistWritesEveryAddressInOneHabit(String block, String door, String end) {
    Typist typist = new Typist(block, door, true, true);

    assertThat(typist.address("四川省成都市郫都区解放路291号万科城26幢1单元1404")).isEqualTo("成都市郫都区解放路291号万科城" + end);
    assertThat(typist.model("大众朗逸 2021款 1.5L")).isEqualTo("大众朗逸 21款 1.5L");
    assertThat(typist.address("读不懂的地址")).isEqualTo("读不懂的地址");
  }

  @Test
  void typistsDiffer() {
    assertThat(new Random(1).ints(40).mapToObj(seed -> Typist.drawn(new Random(seed))).distinct())
        .hasSizeGreaterThan(8);
  }
}
