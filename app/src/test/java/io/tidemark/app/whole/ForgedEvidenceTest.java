package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.Check;
import io.tidemark.evidence.People;
import io.tidemark.evidence.Verification;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.trace.Bound;
import io.tidemark.vault.Commitment;
import io.tidemark.vault.KeyRing;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a dishonest insurer signs with its own keys, in a ledger of its own, is refused by the check
 * that it is about.
 */
final class ForgedEvidenceTest {
  @TempDir private static Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Path zip = folder.resolve("bundle.zip");
  private Bundle honest;
  private Forger forger;

  ForgedEvidenceTest() throws Exception {
    if (!Files.exists(zip)) {
      Path leak = folder.resolve("leak.csv");
      FileShape.UTF8.write(leak, new Selection.Sample(28, 77).on(company.copy(Company.AGENT)));
      String id = company.desk.json(0, "trace", leak.toString()).get("case").asString();
      company.desk.json(0, "evidence", id, "--out", zip.toString());
    }
    honest = BundleFile.read(zip).bundle();
    forger = forger();
  }

  @BeforeEach
  void theTruthInTheForgersLedgerWouldPass() throws Exception {
    assertThat(failed()).isEmpty();
  }

  private Forger forger() {
    return new Forger(honest, company.held.keys().key(KeyRing.Use.LEDGER));
  }

  private Set<String> failed() throws Exception {
    return new Verification(forger.bundle(), Optional.of(VerifierKey.parse(company.key)))
        .run().stream()
            .filter(check -> check.needed() && !check.ok())
            .map(Check::name)
            .collect(Collectors.toSet());
  }

  private CaseFile.Ranked best() {
    return honest.file().ranking().get(0);
  }

  private void best(CaseFile.Ranked other) {
    List<CaseFile.Ranked> ranking = new ArrayList<>(honest.file().ranking());
    ranking.set(0, other);
    forger.file = file(honest.file().rows(), ranking, honest.file().leak(), List.of());
  }

  private CaseFile file(
      CaseFile.Rows rows,
      List<CaseFile.Ranked> ranking,
      List<CaseFile.LeakRow> leak,
      List<CaseFile.HoneyRow> honey) {
    CaseFile file = honest.file();
    List<CaseFile.HoneyRow> all = new ArrayList<>(file.honey());
    all.addAll(honey);
    return new CaseFile(
        file.id(),
        file.attempt(),
        file.material(),
        rows,
        file.verdict(),
        file.candidates(),
        file.threshold(),
        file.outside(),
        file.seen(),
        ranking,
        leak,
        all);
  }

  private void leak(UnaryOperator<CaseFile.LeakRow> change) {
    List<CaseFile.LeakRow> leak = new ArrayList<>(honest.file().leak());
    leak.set(0, change.apply(leak.get(0)));
    forger.file = file(honest.file().rows(), honest.file().ranking(), leak, List.of());
  }

  private void copies(UnaryOperator<Accused.Copy> change) {
    forger.accused =
        honest.accused().stream()
            .map(
                one ->
                    new Accused(
                        one.party(),
                        one.recipientKey(),
                        one.copies().stream().map(change).toList()))
            .toList();
  }

  /** Everybody in the copy but those whose record this row is read from. */
  private static People without(People people, CaseFile.LeakRow row) {
    Set<Digest> hidden = row.records().stream().map(Commitment::digest).collect(Collectors.toSet());
    byte[] leaves = people.bytes();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (int at = 0; at < leaves.length; at += People.LEAF) {
      byte[] leaf = Arrays.copyOfRange(leaves, at, at + People.LEAF);
      if (!hidden.contains(Digest.of(Arrays.copyOfRange(leaf, 16, People.LEAF)))) {
        kept.writeBytes(leaf);
      }
    }
    return People.of(kept.toByteArray());
  }

  @Test
  void aHeldRowThatDoesNotFitCannotBeLeftOut() throws Exception {
    copies(copy -> copy.of(without(copy.people(), honest.file().leak().get(0))));
    assertThat(failed()).contains("people");
    forger = forger();
    best(ranked(best().honeyAmong(), best().rowsExplained() - 1, best().disclosure()));
    assertThat(failed()).containsExactly("people");
  }

  private CaseFile.Ranked ranked(long among, int rows, Optional<String> disclosure) {
    CaseFile.Ranked best = best();
    return new CaseFile.Ranked(
        best.party(),
        disclosure,
        best.logMarks(),
        best.logHoney(),
        best.honey(),
        among,
        best.bound(),
        best.posterior(),
        rows,
        best.late(),
        best.lacking(),
        best.accused());
  }

  @Test
  void whoIsSaidToHoldNobodyAndHoldsSomebodyIsFound() throws Exception {
    best(ranked(1_000, best().rowsExplained(), best().disclosure()));
    assertThat(failed()).containsExactly("score");
  }

  @Test
  void theDisclosureThatTheEvidenceSpeaksForIsOneOfTheAccused() throws Exception {
    best(ranked(0, best().rowsExplained(), Optional.of("d-0000000000000000")));
    assertThat(failed()).containsExactly("score");
  }

  @Test
  void aResultOfAnotherInquiryIsRefused() throws Exception {
    Map<String, String> other =
        Map.of(
            "case", "c-0000000000000000",
            "attempt", "2",
            "material", Digest.sha256("other").toString(),
            "rows", "29",
            "seen", "2026-01-01T00:00:00Z");
    for (Map.Entry<String, String> line : other.entrySet()) {
      forger = forger().line("inquiry", line.getKey(), line.getValue());
      assertThat(failed()).as(line.getKey()).containsExactly("inquiry");
    }
    forger = forger();
    forger.more.add(
        Objects.requireNonNull(honest.ledger().entries().get(honest.inquiry())).entry());
    assertThat(failed()).containsExactly("inquiry");
    forger = forger().line("inquiry", "case");
    assertThat(failed()).containsExactly("inquiry");
  }

  @Test
  void rowsThatDoNotAddUpOrCountTwiceAreRefused() throws Exception {
    CaseFile file = honest.file();
    CaseFile.Rows rows = file.rows();
    forger.file =
        file(
            new CaseFile.Rows(rows.read(), rows.matched() - 1, rows.foreign() + 1),
            file.ranking(),
            file.leak(),
            List.of());
    assertThat(failed()).containsExactly("rows");
    forger = forger();
    forger.file =
        file(
            new CaseFile.Rows(rows.read(), rows.matched(), rows.foreign() + 1),
            file.ranking(),
            file.leak(),
            List.of());
    assertThat(failed()).containsExactly("rows");
    for (long number : new long[] {file.leak().get(1).number(), 0, rows.read() + 1}) {
      forger = forger();
      leak(row -> new CaseFile.LeakRow(number, row.cells(), row.whole(), row.records()));
      assertThat(failed()).as("row %s", number).containsExactly("rows");
    }
    forger = forger();
    CaseFile.Invented customer = new CaseFile.Invented("d-0000000000000000", 1);
    forger.file =
        file(
            new CaseFile.Rows(rows.read() + 1, rows.matched() + 1, rows.foreign()),
            file.ranking(),
            file.leak(),
            List.of(new CaseFile.HoneyRow(rows.read() + 1, Map.of(), List.of(customer, customer))));
    assertThat(failed()).contains("rows");
  }

  @Test
  void aRowThatAgreesInAModelAloneIsAboutNobody() throws Exception {
    leak(
        row -> {
          Map<FieldClass, PersonalText> cells = new TreeMap<>(row.cells());
          cells.keySet().retainAll(Set.of(FieldClass.NAME, FieldClass.MODEL));
          assertThat(cells).isNotEmpty();
          return new CaseFile.LeakRow(row.number(), cells, row.whole(), row.records());
        });
    assertThat(failed()).contains("readings").doesNotContain("rows", "people", "case");
  }

  @Test
  void aCopyThatWasNotDeliveredDoesNotCount() throws Exception {
    copies(
        copy ->
            new Accused.Copy(
                copy.disclosure(),
                copy.entry(),
                -1,
                copy.honeyKey(),
                copy.numbers(),
                copy.rebuiltRows(),
                copy.people()));
    assertThat(failed()).containsExactlyInAnyOrder("recorded-before", "copy");
    forger = forger().line("release", "disclosure", "d-0000000000000000");
    assertThat(failed()).containsExactly("copy");
  }

  @Test
  void aThresholdThatNoAttemptMayHaveAndATooSmallNumberOfCandidatesAreRefused() throws Exception {
    for (double threshold : new double[] {0.0051, 0, -1}) {
      forger = forger();
      forger.file = weighed(honest.file().candidates(), threshold);
      assertThat(failed()).as("%s", threshold).contains("bound").doesNotContain("case");
    }
    forger = forger();
    forger.file = weighed(1, honest.file().threshold());
    assertThat(failed()).containsExactly("bound");
  }

  /** With bounds that follow from these numbers. */
  private CaseFile weighed(int candidates, double threshold) {
    CaseFile file = honest.file();
    return new CaseFile(
        file.id(),
        file.attempt(),
        file.material(),
        file.rows(),
        file.verdict(),
        candidates,
        threshold,
        file.outside(),
        file.seen(),
        file.ranking().stream()
            .map(
                one ->
                    new CaseFile.Ranked(
                        one.party(),
                        one.disclosure(),
                        one.logMarks(),
                        one.logHoney(),
                        one.honey(),
                        one.honeyAmong(),
                        Bound.of(candidates, one.logMarks() + one.logHoney()),
                        one.posterior(),
                        one.rowsExplained(),
                        one.late(),
                        one.lacking(),
                        one.accused()))
            .toList(),
        file.leak(),
        file.honey());
  }

  @Test
  void aMarkThatIsNoneFailsItsCheckAndHidesNoOther() throws Exception {
    for (String mark : List.of("", "x", "0 0 UNIT", "zz ".repeat(3), "\u0001 ,")) {
      forger = forger();
      leak(
          row ->
              new CaseFile.LeakRow(
                  row.number(),
                  row.cells(),
                  row.whole(),
                  row.records().stream().map(record -> marked(record, mark)).toList()));
      Bundle forged = forger.bundle();
      assertThat(failed()).as(mark).contains("readings", "people").doesNotContain("ledger");
      assertThat(new Verification(forged, Optional.empty()).run()).hasSize(17);
    }
  }

  private static Commitment marked(Commitment record, String mark) {
    return new Commitment(
        record.items().stream()
            .map(
                item ->
                    item.name().startsWith("mark ") && item.opening().isPresent()
                        ? new Commitment.Item(
                            item.name(),
                            item.hash(),
                            Optional.of(new Commitment.Opening(item.opening().get().salt(), mark)))
                        : item)
            .toList());
  }

  @Test
  void aTimeThatIsNoneFailsAndDoesNotStopTheOthers() throws Exception {
    forger = forger().line("disclosure", "time", "yesterday");
    forger.file = weighed(honest.file().candidates(), honest.file().threshold());
    assertThat(new Verification(forger.bundle(), Optional.empty()).run()).hasSize(17);
  }

  /** The weaker verdict may stand behind somebody, and the silent ones behind nobody. */
  @Test
  void aVerdictThatDoesNotStandBehindWhomItAccusesIsRefused() throws Exception {
    Map<String, Set<String>> expected =
        Map.of(
            "probable", Set.of(),
            "inconclusive", Set.of("verdict"),
            "cannot_separate", Set.of("verdict"),
            "certain", Set.of("verdict"));
    for (Map.Entry<String, Set<String>> one : expected.entrySet()) {
      CaseFile file = honest.file();
      forger = forger();
      forger.file =
          new CaseFile(
              file.id(),
              file.attempt(),
              file.material(),
              file.rows(),
              one.getKey(),
              file.candidates(),
              file.threshold(),
              file.outside(),
              file.seen(),
              file.ranking(),
              file.leak(),
              file.honey());
      assertThat(failed()).as(one.getKey()).isEqualTo(one.getValue());
    }
  }
}
