package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A place in a value that can be written in several ways. What its spellings are and why they mean
 * the same stands in {@code catalogue.tsv}. The order of the constants is never changed, only added
 * to: stored offers hold their numbers, committed marks their names.
 */
public enum Carrier {
  PROVINCE,
  MUNICIPALITY,
  UNIT,
  MODEL_YEAR,
  REMARK_STOP,
  REMARK_NUMBER,
  GEARBOX,
  ENGINE,
  DRIVE,
  REMARK_NOT,
  REMARK_INSPECTION,
  REMARK_AND,
  REMARK_BEFORE,
  REMARK_AFTER,
  REMARK_NEED,
  AGENCY_FORM,
  DEALER_FORM,
  AGENCY_BRANCH;

  /** Names this list, its spellings and their order; recorded in every disclosure. */
  public static final String CATALOGUE = "2026.2";

  private static final List<Carrier> ALL = List.of(values());
  private static final Map<FieldClass, List<Carrier>> BY_FIELD =
      ALL.stream().collect(Collectors.groupingBy(Carrier::field));

  private final Entry entry = Entry.of(name());
  private final int[] cleaned = alike(entry.groups().get(0));

  /** For each spelling the set of those that look alike without spaces and punctuation. */
  private static int[] alike(List<String> spellings) {
    List<String> bare = spellings.stream().map(Cleaned::of).toList();
    int[] masks = new int[bare.size()];
    for (int s = 0; s < masks.length; s++) {
      for (int other = 0; other < masks.length; other++) {
        masks[s] |= bare.get(s).equals(bare.get(other)) ? 1 << other : 0;
      }
    }
    return masks;
  }

  Entry entry() {
    return entry;
  }

  /** The field whose value it is part of. */
  public FieldClass field() {
    return entry.field();
  }

  /** The catalogue's version in which it first stood. */
  public String since() {
    return entry.since();
  }

  /** Why its spellings mean the same. */
  public Words reason() {
    return entry.reason();
  }

  /**
   * Which 16-bit lane of the position's pseudo-random block it draws from; no two of one value
   * share a lane.
   */
  public int lane() {
    return entry.lane();
  }

  /** How many spellings there are, at least 2. */
  public int spellings() {
    return cleaned.length;
  }

  /** The spellings that look like spelling {@code s} once spaces and punctuation are gone. */
  public Shown whenCleaned(int s) {
    return new Shown(cleaned[s]);
  }

  /** The spellings that can look like {@code shown} when the text may have been cleaned. */
  public Shown whenCleaned(Shown shown) {
    int mask = 0;
    for (int s = 0; s < cleaned.length; s++) {
      mask |= shown.admits(s) ? cleaned[s] : 0;
    }
    return new Shown(mask);
  }

  /** The carrier with this {@link #ordinal}. */
  public static Carrier at(int ordinal) {
    return ALL.get(ordinal);
  }

  /** The carrier of this name, if this catalogue has one. */
  public static Optional<Carrier> named(String name) {
    return Arrays.stream(values()).filter(carrier -> carrier.name().equals(name)).findFirst();
  }

  /** All carriers of a field, in the order of their numbers. */
  static List<Carrier> of(FieldClass field) {
    return BY_FIELD.getOrDefault(field, List.of());
  }
}
