package io.tidemark.calls;

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
import java.util.Set;
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

  private final Tokens tokens;
  private final Map<Long, Integer> personOf = new HashMap<>();
  private final List<RoaringBitmap> recordsOf = new ArrayList<>();
  private final Map<Integer, Integer> expiryOf = new HashMap<>();
  private final RoaringBitmap records = new RoaringBitmap();
  private long calls;

  private CalledPeople(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Finds the called people of these calls; nothing is opened. */
  public static CalledPeople of(Rings rings, Shelf shelf, Tokens tokens) {
    CalledPeople people = new CalledPeople(tokens);
    Roaring64Bitmap asked = new Roaring64Bitmap();
    Set<Long> chunk = new HashSet<>();
    try (Stream<Ring> stream = rings.stream()) {
      for (Iterator<Ring> all = stream.iterator(); all.hasNext(); ) {
        long token = people.token(all.next().called());
        people.calls++;
        if (!asked.contains(token)) {
          asked.addLong(token);
          chunk.add(token);
        }
        if (chunk.size() == CHUNK) {
          people.found(shelf, chunk);
        }
      }
    }
    people.found(shelf, chunk);
    return people;
  }

  private long token(PersonalText number) {
    return tokens.locator(Locator.MOBILE, number);
  }

  private void found(Shelf shelf, Set<Long> chunk) {
    shelf
        .find(Locator.MOBILE, chunk)
        .forEach(
            (token, theirs) -> {
              personOf.put(token, recordsOf.size());
              recordsOf.add(theirs);
              records.or(theirs);
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

  /** The number of the person who was called, from 0; nothing for nobody in custody. */
  public OptionalInt person(Ring ring) {
    Integer person = personOf.get(token(ring.called()));
    return person == null ? OptionalInt.empty() : OptionalInt.of(person);
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
