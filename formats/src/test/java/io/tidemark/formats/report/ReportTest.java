package io.tidemark.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.Material;
import io.tidemark.evidence.CaseFile.Ranked;
import io.tidemark.formats.bundle.SampleCase;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private static final Facts FACTS = facts("华东一号汽车销售服务有限公司");

  private static Facts facts(String name) {
    return new Facts(
        Instant.parse("2026-11-24T08:00:00Z"),
        Map.of("dealer-7", name, "agency-2", "长江保险代理有限公司"),
        Map.of("d-0123456789abcdef", Instant.parse("2026-03-01T00:00:00Z")),
        "log.example/tidemark",
        12_345,
        Digest.sha256("root"),
        Optional.empty(),
        List.of(new Words("再读到约 6 行即可区分。", "About 6 more rows would tell them apart.")));
  }

  @Test
  void theVerdictStandsInBothLanguagesOnThePageAndInThePdf() throws IOException {
    Report report = Report.of(SampleCase.of("named"), FACTS);
    for (String text : List.of(html(report), text(report.pdf()))) {
      assertThat(flat(text))
          .contains(
              flat("结论：泄露的信息来自提供给华东一号汽车销售服务有限公司（dealer-7）的副本"),
              flat("Verdict: the leaked information comes from the copy released to"),
              flat("at most one in 4,300,000,000"),
              flat("1/1,000,000"),
              flat("A verdict names a copy, not a culprit"),
              flat("2026-03-01 08:00:00 +08:00"),
              flat("Nobody but the insurer vouches"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"probable", "cannot_separate", "inconclusive"})
  void withoutANamedCopyNobodyIsAccused(String verdict) throws IOException {
    Report report = Report.of(SampleCase.of(verdict), FACTS);
    for (String text : List.of(html(report), text(report.pdf()))) {
      assertThat(flat(text))
          .contains(
              "结论：不指认任何一方",
              flat("Verdict: nobody is accused"),
              flat("About 6 more rows would tell them apart"))
          .doesNotContain(flat("The accused copy"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"named", "inconclusive"})
  void noPersonalValueIsShown(String verdict) throws IOException {
    Report report = Report.of(SampleCase.of(verdict), FACTS);
    for (String text : List.of(html(report), text(report.pdf()))) {
      SampleCase.PERSONAL.forEach(value -> assertThat(flat(text)).doesNotContain(flat(value)));
      assertThat(flat(text)).doesNotContain("forsale");
    }
  }

  @Test
  void aNameCannotBeMarkupAndCannotTurnTheText() {
    String name = "<script>alert('1')</script> & \"Co\"\u202E\u0001";
    String html = html(Report.of(SampleCase.of("named"), facts(name)));
    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("\u202E")
        .contains(
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;Co&quot;\uFFFD\uFFFD");
    assertThat(Report.of(SampleCase.of("named"), facts(name)).pdf()).isNotEmpty();
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(html(Report.of(SampleCase.of("named"), FACTS)))
        .doesNotContain("http", "src=", "href=", "url(", "@import", "<script");
  }

  @Test
  void theSameCaseGivesTheSameBytesAndNoOtherTime() throws IOException {
    byte[] once = Report.of(SampleCase.of("named"), FACTS).pdf();
    assertThat(Report.of(SampleCase.of("named"), FACTS).pdf()).isEqualTo(once);
    try (PDDocument document = Loader.loadPDF(once)) {
      byte[] xmp = document.getDocumentCatalog().getMetadata().toByteArray();
      assertThat(new String(xmp, StandardCharsets.UTF_8))
          .contains("<xmp:CreateDate>2026-11-24T08:00:00Z</xmp:CreateDate>");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(FACTS.time());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"named", "probable", "cannot_separate", "inconclusive"})
  void evenAFullReportIsOnePageWithItsFontsInIt(String verdict) throws IOException {
    byte[] pdf = Report.of(full(SampleCase.of(verdict)), FACTS).pdf();
    Files.write(Path.of("target", "report-" + verdict + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      }
    }
    assertThat(pdf).hasSizeLessThan(400_000);
  }

  /** The verdict of nobody's rows, with a number that names and one that is contradicted. */
  private static CaseFile named(CaseFile file) {
    CaseFile.Mark names =
        new CaseFile.Mark(
            "王小明.jpg",
            new CopyNumber(0xabcdefL),
            "picture",
            2e-11,
            "dealer-7",
            Optional.of("d-0123456789abcdef"),
            41,
            3,
            3,
            true);
    CaseFile.Mark laidOver =
        new CaseFile.Mark(
            "b.jpg",
            new CopyNumber(2),
            "picture",
            2e-11,
            "agency-2",
            Optional.of("d-0123456789abcdeg"),
            42,
            5,
            0,
            false);
    return new CaseFile(
        file.id(),
        file.attempt(),
        file.material(),
        file.rows(),
        "named",
        file.candidates(),
        file.threshold(),
        file.outside(),
        file.seen(),
        file.ranking(),
        file.leak(),
        file.honey(),
        List.of(names, laidOver));
  }

  @Test
  void aNumberThatNamesAndOneThatIsContradictedAreTold() throws IOException {
    Report report = Report.of(named(SampleCase.of("inconclusive")), FACTS);
    for (String text : List.of(html(report), text(report.pdf()))) {
      assertThat(flat(text))
          .contains(
              flat("by number 0000000000abcdef"),
              flat("at most one in 50,000,000,000"),
              flat("3 / 3"),
              flat("contradict: 0 / 5"))
          .doesNotContain(flat("nobody is accused"), flat("王小明"));
    }
  }

  private static CaseFile full(CaseFile file) {
    List<Material> material = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      material.add(new Material("f" + i, Digest.sha256("f" + i)));
    }
    List<Ranked> ranking = new ArrayList<>(file.ranking());
    for (int i = 0; i < 9; i++) {
      ranking.add(
          new Ranked(
              "branch-" + i, Optional.empty(), -1, 0, 0, 0, 1, 0.001, 3, 0, Set.of(), false));
    }
    return new CaseFile(
        file.id(),
        file.attempt(),
        material,
        file.rows(),
        file.verdict(),
        file.candidates(),
        file.threshold(),
        file.outside(),
        file.seen(),
        ranking,
        file.leak(),
        file.honey());
  }

  private static String html(Report report) {
    return new String(report.html(), StandardCharsets.UTF_8);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String flat(String text) {
    return text.replaceAll("\\s", "");
  }
}
