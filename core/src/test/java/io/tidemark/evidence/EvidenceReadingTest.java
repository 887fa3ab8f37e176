package io.tidemark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.disclose.mark.Marker;
import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Commitment;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.OldRecords;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Evidence about a record of an older catalogue is read by the carriers that it committed to. */
final class EvidenceReadingTest {
  private final OldRecords old = new OldRecords();

  @Test
  void aRecordOf20261IsReadFromItsCommittedContentAlone() {
    BiasKey biases = new BiasKey(old.keys().key(KeyRing.Use.BIAS));
    Marker marker =
        new Marker(biases, new RecipientKey(old.keys().derive(KeyRing.Use.RECIPIENT, "ag-1")));
    try (Opened opened = old.open()) {
      opened.records().forEach(record -> assertRead(record, marker));
    }
  }

  private void assertRead(OpenedRecord record, Marker marker) {
    int number = record.id().number();
    TreeMap<FieldClass, PersonalText> leaked = new TreeMap<>(old.released().get(number - 1));
    if (leaked.keySet().stream().anyMatch(Catalogue.marked()::contains)) {
      fuzzed(record, leaked);
    }
    leaked.put(FieldClass.MOBILE, record.content().canonical(FieldClass.MOBILE));
    CaseFile.LeakRow row =
        new CaseFile.LeakRow(number, leaked, PersonalText.of(""), List.of(record.commitment()));
    List<Leak.Cell> cells = EvidenceReading.cells(row);
    List<Shown> shown = new ArrayList<>();
    for (Offer offer : record.offers()) {
      for (int symbol : marker.symbols(offer)) {
        shown.add(new Shown(1 << symbol));
      }
    }
    assertThat(cells).extracting(Leak.Cell::shown).containsExactlyInAnyOrderElementsOf(shown);
    assertThat(EvidenceReading.faults(row)).isEmpty();
  }

  /** Whatever stands where a mark should be is a fault and stops nothing. */
  private static void fuzzed(OpenedRecord record, TreeMap<FieldClass, PersonalText> leaked) {
    SplittableRandom random = new SplittableRandom(record.id().number());
    for (int n = 0; n < 200; n++) {
      Commitment other =
          new Commitment(
              record.commitment().items().stream().map(item -> marked(item, random)).toList());
      CaseFile.LeakRow row = new CaseFile.LeakRow(1, leaked, PersonalText.of(""), List.of(other));
      assertThat(EvidenceReading.faults(row)).isNotEmpty();
      assertThat(EvidenceReading.leak(List.of(row)).telling()).isZero();
    }
  }

  /**
   * The item with one to three characters of its mark replaced or its carriers cut off, so that it
   * is none.
   */
  private static Commitment.Item marked(Commitment.Item item, SplittableRandom random) {
    if (!item.name().startsWith("mark ")) {
      return item;
    }
    StringBuilder mark = new StringBuilder(item.opening().orElseThrow().value());
    for (int i = random.nextInt(3); i >= 0; i--) {
      mark.setCharAt(random.nextInt(mark.length()), "g:-\n%".charAt(random.nextInt(5)));
    }
    mark.setLength(random.nextInt(3) == 0 ? random.nextInt(65) : mark.length());
    return new Commitment.Item(
        item.name(),
        item.hash(),
        Optional.of(new Commitment.Opening(item.opening().orElseThrow().salt(), mark.toString())));
  }
}
