package io.tidemark.disclose;

import io.tidemark.authorise.Permit;
import io.tidemark.ledger.Journal;
import io.tidemark.rights.Footing;
import io.tidemark.terms.DisclosureId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * A disclosure has begun: from here on its recipient counts as holding these records.
 *
 * @param id the disclosure
 * @param permit what it rests on
 * @param footing what it rests on in the people's own will, which must still stand then
 * @param records whom it is about
 * @param at when; what the permit rests on must still stand then
 * @param asOf the ledger index before which their versions were deposited
 * @param honey how many honey customers stand in the copy
 * @param numbers the tokens of the pool's numbers that are its own from here on, whatever becomes
 *     of it, in the order of its draws
 * @param target where the copy will be
 * @param aliases the last day on which the alias numbers ring that stand in it; nothing for a copy
 *     that has none
 */
public record DisclosureOpened(
    DisclosureId id,
    Permit permit,
    Footing footing,
    RoaringBitmap records,
    Instant at,
    long asOf,
    int honey,
    List<Long> numbers,
    String target,
    Optional<LocalDate> aliases)
    implements Journal.Consequence {
  /** Copies the list. */
  public DisclosureOpened {
    numbers = List.copyOf(numbers);
  }
}
