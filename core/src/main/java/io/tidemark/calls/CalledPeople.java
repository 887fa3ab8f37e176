package io.tidemark.calls;

import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.rights.AllowedTimes;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Tokens;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Who of the called is in custody, found by search tokens, and when their cover ends. Grows with
 * the people found, and by some bytes with each number that was called. Not thread-safe.
 */
public final class CalledPeople {
  private static final int CHUNK = 5_000;
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final Numbered personOf = new Numbered();
  private final List<RoaringBitmap> recordsOf = new ArrayList<>();
  private final Map<Integer, Integer> expiryOf = new HashMap<>();
  private final RoaringBitmap records = new RoaringBitmap();
  private Map<Integer, AllowedTimes> consented = Map.of();
  private long calls;

  private CalledPeople() {}

  /**
   * Finds the called people of these calls; nothing is opened. A search token is made once for each
   * number that was called.
   *
   * @param beside is told of each call as well
   */
  public static CalledPeople of(Rings rings, Shelf shelf, Tokens tokens, Consumer<Ring> beside) {
    CalledPeople people = new CalledPeople();
    Roaring64Bitmap asked = new Roaring64Bitmap();
    Map<Long, Long> chunk = new HashMap<>();
    try (Stream<Ring> stream = rings.stream()) {
      for (Iterator<Ring> all = stream.iterator(); all.hasNext(); ) {
        Ring ring = all.next();
        long number = number(ring.called());
        beside.accept(ring);
        people.calls++;
        if (number != 0 && !asked.contains(number)) {
          asked.addLong(number);
          chunk.put(number, tokens.locator(Locator.MOBILE, ring.called()));
        }
        if (chunk.size() == CHUNK) {
          people.found(shelf, chunk);
        }
      }
    }
    people.found(shelf, chunk);
    return people;
  }

  private static long number(PersonalText called) {
    return CallingNumber.of(called.reveal(Reveal.INDEX)).orElse(0);
  }

  private void found(Shelf shelf, Map<Long, Long> chunk) {
    Map<Long, RoaringBitmap> found = shelf.find(Locator.MOBILE, new HashSet<>(chunk.values()));
    chunk.forEach(
        (number, token) -> {
          RoaringBitmap theirs = found.get(token);
          if (theirs != null) {
            personOf.put(number, recordsOf.size());
            recordsOf.add(theirs);
            records.or(theirs);
          }
        });
    chunk.clear();
  }

  /** How many calls there are. */
  public long calls() {
    return calls;
  }

  /** How many called numbers are those of people in custody. */
  public int people() {
    return recordsOf.size();
  }

  /** All records of the people found. */
  public RoaringBitmap records() {
    return records;
  }

  /** Learns when the cover of each ends. */
  public void read(Opened opened) {
    opened
        .records()
        .forEach(
            record -> {
              String day = record.content().canonical(FieldClass.EXPIRY).reveal(Reveal.TRACE);
              if (!day.isEmpty()) {
                expiryOf.put(record.id().number(), epochDay(day));
              }
            });
  }

  private static int epochDay(String day) {
    try {
      return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    } catch (DateTimeException e) {
      return UNKNOWN;
    }
  }

  /** Learns when the people of these records consented to be called. */
  public void consented(Map<Integer, AllowedTimes> byRecord) {
    consented = byRecord;
  }

  /** Whether somebody's consent to be called stood at this moment. */
  public boolean consented(int person, Instant at) {
    if (consented.isEmpty()) {
      return false;
    }
    for (int record : recordsOf.get(person)) {
      AllowedTimes times = consented.get(record);
      if (times != null && times.at(at)) {
        return true;
      }
    }
    return false;
  }

  /** The number of the person who was called, from 0; nothing for nobody in custody. */
  public OptionalInt person(Ring ring) {
    long number = number(ring.called());
    int person = number == 0 ? Numbered.NOBODY : personOf.get(number);
    return person == Numbered.NOBODY ? OptionalInt.empty() : OptionalInt.of(person);
  }

  /** The person's records. */
  public RoaringBitmap records(int person) {
    return recordsOf.get(person);
  }

  /**
   * How many days of cover were left when the call came, of the policy that ends next; negative
   * when all had ended; nothing when no end is known.
   */
  public OptionalInt daysLeft(int person, Instant at) {
    int today = Math.toIntExact(China.day(at).toEpochDay());
    int next = UNKNOWN;
    for (int record : recordsOf.get(person)) {
      int left = expiryOf.getOrDefault(record, UNKNOWN);
      left = left == UNKNOWN ? UNKNOWN : left - today;
      boolean better = left >= 0 ? next < 0 || left < next : next < 0 && left > next;
      next = left != UNKNOWN && better ? left : next;
    }
    return next == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(next);
  }
}
