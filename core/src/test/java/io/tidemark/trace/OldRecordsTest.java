package io.tidemark.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.disclose.mark.Marker;
import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.OldRecords;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** What the catalogue 2026.1 sealed and released is opened, made again and traced today. */
final class OldRecordsTest {
  private final OldRecords old = new OldRecords();
  private final BiasKey biases = new BiasKey(old.keys().key(KeyRing.Use.BIAS));

  private RecipientKey key(String party) {
    return new RecipientKey(old.keys().derive(KeyRing.Use.RECIPIENT, party));
  }

  private List<OpenedRecord> opened() {
    try (Opened opened = old.open()) {
      return opened.records().toList();
    }
  }

  @Test
  void anOldRecordOpensToTheCommitmentThatWasStored() {
    for (OpenedRecord record : opened()) {
      assertThat(record.commitment().digest()).isEqualTo(old.commitment(record.id().number()));
      assertThat(record.offers().stream().flatMap(offer -> offer.carriers().stream()))
          .allMatch(carrier -> carrier.since().equals("2026.1"));
    }
  }

  @Test
  void anOldReleaseIsMadeAgainToTheLetter() {
    Marker marker = new Marker(biases, key("ag-1"));
    for (OpenedRecord record : opened()) {
      old.released()
          .get(record.id().number() - 1)
          .forEach(
              (field, text) ->
                  assertThat(marker.mark(field, record.content().original(field), record.offers()))
                      .isEqualTo(text));
    }
  }

  @Test
  void anOldReleaseIsTracedToItsRecipientAndToNobodyElse() {
    List<Match> found = new ArrayList<>();
    for (OpenedRecord record : opened()) {
      int number = record.id().number();
      Map<FieldClass, PersonalText> canonical = new EnumMap<>(FieldClass.class);
      canonical.put(FieldClass.MOBILE, record.content().canonical(FieldClass.MOBILE));
      LeakedRow row =
          new LeakedRow(number, old.released().get(number - 1), canonical, PersonalText.of(""));
      found.add(new Match(row, RoaringBitmap.bitmapOf(number), true, Set.of()));
    }
    Reading reading;
    try (Opened opened = old.open()) {
      reading = new Reader(biases).read(new Matches(found, found.size()), opened);
    }
    LikelihoodRatio ratio =
        new LikelihoodRatio(Leak.of(reading.rows().stream().map(Reading.Row::cells).toList()));
    double named = Math.log(1_000 / 5e-7);
    assertThat(logOf(ratio, "ag-1")).isGreaterThan(named);
    for (int other = 2; other < 200; other++) {
      assertThat(logOf(ratio, "ag-" + other)).isLessThan(named);
    }
  }

  private double logOf(LikelihoodRatio ratio, String party) {
    RecipientKey key = key(party);
    return ratio.logOf(
        row -> true, (position, carrier, weights) -> key.draw(position).symbol(carrier, weights));
  }

  @Test
  void anOfferThatIsNotOfItsValueLetsNothingOutUnmarked() {
    OpenedRecord record = opened().get(0);
    Offer wrong = new Offer(record.offers().get(0).position(), List.of(Carrier.AGENCY_FORM));
    Marker marker = new Marker(biases, key("ag-1"));
    assertThatThrownBy(
            () -> marker.mark(FieldClass.AGENCY, PersonalText.of("建国4S店"), List.of(wrong)))
        .isInstanceOf(IllegalStateException.class);
  }
}
