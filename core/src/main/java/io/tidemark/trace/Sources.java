package io.tidemark.trace;

import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From which lists a party can have leaked: each of its disclosures that were recorded before the
 * material was seen, or all of them put together. Lists leak by volume: a party that was given a
 * thousand small lists is not a better explanation than one that was given their people at once.
 * Immutable, thread-safe.
 */
final class Sources {
  /** The chance that a leak shows a column that was added to a party's copy from elsewhere. */
  private static final double ADDED = 0.01;

  /** The chance that a party with several disclosures leaks them put together. */
  private static final double TOGETHER = 0.5;

  /**
   * What follows from nothing that the party received. The beginning and the end of a cover follow
   * from each other, and its kind can be guessed.
   */
  private static final Set<FieldClass> GUESSED = EnumSet.of(FieldClass.INSURANCE_KIND);

  private final BitSet people;
  private final List<Set<FieldClass>> shown;
  private final double custody;
  private final long before;
  private final Map<String, Long> given;

  /**
   * The lists of parties.
   *
   * @param reading what the leak shows
   * @param custody how many records are in custody
   * @param before disclosures recorded at this ledger index or later are out
   * @param given how many people each party was given in all, each disclosure counted
   */
  Sources(Reading reading, double custody, long before, Map<String, Long> given) {
    this.people = people(reading);
    this.shown = reading.rows().stream().map(Sources::shown).toList();
    this.custody = custody;
    this.before = before;
    this.given = given;
  }

  /** The rows that count: the first about each person's policy. */
  static BitSet people(Reading reading) {
    BitSet people = new BitSet();
    Set<Integer> seen = new HashSet<>();
    for (int row = 0; row < reading.rows().size(); row++) {
      people.set(row, seen.add(reading.rows().get(row).records().first()));
    }
    return people;
  }

  /** The columns in which the row shows a whole value that agrees with the record. */
  private static Set<FieldClass> shown(Reading.Row row) {
    Set<FieldClass> shown = EnumSet.noneOf(FieldClass.class);
    row.leaked()
        .canonical()
        .forEach(
            (field, text) -> {
              if (row.says(field, text) && !GUESSED.contains(field)) {
                shown.add(field);
              }
            });
    return shown;
  }

  /**
   * What the lists of one party are.
   *
   * @param sources the lists, none when all were recorded too late
   * @param late how many of its disclosures were recorded after the material was seen
   * @param lacking the columns that the leak shows of people whom the party was given without them
   */
  record Of(List<Source> sources, int late, Set<FieldClass> lacking) {}

  /**
   * The lists of a party.
   *
   * @param disclosures those of its disclosures that hold any of the leak's people
   * @param rowsOf by their numbers, the rows of the leak that are about their people
   */
  Of of(String party, List<RecordedDisclosure> disclosures, Map<Integer, BitSet> rowsOf) {
    List<RecordedDisclosure> early = disclosures.stream().filter(d -> d.entry() < before).toList();
    int late = disclosures.size() - early.size();
    if (early.isEmpty()) {
      return new Of(List.of(), late, Set.of());
    }
    Map<Integer, BitSet> held = new HashMap<>();
    early.forEach(d -> held.put(d.number(), counted(rowsOf.get(d.number()))));
    BitSet together = new BitSet();
    held.values().forEach(together::or);
    BitSet unshowable = new BitSet();
    Set<FieldClass> lacking = EnumSet.noneOf(FieldClass.class);
    together.stream()
        .forEach(
            row -> {
              Set<FieldClass> missing = missing(row, early, held);
              unshowable.set(row, !missing.isEmpty());
              lacking.addAll(missing);
            });
    List<Source> sources = new ArrayList<>();
    long listed = early.stream().mapToLong(RecordedDisclosure::people).sum();
    double all = Math.max(1, Math.max(listed, given.getOrDefault(party, 0L)));
    double apart = all > listed || early.size() > 1 ? 1 - TOGETHER : 1;
    for (RecordedDisclosure disclosure : early) {
      int size = Math.max(1, disclosure.people());
      BitSet rows = held.getOrDefault(disclosure.number(), new BitSet());
      add(sources, rows, unshowable, size, apart * size / all, Optional.of(disclosure));
    }
    if (apart < 1) {
      double size = Math.min(together(early, held, together, all - listed), custody);
      add(sources, together, unshowable, size, TOGETHER, Optional.empty());
    }
    return new Of(List.copyOf(sources), late, lacking);
  }

  private BitSet counted(@Nullable BitSet rows) {
    BitSet counted = new BitSet();
    if (rows != null) {
      counted.or(rows);
      counted.and(people);
    }
    return counted;
  }

  /**
   * About how many people all disclosures put together are about: those that hold leaked people
   * overlap as far as they do in the leak, the others do not.
   */
  private static double together(
      List<RecordedDisclosure> disclosures,
      Map<Integer, BitSet> held,
      BitSet together,
      double others) {
    double listed = disclosures.stream().mapToLong(RecordedDisclosure::people).sum();
    double times = held.values().stream().mapToInt(BitSet::cardinality).sum();
    double overlap = Math.max(1, times / Math.max(1, together.cardinality()));
    int longest = disclosures.stream().mapToInt(RecordedDisclosure::people).max().orElse(1);
    return others + Math.max(longest, listed / overlap);
  }

  /** What the row shows and none of the party's disclosures about this person did. */
  private Set<FieldClass> missing(
      int row, List<RecordedDisclosure> disclosures, Map<Integer, BitSet> held) {
    Set<FieldClass> missing = EnumSet.copyOf(shown.get(row));
    for (RecordedDisclosure disclosure : disclosures) {
      if (held.getOrDefault(disclosure.number(), new BitSet()).get(row)) {
        Set<FieldClass> columns = disclosure.shown();
        missing.removeAll(columns);
        if (columns.contains(FieldClass.INCEPTION) || columns.contains(FieldClass.EXPIRY)) {
          missing.removeAll(Set.of(FieldClass.INCEPTION, FieldClass.EXPIRY));
        }
      }
    }
    return missing;
  }

  /** As it is, or with columns that somebody added. */
  private static void add(
      List<Source> sources,
      BitSet rows,
      BitSet unshowable,
      double people,
      double prior,
      Optional<RecordedDisclosure> disclosure) {
    BitSet showable = new BitSet();
    showable.or(rows);
    showable.andNot(unshowable);
    boolean all = showable.equals(rows);
    sources.add(
        new Source(
            showable,
            people,
            all ? prior : prior * (1 - ADDED),
            disclosure.map(RecordedDisclosure::id)));
    if (!all) {
      sources.add(new Source(rows, people, prior * ADDED, disclosure.map(RecordedDisclosure::id)));
    }
  }
}
