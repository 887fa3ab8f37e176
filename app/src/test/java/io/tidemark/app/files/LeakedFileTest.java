package io.tidemark.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.trace.LeakedRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rows of a leaked table are taken to say. */
final class LeakedFileTest {
  @TempDir private Path folder = Path.of(".");

  private List<LeakedRow> rows(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("leak.csv"), text);
    List<LeakedRow> rows = new ArrayList<>();
    try (LeakedFile leak = new LeakedFile(List.of(file))) {
      leak.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static List<String> said(List<LeakedRow> rows, FieldClass field) {
    return rows.stream()
        .map(row -> row.canonical().getOrDefault(field, PersonalText.of("")).reveal(Reveal.TRACE))
        .toList();
  }

  @Test
  void theDatesOfAColumnDecideTheirOrder() throws Exception {
    List<LeakedRow> rows = rows("手机号,终保日期\n13812345678,01/11/2026\n13912345678,25/12/2026\n");
    assertThat(said(rows, FieldClass.EXPIRY)).containsExactly("2026-11-01", "2026-12-25");
    assertThat(rows.get(0).raw()).containsEntry(FieldClass.EXPIRY, PersonalText.of("01/11/2026"));
  }

  @Test
  void aColumnThatDoesNotDecideSaysNoDay() throws Exception {
    List<LeakedRow> rows = rows("手机号,终保日期\n13812345678,01/11/2026\n13912345678,02/12/2026\n");
    assertThat(said(rows, FieldClass.EXPIRY)).containsExactly("01/11/2026", "02/12/2026");
  }

  @Test
  void theFirstOfTwoPhonesIsTaken() throws Exception {
    assertThat(said(rows("姓名,手机号\n李四,13812345678/13912345678\n"), FieldClass.MOBILE))
        .containsExactly("13812345678");
  }

  @Test
  void aHeadingInTheMiddleNamesTheColumnsAnew() throws Exception {
    List<LeakedRow> rows = rows("姓名,手机号\n李四,13812345678\n手机号,姓名\n13912345678,王五\n");
    assertThat(said(rows, FieldClass.MOBILE)).containsExactly("13812345678", "13912345678");
    assertThat(said(rows, FieldClass.NAME)).containsExactly("李四", "王五");
  }

  @Test
  void aLineThatDoesNotFitIsReadAsText() throws Exception {
    List<LeakedRow> rows = rows("姓名,手机号,地址\n李四,13812345678,成都市,红星路1号\n王五,13912345678\n");
    assertThat(said(rows, FieldClass.MOBILE)).containsExactly("13812345678", "13912345678");
    assertThat(rows).allSatisfy(row -> assertThat(row.whole().isEmpty()).isFalse());
  }

  @Test
  void aLineThatTellsNobodyIsNoRow() throws Exception {
    assertThat(rows("姓名,手机号\n李四,13812345678\n还有吗\n")).hasSize(1);
  }
}
