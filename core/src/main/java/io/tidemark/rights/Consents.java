package io.tidemark.rights;

import io.tidemark.terms.ConsentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/** Where people's words are kept. Thread-safe. */
public interface Consents {
  /** Of these records, those whose people are left out of such a use now. */
  LeftOut leftOut(Footing footing, RoaringBitmap records);

  /**
   * Who is left out, as of a state of what people said.
   *
   * @param records whose people do not want it, or did not consent
   * @param asOf the state: while it is the same nobody else is left out; {@link #ANY} where nobody
   *     ever is
   */
  record LeftOut(RoaringBitmap records, long asOf) {
    /** Nobody is asked, so no state matters. */
    public static final long ANY = -1;

    /** Of a use that nobody can object to. */
    public static LeftOut nobody() {
      return new LeftOut(new RoaringBitmap(), ANY);
    }
  }

  /**
   * Of those of these records whose people ever consented to any of these purposes: when they
   * allowed any of them, whoever may use them for it; by record.
   */
  Map<Integer, AllowedTimes> allowed(Collection<String> purposes, RoaringBitmap records);

  /** The key of the person whom each record is about. */
  Map<Integer, UUID> people(RoaringBitmap records);

  /** All that these people said, in the order in which it was recorded. */
  List<Kept> of(Collection<UUID> people);

  /**
   * A statement as it is kept.
   *
   * @param recorder who recorded it
   * @param recorded when
   * @param entry the ledger's entry of it
   */
  record Kept(ConsentId id, Statement statement, String recorder, Instant recorded, long entry) {}
}
