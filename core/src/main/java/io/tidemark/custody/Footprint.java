package io.tidemark.custody;

import io.tidemark.terms.DisclosureId;
import io.tidemark.vault.StoredRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
      OptionalLong release) {}

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
