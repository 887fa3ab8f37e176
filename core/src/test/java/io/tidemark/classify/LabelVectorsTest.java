package io.tidemark.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plain files in {@code vectors/classify}, good and bad. */
final class LabelVectorsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("project.root", ".."), "vectors", "classify");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final Labels LABELS = Labels.asOf(LocalDate.of(2026, 11, 24));

  @ParameterizedTest
  @CsvSource({
    "mobile, MOBILE, 35",
    "identity-number, IDENTITY_NUMBER, 35",
    "plate, PLATE, 45",
    "vin, VIN, 12",
    "date, EXPIRY, 40",
    "date, INCEPTION, 40",
    "date, FIRST_REGISTRATION, 40",
    "premium, PREMIUM, 30",
    "name, NAME, 20",
    "engine-number, ENGINE_NUMBER, 6",
    "policy-number, POLICY_NUMBER, 6"
  })
  void everyVectorHolds(String file, FieldClass field, int atLeast) throws IOException {
    List<String[]> vectors = vectors(file);
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(vectors)
        .allSatisfy(
            vector ->
                assertThat(shown(LABELS.label(field, vector[0])))
                    .as("%s of %s", field, vector[0])
                    .isEqualTo(vector[1] + "\t" + vector[2]));
  }

  @Test
  void anAddressAModelAndARemarkKeepTheirTextBetweenTheEnds() {
    for (FieldClass field :
        List.of(
            FieldClass.ADDRESS,
            FieldClass.MODEL,
            FieldClass.REMARK,
            FieldClass.SALESPERSON,
            FieldClass.AGENCY)) {
      assertThat(shown(LABELS.label(field, "\u3000\ufeff宋PLUS  ２０２３款（新） \r\n")))
          .isEqualTo("宋PLUS  ２０２３款（新）\t-");
    }
  }

  @Test
  void theOriginalIsKeptAsItWasRead() {
    LabelledValue value = LABELS.label(FieldClass.PLATE, " 川A·12345");
    assertThat(value.original().reveal(Reveal.CLASSIFY)).isEqualTo(" 川A·12345");
    assertThat(value.toString()).doesNotContain("12345");
  }

  @Test
  void aBirthIsInTheFutureOnlyUntilItsDayComes() {
    String born = "110101202612010019";
    assertThat(Labels.asOf(LocalDate.of(2026, 11, 30)).label(FieldClass.IDENTITY_NUMBER, born))
        .satisfies(early -> assertThat(early.suspicion()).isPresent());
    assertThat(Labels.asOf(LocalDate.of(2026, 12, 1)).label(FieldClass.IDENTITY_NUMBER, born))
        .satisfies(then -> assertThat(then.suspicion()).isEmpty());
  }

  private static String shown(LabelledValue value) {
    return value.canonical().reveal(Reveal.CLASSIFY)
        + "\t"
        + value.suspicion().map(Suspicion::code).orElse("-");
  }

  private static List<String[]> vectors(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file + ".tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .peek(parts -> assertThat(parts).hasSize(3))
        .map(parts -> new String[] {unescaped(parts[0]), unescaped(parts[1]), parts[2]})
        .toList();
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text.replace("\\t", "\t"))
        .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
  }
}
