package io.tidemark.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamePartsTest {
  @ParameterizedTest
  @CsvSource({
    "蒋军超, 蒋, 军超",
    "夏子, 夏, 子",
    "莫　海艳, 莫, 海艳",
    "欧阳鹏勇, 欧阳, 鹏勇",
    "司马佑, 司马, 佑",
    "张李思雨, 张, 李思雨",
    "司空, 司, 空",
    "佟一, 佟, 一",
  })
  void aNameFallsIntoSurnameAndGivenName(String name, String surname, String given) {
    assertThat(NameParts.of(name)).contains(new NameParts(surname, given));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "商业险",
        "高新区",
        "金牛区",
        "别克",
        "张",
        "张三李四王",
        "成都市",
        "John Smith",
        "张*",
        "13812345678",
        "",
        "请联系",
        "老客户",
        "时代路"
      })
  void wordsThatAreNoNamesAreNotTakenForNames(String word) {
    assertThat(NameParts.looksLikeName(word)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"阿不都·热合曼", "买买提•艾力", "古丽.阿依"})
  void aNameAroundAMiddleDotLooksLikeOneWithoutAKnownSurname(String name) {
    assertThat(NameParts.looksLikeName(name)).isTrue();
  }

  @Test
  void thePartsAreNotShown() {
    assertThat(NameParts.of("欧阳鹏勇").orElseThrow().toString()).doesNotContain("欧阳", "鹏勇");
  }
}
