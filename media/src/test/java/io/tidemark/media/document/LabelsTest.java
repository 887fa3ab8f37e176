package io.tidemark.media.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.media.ocr.Readings;
import io.tidemark.media.picture.Box;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
  private static List<String> found(String line) {
    Piece piece = new Piece(new Box(0, 0, 1, 0, 200, 20), Readings.of(line));
    return Labels.in(piece).stream()
        .map(found -> found.entry() + "=" + found.value().map(Piece::text).orElse(""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "号牌号码, PLATE=",
    "号牌号码川A12345, PLATE=川A12345",
    "所有入王小明, NAME=王小明",
    "车辆识别代号：LSV, VIN=LSV",
    "公民身份号码 510107, IDENTITY_NUMBER=510107",
    "性名, NAME="
  })
  void aLabelIsFoundWithWhatFollows(String line, String expected) {
    assertThat(found(line)).containsExactly(expected);
  }

  @Test
  void whatPrecedesALabelIsAValueToo() {
    Piece line = new Piece(new Box(0, 0, 1, 0, 200, 20), Readings.of("2020-04-03 发证日期"));
    assertThat(Labels.before(line).map(Piece::text)).contains("2020-04-03");
    assertThat(found("2020-04-03 发证日期2020-11-24")).containsExactly("ISSUED=2020-11-24");
  }

  @Test
  void severalLabelsOfALineAreParted() {
    assertThat(found("保险单号：PD2026 被保险人：王小明")).containsExactly("POLICY_NUMBER=PD2026", "NAME=王小明");
  }

  @ParameterizedTest
  @CsvSource({"王小明", "成都市武侯区", "川A12345", "姓王的人"})
  void aValueIsNoLabel(String line) {
    assertThat(found(line)).isEmpty();
  }

  @Test
  void theValuesPlaceIsItsOwn() {
    Piece line = new Piece(new Box(100, 0, 1, 0, 200, 20), Readings.of("所有人王小明"));
    Box value = Labels.in(line).get(0).value().orElseThrow().place();
    assertThat(value.x()).isBetween(145.0, 160.0);
    assertThat(value.length()).isBetween(85.0, 115.0);
  }
}
