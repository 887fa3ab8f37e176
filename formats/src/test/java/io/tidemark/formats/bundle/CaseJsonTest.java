package io.tidemark.formats.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.HoneyRow;
import io.tidemark.evidence.CaseFile.Invented;
import io.tidemark.evidence.CaseFile.Rows;
import io.tidemark.evidence.CaseFormat.BadCase;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseJsonTest {
  private static final CaseJson JSON = new CaseJson();

  @Test
  void aCaseComesBackAsTheSameBytesEachTime() throws BadCase {
    byte[] once = JSON.write(SampleCase.of("named"));
    assertThat(JSON.write(SampleCase.of("named"))).isEqualTo(once);
    assertThat(JSON.write(JSON.read(once))).isEqualTo(once);
  }

  @Test
  void whatIsReadSaysTheSame() throws BadCase {
    CaseFile file = SampleCase.of("named");
    CaseFile read = JSON.read(JSON.write(file));
    assertThat(read.ranking()).isEqualTo(file.ranking());
    assertThat(read.honey()).isEqualTo(file.honey());
    assertThat(read.leak().get(0).cells()).isEqualTo(file.leak().get(0).cells());
    assertThat(read.leak().get(0).whole()).isEqualTo(file.leak().get(0).whole());
    assertThat(read.leak().get(0).records().get(0).digest())
        .isEqualTo(file.leak().get(0).records().get(0).digest());
  }

  @Property(tries = 300)
  void everyDoubleAndTextComesBack(
      @ForAll double threshold, @ForAll String text, @ForAll String personal) throws BadCase {
    CaseFile file =
        new CaseFile(
            text,
            1,
            List.of(),
            new Rows(0, 0, 0),
            text,
            0,
            threshold,
            -threshold,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(
                new HoneyRow(
                    1,
                    Map.of(FieldClass.PLATE, PersonalText.of(personal)),
                    List.of(new Invented(text, 7)))));
    assertThat(JSON.read(JSON.write(file))).isEqualTo(file);
  }

  private static CaseFile withMarks(List<CaseFile.Mark> marks) {
    CaseFile file = SampleCase.of("named");
    return new CaseFile(
        file.id(),
        file.attempt(),
        file.material(),
        file.rows(),
        file.verdict(),
        file.candidates(),
        file.threshold(),
        file.outside(),
        file.seen(),
        file.ranking(),
        file.leak(),
        file.honey(),
        marks);
  }

  @Property(tries = 100)
  void numbersOfPicturesComeBack(
      @ForAll long number, @ForAll double bound, @ForAll String text, @ForAll boolean accused)
      throws BadCase {
    CaseFile.Mark mark =
        new CaseFile.Mark(
            text,
            new CopyNumber(number),
            "picture",
            bound,
            text,
            Optional.of(text),
            7,
            3,
            2,
            accused);
    CaseFile.Mark own =
        new CaseFile.Mark(
            "b.pdf", new CopyNumber(1), "page", 1e-11, "ag-1", Optional.empty(), 9, 0, 0, false);
    CaseFile file = withMarks(List.of(mark, own));
    assertThat(JSON.read(JSON.write(file)).marks()).isEqualTo(file.marks());
  }

  @Test
  void aCaseWithoutNumbersHasOneSpelling() {
    String json =
        new String(JSON.write(withMarks(List.of())), StandardCharsets.UTF_8).stripTrailing();
    assertThat(json).doesNotContain("\"marks\"");
    String other = json.substring(0, json.length() - 1) + ",\"marks\":[]}\n";
    assertThatThrownBy(() -> JSON.read(other.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadCase.class);
  }

  @Test
  void halfACharacterPairComesBackOrIsNotWritten() throws BadCase {
    everyDoubleAndTextComesBack(0.1, "\ud842", "a\udfb7b\ud842");
  }

  @Test
  void aScoreThatIsNoNumberIsNotWritten() {
    CaseFile file = SampleCase.of("named");
    assertThatThrownBy(
            () ->
                JSON.write(
                    new CaseFile(
                        file.id(),
                        1,
                        file.material(),
                        file.rows(),
                        file.verdict(),
                        1,
                        Double.NaN,
                        0,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      "attempt":1            | "attempt":0            | /attempt
      "attempt":1            | "attempt":"1"          | /attempt
      "attempt":1            | "attempt":1,"more":1   | /material
      "attempt":1,           | ''                     | /attempt
      "attempt":1,           | "attempt":1,"attempt":1, | /material
      "attempt":1            | "attempt":99999999999  | /attempt
      "read":1400            | "read":1400.0          | /rows/read
      "read":1400            | "read":-1              | /rows/read
      "threshold":1.0E-6     | "threshold":1          | /threshold
      "threshold":1.0E-6     | "threshold":"NaN"      | /threshold
      "accused":true         | "accused":1            | /ranking/0/accused
      "disclosure":null      | "disclosure":7         | /ranking/1/disclosure
      "MOBILE":"13800138000" | "PHONE":"13800138000"  | /leak/0/cells
      tidemark/case/v2       | tidemark/case/v1       | /format
      "seen":"2026-10-01T16:00:00Z" | "seen":"yesterday" | /seen
      "lacking":["MOBILE"    | "lacking":["PHONE"     | /ranking/1/lacking/0
      """)
  void whatIsNotOfTheFormIsRefusedByItsPlace(String from, String to, String place) {
    assertThatThrownBy(() -> JSON.read(changed(from, to)))
        .isInstanceOf(BadCase.class)
        .hasMessageContaining(" " + place + ": expected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      "threshold":1.0E-6     | "threshold":1.00E-6
      "attempt":1            | "attempt": 1
      "id":"c-               | "id":"\\u0063-
      "name":"MOBILE"        | "name":"\\u004dOBILE"
      "MOBILE":"13800138000" | "MOBILE":"1","MOBILE":"13800138000"
      """)
  void anotherSpellingOfTheSameCaseIsRefused(String from, String to) {
    assertThatThrownBy(() -> JSON.read(changed(from, to)))
        .isInstanceOf(BadCase.class)
        .hasMessageContaining("expected the one spelling");
  }

  @Test
  void trailingBytesAreRefused() {
    assertThatThrownBy(() -> JSON.read(changed("]}\n", "]}\n{}"))).isInstanceOf(BadCase.class);
    assertThatThrownBy(() -> JSON.read(changed("]}\n", "]}\n\n"))).isInstanceOf(BadCase.class);
  }

  @Test
  void aRefusalQuotesNoValue() {
    byte[] bytes = JSON.write(SampleCase.of("named"));
    for (int cut = 0; cut < bytes.length; cut++) {
      byte[] part = Arrays.copyOf(bytes, cut);
      assertThatThrownBy(() -> JSON.read(part))
          .isInstanceOf(BadCase.class)
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SampleCase.PERSONAL))
          .hasNoCause();
    }
  }

  @Test
  void nestingWithoutEndIsRefused() {
    byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> JSON.read(deep)).isInstanceOf(BadCase.class);
  }

  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    try {
      assertThat(JSON.write(JSON.read(bytes))).isEqualTo(bytes);
    } catch (BadCase refused) {
      assertThat(refused).hasMessageStartingWith("not a case file: ");
    }
  }

  private static byte[] changed(String from, String to) {
    String text = new String(JSON.write(SampleCase.of("named")), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    String changed = text.substring(0, at) + to + text.substring(at + from.length());
    return changed.getBytes(StandardCharsets.UTF_8);
  }
}
