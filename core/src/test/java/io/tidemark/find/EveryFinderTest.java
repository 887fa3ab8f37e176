package io.tidemark.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class EveryFinderTest {
  private static final Finder EVERY = new EveryFinder(new TextFinder());

  @Test
  void aPostGivesNumbersNamesAndAddresses() {
    assertThat(said("车主顾念慈，13812345678，川A12345，住成都市武侯区桐梓林北路2号"))
        .contains("NAME 顾念慈", "MOBILE 13812345678", "PLATE 川A12345", "ADDRESS 成都市武侯区桐梓林北路2号");
  }

  @Test
  void aRoadThatSoundsLikeAPersonIsPartOfItsAddress() {
    assertThat(said("张江路88号3栋2单元501室")).containsExactly("ADDRESS 张江路88号3栋2单元501室");
  }

  @Test
  void aNameWithGroundsGoesBeforeAPlaceThatIsDoubtful() {
    assertThat(said("华容")).containsExactly("ADDRESS 华容");
    assertThat(said("华容\n13812345678")).containsExactly("NAME 华容", "MOBILE 13812345678");
  }

  @Test
  void whereANumberStandsNothingElseIsTold() {
    String text = "顾念慈 13812345678";
    Finding whole =
        new Finding(
            FoundClass.WECHAT,
            new Span(0, text.length()),
            Confidence.HIGH,
            PersonalText.of(text),
            Finding.Form.WHOLE);
    List<Finding> found = new ArrayList<>();
    new EveryFinder((ignored, told) -> told.accept(whole)).find(text, found::add);
    assertThat(found).containsExactly(whole);
  }

  @Property(tries = 300)
  void findingsOfNamesAndAddressesOverlapNothing(@ForAll String text) {
    List<Finding> found = found(text + "张江路88号 王伟13812345678");
    for (Finding one : found) {
      for (Finding other : found) {
        boolean number = one.found() != FoundClass.NAME && one.found() != FoundClass.ADDRESS;
        assertThat(one == other || number || !one.span().overlaps(other.span())).isTrue();
      }
    }
  }

  private static List<String> said(String text) {
    return found(text).stream()
        .map(finding -> finding.found() + " " + finding.value().reveal(Reveal.CLASSIFY))
        .toList();
  }

  private static List<Finding> found(String text) {
    return Found.sorted(EVERY, text);
  }
}
