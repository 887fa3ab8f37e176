package io.tidemark.trace;

import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.terms.DisclosureId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/** Weighs every candidate. Immutable, thread-safe. */
public final class Tracer {
  private final Holders holders;
  private final Function<String, RecipientKey> keys;
  private final HoneyFactor honeyFactor;

  /**
   * A tracer.
   *
   * @param holders who was given whom
   * @param keys each party's key
   * @param honeyFactor how a row speaks for a honey customer
   */
  public Tracer(Holders holders, Function<String, RecipientKey> keys, HoneyFactor honeyFactor) {
    this.holders = holders;
    this.keys = keys;
    this.honeyFactor = honeyFactor;
  }

  /**
   * Weighs all candidates.
   *
   * @param reading what the leak shows
   * @param threshold the bound that must be met at this attempt
   * @param inquiry the ledger index of the inquiry: honey customers of earlier disclosures count
   * @param before the ledger index of the first entry after the material was seen: later
   *     disclosures cannot have leaked it. It counts for the posterior, never for the bound
   */
  public Attribution attribute(Reading reading, double threshold, long inquiry, long before) {
    Leak leak = reading.leak();
    List<Suspect> suspects = suspects(reading, inquiry);
    HoneySightings honey = HoneySightings.of(reading, suspects, holders, honeyFactor, inquiry);
    LikelihoodRatio ratio = new LikelihoodRatio(leak);
    BitSet people = Sources.people(reading);
    HolderModel model = new HolderModel(people.cardinality(), holders.records());
    Sources sources =
        new Sources(
            reading,
            model.custody(),
            before,
            holders.given(suspects.stream().map(Suspect::party).toList()));
    List<Weighed> weighed =
        suspects.parallelStream().map(suspect -> weigh(suspect, ratio, sources, honey)).toList();
    Explanations explanations =
        new Explanations(
            model, people, holders.parties(), weighed.stream().map(Weighed::holding).toList());
    return new Judgement(leak, threshold, honey.candidates(), explanations).judge(weighed);
  }

  /**
   * A party with what it holds of the leak: the rows whose original it was given in this very
   * version, which the marks are weighed on, and the rows that each of its disclosures can explain.
   */
  record Suspect(
      String party,
      BitSet rows,
      Map<Integer, BitSet> rowsOf,
      List<RecordedDisclosure> disclosures) {
    /**
     * Whether it was given one of the leaked people as the leak shows them; else it is here for a
     * honey customer, or for a person whom it was given in another version.
     */
    boolean holds() {
      return !rows.isEmpty();
    }
  }

  private List<Suspect> suspects(Reading reading, long inquiry) {
    RoaringBitmap records = new RoaringBitmap();
    reading.rows().forEach(row -> records.or(row.records()));
    Map<Integer, RoaringBitmap> holding = holders.of(records);
    List<RoaringBitmap> byRow =
        reading.rows().stream().map(row -> union(row.records(), holding)).toList();
    RoaringBitmap numbers = new RoaringBitmap();
    byRow.forEach(numbers::or);
    reading.honey().forEach(row -> numbers.or(row.disclosures()));

    Map<String, Suspect> suspects = new TreeMap<>();
    Map<Integer, Suspect> byDisclosure = new HashMap<>();
    Map<Integer, Long> asOf = new HashMap<>();
    for (RecordedDisclosure disclosure : holders.disclosures(numbers)) {
      if (disclosure.entry() >= inquiry) {
        continue; // recorded while this inquiry ran
      }
      Suspect suspect =
          suspects.computeIfAbsent(
              disclosure.party(),
              party -> new Suspect(party, new BitSet(), new TreeMap<>(), new ArrayList<>()));
      suspect.disclosures().add(disclosure);
      byDisclosure.put(disclosure.number(), suspect);
      asOf.put(disclosure.number(), disclosure.asOf());
    }
    for (int row = 0; row < byRow.size(); row++) {
      for (int number : byRow.get(row)) {
        Suspect suspect = byDisclosure.get(number);
        if (suspect != null) {
          boolean given =
              given(number, asOf.getOrDefault(number, 0L), reading.rows().get(row), holding);
          suspect.rows().set(row, suspect.rows().get(row) || given);
          suspect.rowsOf().computeIfAbsent(number, n -> new BitSet()).set(row);
        }
      }
    }
    return List.copyOf(suspects.values());
  }

  /** Whether the disclosure holds one of the versions that the row is read from. */
  private static boolean given(
      int number, long asOf, Reading.Row row, Map<Integer, RoaringBitmap> holding) {
    return row.originals().stream()
        .filter(original -> original.givenAt(asOf))
        .map(original -> holding.get(original.record().id().number()))
        .anyMatch(holders -> holders != null && holders.contains(number));
  }

  private static RoaringBitmap union(RoaringBitmap records, Map<Integer, RoaringBitmap> holding) {
    RoaringBitmap numbers = new RoaringBitmap();
    for (int record : records) {
      numbers.or(holding.getOrDefault(record, new RoaringBitmap()));
    }
    return numbers;
  }

  /** A candidate before the candidates are compared. */
  record Weighed(
      String party,
      List<RecordedDisclosure> disclosures,
      Optional<DisclosureId> honeyOf,
      double logMarks,
      double logHoney,
      Sources.Of sources,
      int rowsExplained,
      HoneySightings.Seen honey) {
    double logEvidence() {
      return logMarks + logHoney;
    }

    Explanations.Holding holding() {
      return new Explanations.Holding(party, logEvidence(), sources.sources());
    }
  }

  private Weighed weigh(
      Suspect suspect, LikelihoodRatio ratio, Sources sources, HoneySightings sightings) {
    double logMarks = ratio.logOf(suspect.rows()::get, keys.apply(suspect.party()));
    HoneySightings.Seen honey = sightings.seen(suspect);
    return new Weighed(
        suspect.party(),
        suspect.disclosures(),
        honey.disclosure(),
        logMarks,
        honey.log(),
        sources.of(suspect.party(), suspect.disclosures(), suspect.rowsOf()),
        suspect.rows().cardinality(),
        honey);
  }
}
