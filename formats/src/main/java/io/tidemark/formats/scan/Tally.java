package io.tidemark.formats.scan;

import io.tidemark.find.FoundClass;
import io.tidemark.formats.settings.Thresholds;
import io.tidemark.terms.Grade;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a scan found. Not thread-safe. */
public final class Tally {
  private final Thresholds thresholds;
  private final Map<FoundClass, Long> classes = new EnumMap<>(FoundClass.class);
  private final Map<Grade, Long> grades = new TreeMap<>();
  private final Map<Thresholds.Tier, BitSet> people = new LinkedHashMap<>();
  private long findings;
  private long most;
  private long damaged;

  /** Counts against these thresholds. */
  public Tally(Thresholds thresholds) {
    this.thresholds = thresholds;
    thresholds.tiers().forEach(tier -> people.put(tier, new BitSet()));
  }

  /** Counts one. */
  public void add(Sighting sighting) {
    findings++;
    FoundClass found = sighting.finding().found();
    classes.merge(found, 1L, Long::sum);
    grades.merge(sighting.grade(), 1L, Long::sum);
    damaged += sighting.finding().form() == io.tidemark.find.Finding.Form.DAMAGED ? 1 : 0;
    most = Math.max(most, sighting.person());
    if (sighting.person() > 0 && sighting.person() < Integer.MAX_VALUE) {
      thresholds.of(found.kind()).ifPresent(tier -> bits(tier).set((int) sighting.person()));
    }
  }

  private BitSet bits(Thresholds.Tier tier) {
    return people.computeIfAbsent(tier, any -> new BitSet());
  }

  /** How many findings there are. */
  public long findings() {
    return findings;
  }

  /** How many people and vehicles. */
  public long people() {
    return most;
  }

  /** How many of the findings were destroyed by a spreadsheet. */
  public long damaged() {
    return damaged;
  }

  /** How many of each class, in their order. */
  public Map<FoundClass, Long> classes() {
    return classes;
  }

  /** How many of each grade, the lightest first. */
  public Map<Grade, Long> grades() {
    return grades;
  }

  /** About how many people there is information of each tier. */
  public Map<Thresholds.Tier, Long> tiers() {
    Map<Thresholds.Tier, Long> counts = new LinkedHashMap<>();
    people.forEach((tier, bits) -> counts.put(tier, (long) bits.cardinality()));
    return counts;
  }
}
