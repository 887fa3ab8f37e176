package io.tidemark.trace;

import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.terms.DisclosureId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/** Weighs every candidate. Immutable, thread-safe. */
public final class Tracer {
  /** The probability, before anything is weighed, that somebody has these people without us. */
  static final double OUTSIDE_PRIOR = 0.2;

  private final Holders holders;
  private final Function<String, RecipientKey> keys;

  /**
   * A tracer.
   *
   * @param holders who was given whom
   * @param keys each party's key
   */
  public Tracer(Holders holders, Function<String, RecipientKey> keys) {
    this.holders = holders;
    this.keys = keys;
  }

  /**
   * Weighs all candidates.
   *
   * @param reading what the leak shows
   * @param threshold the bound that must be met at this attempt
   */
  public Attribution attribute(Reading reading, double threshold) {
    Leak leak = reading.leak();
    List<Suspect> suspects = suspects(reading);
    LikelihoodRatio ratio = new LikelihoodRatio(leak);
    HolderModel model = new HolderModel(reading.rows().size(), holders.records());
    Places places = Places.of(leak);
    List<Weighed> weighed =
        suspects.parallelStream()
            .map(suspect -> weigh(suspect, reading, ratio, model, places))
            .toList();
    return new Judgement(leak, threshold, model.logOutside()).judge(weighed, suspects.size());
  }

  /**
   * A party with what it holds of the leak: the rows whose original it was given in this very
   * version, which the marks are weighed on, and how many rows each of its disclosures can explain.
   */
  private record Suspect(
      String party,
      BitSet rows,
      Map<Integer, Integer> rowsOf,
      Map<Integer, Integer> honeyOf,
      List<RecordedDisclosure> disclosures) {}

  private List<Suspect> suspects(Reading reading) {
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
      Suspect suspect =
          suspects.computeIfAbsent(
              disclosure.party(),
              party ->
                  new Suspect(
                      party, new BitSet(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>()));
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
          suspect.rowsOf().merge(number, 1, Integer::sum);
        }
      }
    }
    for (Reading.HoneyRow row : reading.honey()) {
      for (int number : row.disclosures()) {
        Suspect suspect = byDisclosure.get(number);
        if (suspect != null) {
          suspect.honeyOf().merge(number, 1, Integer::sum);
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
      Optional<DisclosureId> disclosure,
      double logMarks,
      double logHoney,
      double logHolders,
      int rowsExplained,
      int honeyRows) {
    double logEvidence() {
      return logMarks + logHoney;
    }
  }

  private Weighed weigh(
      Suspect suspect, Reading reading, LikelihoodRatio ratio, HolderModel model, Places places) {
    RecipientKey.Draw[] draws = keys.apply(suspect.party()).drawAll(places.packed());
    double logMarks =
        ratio.logOf(
            suspect.rows()::get,
            (position, carrier, biases) -> draws[places.of(position)].symbol(carrier, biases));
    Map<RecordedDisclosure, Double> byDisclosure = new LinkedHashMap<>();
    for (RecordedDisclosure disclosure : suspect.disclosures()) {
      int held = suspect.rowsOf().getOrDefault(disclosure.number(), 0);
      byDisclosure.put(disclosure, model.logFrom(held, disclosure.people()));
    }
    double[] each = byDisclosure.values().stream().mapToDouble(Double::doubleValue).toArray();
    double logHolders = HolderModel.logSum(each) - Math.log(each.length);
    int honeyRows = suspect.honeyOf().values().stream().mapToInt(Integer::intValue).sum();
    int honey = suspect.disclosures().stream().mapToInt(RecordedDisclosure::honey).sum();
    return new Weighed(
        suspect.party(),
        suspect.disclosures(),
        which(byDisclosure, suspect.honeyOf()),
        logMarks,
        HoneyEvidence.log(reading.read(), honey, honeyRows),
        logHolders,
        suspect.rows().cardinality(),
        honeyRows);
  }

  /**
   * The one disclosure that honey customers name, or that the rows fit twenty times better than the
   * others together.
   */
  private static Optional<DisclosureId> which(
      Map<RecordedDisclosure, Double> byDisclosure, Map<Integer, Integer> honeyOf) {
    if (honeyOf.size() == 1) {
      int number = honeyOf.keySet().iterator().next();
      return byDisclosure.keySet().stream()
          .filter(d -> d.number() == number)
          .map(RecordedDisclosure::id)
          .findFirst();
    }
    double all =
        HolderModel.logSum(
            byDisclosure.values().stream().mapToDouble(Double::doubleValue).toArray());
    return byDisclosure.entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .filter(best -> best.getValue() - all >= Math.log(0.95))
        .map(best -> best.getKey().id());
  }

  /** The distinct positions of a leak, packed for one call of the pseudo-random function. */
  private record Places(Map<Position, Integer> numbers, byte[] packed) {
    static Places of(Leak leak) {
      Map<Position, Integer> numbers = new LinkedHashMap<>();
      leak.rows()
          .forEach(
              row -> row.forEach(cell -> numbers.putIfAbsent(cell.position(), numbers.size())));
      byte[] packed = new byte[numbers.size() * Position.SIZE];
      numbers.forEach(
          (position, number) ->
              System.arraycopy(position.bytes(), 0, packed, number * Position.SIZE, Position.SIZE));
      return new Places(numbers, packed);
    }

    int of(Position position) {
      Integer number = numbers.get(position);
      if (number == null) {
        throw new IllegalArgumentException("the position is not of this leak");
      }
      return number;
    }
  }
}
