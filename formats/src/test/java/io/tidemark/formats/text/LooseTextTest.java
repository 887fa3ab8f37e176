package io.tidemark.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseTextTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "车牌川A12345 李先生 138 1234 5678 12月到期 朗逸 报价3200 # MOBILE # 13812345678",
        "车牌川A12345 李先生 138 1234 5678 12月到期 朗逸 报价3200 # PLATE # 川A12345",
        "车牌川A12345 李先生 138 1234 5678 12月到期 朗逸 报价3200 # NAME # 李先生",
        "手机：１３８-１２３４-５６７８ # MOBILE # 13812345678",
        "+86 13812345678/川AD12345 # MOBILE # 13812345678",
        "川AD12345/张伟/+8613812345678 # PLATE # 川AD12345",
        "川AD12345/张伟/+8613812345678 # NAME # 张伟",
        "一三八一二三四五六七八 # MOBILE # 13812345678",
        "幺三八 12345678打这个 # MOBILE # 13812345678",
        "①③⑧1234 5678 # MOBILE # 13812345678",
        "①13812345678 # MOBILE # 13812345678",
        "1️⃣3️⃣8️⃣12345678 # MOBILE # 13812345678",
        "1️⃣13812345678 # MOBILE # 13812345678",
        "壹叁捌-壹贰叁肆-伍陆柒捌 # MOBILE # 13812345678",
        "幺三八 洞洞洞拐 五六七八 # MOBILE # 13800075678",
        "138OOl23456 # MOBILE # 13800123456",
        "l38 1234 5678 # MOBILE # 13812345678",
        "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 # MOBILE # 13812345678",
        "138.1234.5678 # MOBILE # 13812345678",
        "138*1234*5678 # MOBILE # 13812345678",
        "138****5678 # MOBILE # ",
        "138****5678 1234 # MOBILE # ",
        "1 3 8 1 2 3 4 5 6 7 8 # MOBILE # 13812345678",
        "1​3​812345678 # MOBILE # 13812345678",
        "微信VX13812345678 # MOBILE # 13812345678",
        "打13812345678一次就行 # MOBILE # 13812345678",
        "报价 15 30 200 3400 # MOBILE # ",
        "川 A 1 2 3 4 5 # PLATE # 川A12345",
        "川a1234o # PLATE # 川A12340",
        "川A一二三四五 # PLATE # 川A12345",
        "川A①②③④⑤ # PLATE # 川A12345",
        "川A 123 45 # PLATE # 川A12345",
        "川A12345 8座 # PLATE # 川A12345",
        "川A12345 D座 # PLATE # 川A12345",
        "川A1234513812345678 # PLATE # 川A12345",
        "川A1234513812345678 # MOBILE # 13812345678",
        "鄂LGH5R21五二七九五零零八八三 # PLATE # 鄂LGH5R2",
        "鄂LGH5R21五二七九五零零八八三 # MOBILE # 15279500883",
        "粤 M D X T 9 H 4 1 3 1 2 0 3 3 7 9 6 1 # PLATE # 粤MDXT9H4",
        "粤 M D X T 9 H 4 1 3 1 2 0 3 3 7 9 6 1 # MOBILE # 13120337961",
        "粤 M D X T 9 H 1 3 1 2 0 3 3 7 9 6 1 # PLATE # 粤MDXT9H",
        "买了新CHERRY # PLATE # ",
        "车牌川BJSKUN # PLATE # 川BJSKUN",
        "LMGVSG7E2LC8I34I3 # VIN # LMGVSG7E2LC813413",
        "车架号 LMGV SG7E 2LC8 13413 # VIN # LMGVSG7E2LC813413",
        "HELLO WORLD ABCD 1234 # VIN # ",
        "身份证 五一零一一七一九七七零九三零八八二五 # IDENTITY_NUMBER # 510117197709308825",
        "身份证 五一零一一七一九七七零九三零八八二六 # IDENTITY_NUMBER # ",
        "2026年12月5日到期 # EXPIRY # 2026年12月5日",
        "到期日：2026-12-05 # EXPIRY # 2026-12-05",
        "12月5号到期 # EXPIRY # ",
        "李建国先生 # NAME # 李建国",
        "车架 lmgvsg7e2lc813413, # VIN # LMGVSG7E2LC813413",
        "身份证510117 1977 0930 882x # IDENTITY_NUMBER # 51011719770930882X",
        "老证510117770930882 # IDENTITY_NUMBER # 510117770930882",
        "保单PDZA2025621929145964到期 # POLICY_NUMBER # PDZA2025621929145964",
        "保单号：2026-00001234 # POLICY_NUMBER # 202600001234",
        "车主：买买提·吾守尔 手机 # NAME # 买买提·吾守尔",
        "川A·12345 # PLATE # 川A12345",
        "报价3200，12月到期 # MOBILE # ",
        "订单 9138123456780000 # MOBILE # "
      })
  void piecesAreFoundInPlainForm(String line, FieldClass kind, String value) {
    List<String> found =
        PieceFinder.find(line).stream()
            .filter(piece -> piece.kind() == kind)
            .map(piece -> piece.value().reveal(Reveal.TRACE))
            .toList();
    assertThat(found).isEqualTo(value == null ? List.of() : List.of(value));
  }

  @Test
  void anIdentityNumberIsNotAlsoAPhone() {
    assertThat(PieceFinder.find("510117138123456789 51011719770930882X"))
        .extracting(Piece::kind)
        .doesNotContain(FieldClass.MOBILE);
  }

  @Test
  void linesKeepTheirNumbersAndTheirWholeText() throws Exception {
    Path file = folder.resolve("chat.txt");
    Files.write(file, "\r\n成都市武侯区\r\n\r\n13812345678\r\n".getBytes(TextEncoding.GB18030.charset()));
    try (LooseText text = LooseText.open(file)) {
      LooseLine first = text.next().orElseThrow();
      assertThat(first.line()).isEqualTo(2);
      assertThat(first.whole().reveal(Reveal.TRACE)).isEqualTo("成都市武侯区");
      assertThat(first.toString()).doesNotContain("成都");
      assertThat(text.next().orElseThrow().line()).isEqualTo(4);
      assertThat(text.next()).isEmpty();
    }
  }
}
