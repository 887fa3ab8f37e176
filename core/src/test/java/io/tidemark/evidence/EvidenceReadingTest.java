package io.tidemark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.disclose.mark.Marker;
import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.OldRecords;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import java.util.ArrayList;
import java.util.List;
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
    CaseFile.LeakRow row =
        new CaseFile.LeakRow(
            number,
            new TreeMap<>(old.released().get(number - 1)),
            PersonalText.of(""),
            List.of(record.commitment()));
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
}
