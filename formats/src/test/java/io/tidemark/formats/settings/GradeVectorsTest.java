package io.tidemark.formats.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.GradedSet;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Policy.Combination;
import io.tidemark.classify.ColumnKinds;
import io.tidemark.classify.ColumnRecognition;
import io.tidemark.classify.NamedColumn;
import io.tidemark.classify.RecognisedColumn;
import io.tidemark.classify.SampledColumn;
import io.tidemark.formats.table.Headings;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Kind;
import io.tidemark.terms.PersonalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code vectors/grade}, under the built-in policy. */
class GradeVectorsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("project.root", ".."), "vectors/grade");
  private static final Policy POLICY = PolicyFile.builtIn();
  private static final Headings HEADINGS = Headings.usual().with(Kinds.usual().headings());

  static Stream<String> good() throws IOException {
    return lines("good.tsv");
  }

  static Stream<String> bad() throws IOException {
    return lines("bad.tsv");
  }

  static Stream<String> columns() throws IOException {
    return lines("columns.tsv");
  }

  private static Stream<String> lines(String file) throws IOException {
    return Files.readAllLines(VECTORS.resolve(file)).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"));
  }

  private static GradedSet set(String kinds) {
    Set<Kind> named =
        Arrays.stream(kinds.split(","))
            .map(name -> Kinds.usual().named(name).orElseThrow())
            .collect(Collectors.toUnmodifiableSet());
    return GradedSet.of(POLICY, named);
  }

  @ParameterizedTest
  @MethodSource("good")
  void kindsTogetherHaveTheirGradeAndNameWhatRaisesThem(String line) {
    String[] parts = line.split("\t");
    GradedSet set = set(parts[0]);
    assertThat(set.grade().id()).isEqualTo(parts[1]);
    List<String> expected = parts[2].equals("-") ? List.of() : List.of(parts[2].split(";"));
    assertThat(set.combinations())
        .extracting(GradeVectorsTest::name)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String name(Combination combination) {
    return combination.fields().stream()
        .sorted()
        .map(FieldClass::zh)
        .collect(Collectors.joining("+"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aWrongGradeIsNotGiven(String line) {
    String[] parts = line.split("\t");
    assertThat(Grade.named(parts[1])).isPresent();
    assertThat(set(parts[0]).grade().id()).as(parts[2]).isNotEqualTo(parts[1]);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void aColumnIsRecognisedByHeadingAndContent(String line) {
    String[] parts = line.split("\t");
    String heading = parts[0].equals("-") ? "" : parts[0];
    List<PersonalText> values =
        Arrays.stream(parts[1].split("\\|", -1)).map(PersonalText::of).toList();
    RecognisedColumn found =
        new ColumnKinds(ColumnRecognition.asOf(LocalDate.of(2026, 11, 24)), Kinds.usual().others())
            .recognise(
                List.of(
                    new NamedColumn(
                        new SampledColumn(heading, values),
                        HEADINGS.kind(heading),
                        Optional.empty())))
            .get(0);
    assertThat(found.kind().map(Kind::zh).orElse("-")).isEqualTo(parts[2]);
    assertThat(found.how().id()).isEqualTo(parts[3]);
    assertThat(found.sure()).as("sure, at %s", found.confidence()).isEqualTo(parts[4].equals("no"));
    assertThat(found.confidence()).isBetween(0.0, 1.0);
  }
}
