package io.tidemark.custody.owner;

import io.tidemark.terms.DisclosureId;
import io.tidemark.vault.StoredRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * What hangs on some people.
 *
 * @param owners the records that are about them, each with its person's key
 * @param versions every version that is about them, of records that name somebody else by now too
 * @param given whom they were given to
 * @param aliases the numbers that stand or stood for them
 */
public record Footprint(
    Map<Integer, UUID> owners, List<Version> versions, List<Given> given, List<Alias> aliases) {
  /** Copies the collections. */
  public Footprint {
    owners = Map.copyOf(owners);
    versions = List.copyOf(versions);
    given = List.copyOf(given);
    aliases = List.copyOf(aliases);
  }

  /**
   * A version of a record.
   *
   * @param person whom it is about
   */
  public record Version(StoredRecord stored, UUID person) {}

  /**
   * A version as it was given.
   *
   * @param number the disclosure's number
   * @param forms the fields with their forms
   * @param entry the ledger index of the disclosure's entry
   * @param release that of its release, when it left
   * @param held whether the party has it, or may still get it
   */
  public record Given(
      Version version,
      int number,
      DisclosureId disclosure,
      String party,
      String purpose,
      List<String> forms,
      Instant at,
      long entry,
      OptionalLong release,
      boolean held) {}

  /** Whom a copy was about, by the record's present owner where it is one of these people. */
  UUID person(Given one) {
    return owner(one.version());
  }

  /** Whom a version is about, by the record's present owner where it is one of these people. */
  UUID owner(Version version) {
    return owners.getOrDefault(version.stored().id().number(), version.person());
  }

  /** How often one of these records was given to anybody. */
  long givenOf(Set<Integer> records) {
    return given.stream()
        .filter(one -> records.contains(one.version().stored().id().number()))
        .count();
  }

  /**
   * An alias number that stands or stood for somebody.
   *
   * @param token the number's search token
   * @param begun the ledger index of the entry that bound it
   * @param until the last day on which it was to ring
   */
  public record Alias(
      UUID person, long token, String party, String purpose, long begun, LocalDate until) {}

  /** The records that are about them. */
  public RoaringBitmap records() {
    RoaringBitmap records = new RoaringBitmap();
    owners.keySet().forEach(records::add);
    return records;
  }
}
