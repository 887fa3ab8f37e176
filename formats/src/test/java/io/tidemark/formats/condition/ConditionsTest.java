package io.tidemark.formats.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.select.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
  private static final Map<FieldClass, String> RECORD =
      Map.of(
          FieldClass.NAME, "王 芳",
          FieldClass.PLATE, "川A12345",
          FieldClass.EXPIRY, "2026-12-31",
          FieldClass.FIRST_REGISTRATION, "2021-03-05",
          FieldClass.PREMIUM, "3317.10",
          FieldClass.ADDRESS, "成都市武侯区人民南路(1号)",
          FieldClass.SALESPERSON, "张伟");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "终保日期 2026-12-01..2026-12-31 and 业务员=张伟",
        "终保日期2026-12-01..2026-12-31且业务员＝张伟",
        "终保日期 2026年12月1日至2026年12月31日",
        "终保日期 2026/12/1..",
        "终保日期 ..2026.12.31",
        "终保日期 ２０２６-１２-０１．．",
        "终保日期=2026/12/31",
        "终保日期 = \"2026-12-31\"",
        "终保日期 begins 2026-12",
        "EXPIRY 2026-12-01.. AND Salesperson = 张伟",
        "first registration ..2021-12-31",
        "first_registration in (2021-3-5)",
        "保费 3317.1..3317.1",
        "保费 = 3317.1",
        "保费 ..5000 and not 保费 ..3000",
        "车牌号 begins 川A",
        "车牌号 开头 川ａ",
        "车牌号=川a12345",
        "业务员 in (李娜, 张伟)",
        "业务员 属于（李娜、张伟）",
        "业务员 != 李娜",
        "业务员！＝李娜",
        "非 业务员=李娜",
        "业务员=李娜 or 业务员=张伟",
        "业务员=李娜 and 业务员=李娜 or 业务员=张伟",
        "（业务员=李娜 或 业务员=张伟）且 终保日期 2026-1-1..",
        "姓名=\"王 芳\"",
        "姓名=“王 芳”",
        "姓名 = '王 芳'",
        "备注=\"\"",
        "非 备注 != \"\"",
        "地址=\"成都市武侯区人民南路（1号）\"",
        "not not 业务员=张伟",
      })
  void thisHolds(String text) throws BadCondition {
    assertThat(holds(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "终保日期 2026-12-01..2026-12-30",
        "终保日期 2027-01-01..",
        "终保日期 != 2026-12-31",
        "保费 ..3317.09",
        "车牌号 begins 川B",
        "业务员 in (李娜, 王强)",
        "业务员=张伟 and (业务员=李娜 or 业务员=王强)",
        "not (业务员=张伟 or 业务员=李娜)",
        "初登日期=\"\"",
        "起保日期 ..2099-01-01",
      })
  void thisDoesNotHold(String text) throws BadCondition {
    assertThat(holds(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1 | column",
        "`   ` | 4 | column",
        "电话=1 | 1 | column",
        "names=x | 1 | column",
        "业务员 | 4 | =",
        "业务员 张伟 | 5 | =",
        "业务员= | 5 | value",
        "业务员=张 伟 | 7 | and",
        "业务员=张伟 and | 11 | column",
        "(业务员=张伟 | 8 | bracket",
        "业务员=张伟) | 7 | end",
        "业务员 in 张伟 | 8 | bracket",
        "业务员 in () | 9 | value",
        "业务员 in (张伟 李娜) | 12 | comma",
        "业务员 ..张 | 5 | =",
        "业务员=\"张 | 5 | value",
        "终保日期 | 5 | range",
        "终保日期 >= 2026-01-01 | 6 | range",
        "终保日期=2026-02-30 | 6 | calendar",
        "终保日期=明天 | 6 | date",
        "终保日期=\"明天\" | 6 | date",
        "终保日期 .. | 8 | date",
        "终保日期 2026-12-31..2026-12-01 | 6 | forwards",
        "终保日期 2026-12-31 | 16 | ..",
        "保费=免费 | 4 | amount",
        "保费 1.. and | 11 | column",
        "车牌号 begins \"\" | 12 | beginning",
        "𠮷=1 | 1 | column",
        "姓名=\"𠮷\" x | 8 | and",
      })
  void thisIsRefusedAtItsPosition(String text, int position, String expected) {
    BadCondition refusal = refusal(text);
    assertThat(refusal.position()).isEqualTo(position);
    assertThat(refusal.expected().en()).contains(expected);
    assertThat(refusal.words().zh()).contains("第 " + position + " 个字符");
  }

  @Test
  void theExamplesOfTheDocumentAreConditions() throws IOException, BadCondition {
    Path document = Path.of(System.getProperty("project.root", ".."), "docs/conditions.md");
    List<String> examples =
        Files.readAllLines(document).stream()
            .dropWhile(line -> !line.equals("```"))
            .skip(1)
            .takeWhile(line -> !line.equals("```"))
            .toList();
    assertThat(examples).hasSize(3);
    for (String example : examples) {
      assertThat(Conditions.parse(example).fields()).as(example).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aRefusalQuotesNoValue() {
    BadCondition refusal = refusal("手机号=13800138000 姓名=王芳");
    assertThat(refusal.words().toString() + refusal.getMessage())
        .doesNotContain("138")
        .doesNotContain("王芳");
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() {
    assertThat(refusal("(".repeat(9_000)).expected().en()).contains("32");
    assertThat(refusal("not ".repeat(4_000)).expected().en()).contains("32");
  }

  @Test
  void longTextIsReadOrRefused() throws BadCondition {
    Condition quotes = Conditions.parse("备注=\"" + "\"\"".repeat(9_000) + "\"");
    assertThat(quotes.holds(field -> PersonalText.of("\"".repeat(9_000)))).isTrue();
    assertThat(refusal("备注=" + "x".repeat(20_000)).position()).isEqualTo(20_001);
    String list = "业务员 in (" + "a,".repeat(1_000) + "a)";
    assertThat(refusal(list).expected().en()).contains("1000");
  }

  @Test
  void custodysOwnSpellingIsUsedWhereItIsGiven() throws BadCondition {
    Condition condition =
        Conditions.parse("手机号=\"+86 138-0013-8000\"", (field, value) -> "13800138000");
    assertThat(condition.holds(field -> PersonalText.of("13800138000"))).isTrue();
  }

  @Test
  void aConditionIsPrintedInEitherLanguage() throws BadCondition {
    Condition condition = Conditions.parse("not (name = x or expiry 2026-1-1..) and plate != y");
    assertThat(shown(condition, Language.ZH))
        .isEqualTo("非 (姓名 = x 或 终保日期 2026-01-01..) 且 车牌号 != Y");
    assertThat(shown(condition, Language.EN))
        .isEqualTo("not (name = x or expiry 2026-01-01..) and plate != Y");
  }

  private static String shown(Condition condition, Language language) {
    return Conditions.print(condition, language).reveal(Reveal.SELECT);
  }

  private static boolean holds(String text) throws BadCondition {
    return Conditions.parse(text).holds(field -> PersonalText.of(RECORD.getOrDefault(field, "")));
  }

  private static BadCondition refusal(String text) {
    return Optional.ofNullable(
            catchThrowableOfType(BadCondition.class, () -> Conditions.parse(text)))
        .orElseThrow();
  }
}
