package io.tidemark.chainsim.holders;

import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.RecordId;
import io.tidemark.trace.Attribution;
import io.tidemark.trace.Bound;
import io.tidemark.trace.Holders;
import io.tidemark.trace.Invented;
import io.tidemark.trace.LeakedRow;
import io.tidemark.trace.Original;
import io.tidemark.trace.Reading;
import io.tidemark.trace.RecordedCopy;
import io.tidemark.trace.RecordedDisclosure;
import io.tidemark.trace.Tracer;
import io.tidemark.vault.Commitment;
import io.tidemark.vault.Content;
import io.tidemark.vault.Locator;
import io.tidemark.vault.OpenedRecord;
import io.tidemark.vault.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/** Holders over sets in memory, and what tracing says of leaks that show no spelling. */
final class SetHolders implements Holders {
  private static final double THRESHOLD = 1e-6;

  private final int people;
  private final List<RecordedDisclosure> disclosures = new ArrayList<>();
  private final List<BitSet> lists = new ArrayList<>();

  SetHolders(int people) {
    this.people = people;
  }

  static SetHolders of(NestedChain chain) {
    SetHolders holders = new SetHolders(chain.people());
    chain.holders().forEach(holder -> holders.give(holder.id(), holder.people()));
    return holders;
  }

  void give(String party, BitSet list) {
    int number = disclosures.size() + 1;
    disclosures.add(
        new RecordedDisclosure(
            number,
            DisclosureId.random(),
            party,
            list.cardinality(),
            0,
            number,
            1,
            Set.of(FieldClass.values())));
    lists.add(list);
  }

  /** What tracing says of these people and of some rows about nobody. */
  Attribution trace(Collection<Integer> leaked, int rows) {
    List<Reading.Row> found = leaked.stream().map(SetHolders::row).toList();
    Reading reading = new Reading(found, List.of(), Math.max(rows, found.size()));
    return new Tracer(this, SetHolders::key, (disclosure, draw, row) -> 0)
        .attribute(reading, Bound.atAttempt(THRESHOLD, 1), Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private static RecipientKey key(String party) {
    return new RecipientKey(Digest.sha256(party).bytes());
  }

  private static Reading.Row row(int person) {
    LeakedRow leaked = new LeakedRow(person, Map.of(), Map.of(), PersonalText.of(""));
    OpenedRecord record =
        new OpenedRecord(
            new RecordId(person),
            new Content.Builder().build(),
            List.of(),
            () -> new Commitment(List.of()),
            0);
    return new Reading.Row(
        leaked,
        RoaringBitmap.bitmapOf(person),
        List.of(new Original(record, Shelf.LATEST)),
        List.of());
  }

  @Override
  public Map<Integer, RoaringBitmap> of(RoaringBitmap records) {
    Map<Integer, RoaringBitmap> holding = new HashMap<>();
    for (int record : records) {
      for (int i = 0; i < lists.size(); i++) {
        if (lists.get(i).get(record)) {
          holding
              .computeIfAbsent(record, r -> new RoaringBitmap())
              .add(disclosures.get(i).number());
        }
      }
    }
    return holding;
  }

  @Override
  public List<RecordedDisclosure> disclosures(RoaringBitmap numbers) {
    return disclosures.stream().filter(each -> numbers.contains(each.number())).toList();
  }

  @Override
  public Map<Long, Set<Invented>> honey(Locator kind, Collection<Long> tokens) {
    return Map.of();
  }

  @Override
  public Map<String, Long> honeyOf(Collection<String> parties, long before) {
    return Map.of();
  }

  @Override
  public long honey(long before) {
    return 0;
  }

  @Override
  public long records() {
    return people;
  }

  @Override
  public long parties() {
    return disclosures.stream().map(RecordedDisclosure::party).distinct().count();
  }

  @Override
  public Map<String, Long> given(Collection<String> parties) {
    return disclosures.stream()
        .filter(each -> parties.contains(each.party()))
        .collect(
            Collectors.groupingBy(
                RecordedDisclosure::party, Collectors.summingLong(RecordedDisclosure::people)));
  }

  @Override
  public long before(Instant time) {
    return time.getEpochSecond();
  }

  @Override
  public List<RecordedDisclosure> ofParty(String party, long before) {
    return disclosures.stream().filter(d -> d.party().equals(party) && d.entry() < before).toList();
  }

  @Override
  public Optional<RecordedCopy> copy(DisclosureId id) {
    return Optional.empty(); // nothing of these disclosures is made again
  }
}
