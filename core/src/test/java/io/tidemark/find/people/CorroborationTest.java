package io.tidemark.find.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.Found;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.TextFinder;
import io.tidemark.terms.PersonalText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CorroborationTest {
  private static final int SIZE = 100_000;

  static Stream<String> vectors() throws IOException {
    Path file =
        Path.of(System.getProperty("project.root", ".."), "vectors", "find", "confidence.tsv");
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aFindingOfAnotherKindNearbyRaisesOneStep(String line) {
    String[] cells = line.split("\t", -1);
    List<Finding> alone = Found.sorted(new TextFinder(), cells[0].replace("\\n", "\n"));
    List<Finding> together = Corroboration.inText(alone);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      seen.add(alone.get(i).found().id());
      seen.add(alone.get(i).confidence().words().en());
      seen.add(together.get(i).confidence().words().en());
    }
    assertThat(seen).isEqualTo(List.of(cells).subList(1, cells.length));
  }

  @Test
  void aNameBearsOutOnlyWhereItIsSureWithoutTheNumber() {
    Finding mobile = finding(FoundClass.MOBILE, 10, Confidence.MEDIUM);
    for (Confidence confidence : Confidence.values()) {
      List<Finding> together =
          Corroboration.inText(List.of(finding(FoundClass.NAME, 0, confidence), mobile));
      assertThat(together.get(0).confidence()).isEqualTo(confidence);
      assertThat(together.get(1).confidence())
          .isEqualTo(confidence == Confidence.HIGH ? Confidence.HIGH : Confidence.MEDIUM);
    }
  }

  @Test
  void inARecordDistanceDoesNotCount() {
    List<Finding> row =
        List.of(
            finding(FoundClass.PLATE, 0, Confidence.MEDIUM),
            finding(FoundClass.MOBILE, 5_000, Confidence.LOW));
    assertThat(Corroboration.inText(row)).isEqualTo(row);
    assertThat(Corroboration.inRecord(row))
        .extracting(Finding::confidence)
        .containsExactly(Confidence.MEDIUM, Confidence.MEDIUM);
  }

  /** What it says of itself, asked of every two. */
  @Property
  void eachRisesAsEveryTwoOfThemSay(@ForAll("findings") List<Finding> findings) {
    List<Finding> inText = Corroboration.inText(findings);
    List<Finding> inRecord = Corroboration.inRecord(findings);
    for (int i = 0; i < findings.size(); i++) {
      Finding one = findings.get(i);
      List<Finding> witnesses =
          findings.stream().filter(other -> family(other) != family(one) && sure(other)).toList();
      boolean near = witnesses.stream().anyMatch(other -> apart(one, other) <= Corroboration.NEAR);
      assertThat(inText.get(i)).isEqualTo(near ? risen(one) : one);
      assertThat(inRecord.get(i)).isEqualTo(witnesses.isEmpty() ? one : risen(one));
    }
  }

  @Property
  void orderDoesNotCountAndNothingFalls(
      @ForAll("findings") List<Finding> findings, @ForAll Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<Finding> together = Corroboration.inText(findings);
    assertThat(Corroboration.inText(order.stream().map(findings::get).toList()))
        .isEqualTo(order.stream().map(together::get).toList());
    for (int i = 0; i < findings.size(); i++) {
      assertThat(together.get(i).confidence()).isGreaterThanOrEqualTo(findings.get(i).confidence());
    }
  }

  @Test
  void tenTimesAsManyTakeNoMoreThanInProportion() {
    seconds(SIZE / 10);
    double few = seconds(SIZE / 10);
    assertThat(seconds(SIZE)).isLessThan(Math.max(1, few * 30));
  }

  private static double seconds(int count) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FoundClass found = i % 2 == 0 ? FoundClass.MOBILE : FoundClass.LANDLINE;
      findings.add(finding(found, 12 * i, Confidence.MEDIUM));
    }
    long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Corroboration.inText(findings);
    Corroboration.inRecord(findings);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
  }

  private static int apart(Finding one, Finding other) {
    return Math.max(
        one.span().start() - other.span().end(), other.span().start() - one.span().end());
  }

  private static boolean sure(Finding one) {
    return one.confidence() == Confidence.HIGH
        || (one.confidence() == Confidence.MEDIUM && one.found() != FoundClass.NAME);
  }

  private static Finding risen(Finding one) {
    Confidence next =
        one.confidence() == Confidence.LOW && one.found() != FoundClass.NAME
            ? Confidence.MEDIUM
            : one.found() == FoundClass.NAME ? one.confidence() : Confidence.HIGH;
    return new Finding(one.found(), one.span(), next, one.value(), one.form());
  }

  private static FoundClass family(Finding one) {
    return switch (one.found()) {
      case LANDLINE, MACHINE_NUMBER -> FoundClass.MOBILE;
      case PASSPORT -> FoundClass.IDENTITY_NUMBER_15;
      default -> one.found();
    };
  }

  @Provide
  Arbitrary<List<Finding>> findings() {
    Arbitrary<FoundClass> classes =
        Arbitraries.of(
            FoundClass.NAME,
            FoundClass.MOBILE,
            FoundClass.LANDLINE,
            FoundClass.PASSPORT,
            FoundClass.IDENTITY_NUMBER_15,
            FoundClass.PLATE,
            FoundClass.EXPIRY);
    return Combinators.combine(
            classes,
            Arbitraries.integers().between(0, 600),
            Arbitraries.integers().between(1, 200),
            Arbitraries.of(Confidence.values()))
        .as(CorroborationTest::finding)
        .list()
        .ofMaxSize(12);
  }

  private static Finding finding(FoundClass found, int at, Confidence confidence) {
    return finding(found, at, 11, confidence);
  }

  private static Finding finding(FoundClass found, int at, int length, Confidence confidence) {
    return new Finding(
        found, new Span(at, at + length), confidence, PersonalText.of("x"), Finding.Form.WHOLE);
  }
}
