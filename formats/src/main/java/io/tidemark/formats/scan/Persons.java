package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.terms.Reveal;
import java.security.SecureRandom;
import java.util.List;

/**
 * Numbers for people and vehicles: what stands together is about one, and one whose number was met
 * before keeps that number. Of the numbers it holds 64 bits each, keyed afresh for each scan, at
 * most {@link #MOST} of them; behind that, what stands together still belongs together. Not
 * thread-safe.
 */
final class Persons {
  /** How many numbers are held. */
  static final int MOST = 4_000_000;

  private final long key = new SecureRandom().nextLong();
  private long[] known = new long[1 << 12];
  private int[] persons = new int[1 << 12];
  private int size;
  private int last;

  /** The number for findings that stand together; 0 where nothing of them tells anybody. */
  long of(List<Finding> together) {
    int person = 0;
    boolean named = false;
    boolean told = false;
    for (Finding finding : together) {
      named |= finding.found() == FoundClass.NAME;
      if (identifies(finding)) {
        told = true;
        int met = persons[place(fingerprint(finding))];
        person = met != 0 && (person == 0 || met < person) ? met : person;
      }
    }
    if (person == 0 && (named || told)) {
      person = ++last;
    }
    for (Finding finding : together) {
      if (identifies(finding) && size < MOST) {
        keep(fingerprint(finding), person);
      }
    }
    return person;
  }

  private void keep(long fingerprint, int person) {
    int place = place(fingerprint);
    if (persons[place] != 0) {
      return;
    }
    known[place] = fingerprint;
    persons[place] = person;
    if (2 * ++size > known.length) {
      grow();
    }
  }

  private void grow() {
    long[] before = known;
    int[] whose = persons;
    known = new long[2 * before.length];
    persons = new int[2 * before.length];
    for (int i = 0; i < before.length; i++) {
      if (whose[i] != 0) {
        int place = place(before[i]);
        known[place] = before[i];
        persons[place] = whose[i];
      }
    }
  }

  /** Where it stands, or where it would. */
  private int place(long fingerprint) {
    int mask = known.length - 1;
    int place = (int) (fingerprint ^ (fingerprint >>> 32)) & mask;
    while (persons[place] != 0 && known[place] != fingerprint) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /** A multiplication and a shift for each character, after MurmurHash3's finaliser. */
  private long fingerprint(Finding finding) {
    FoundClass found =
        finding.found() == FoundClass.IDENTITY_NUMBER_15
            ? FoundClass.IDENTITY_NUMBER
            : finding.found();
    String value = finding.value().reveal(Reveal.CLASSIFY);
    long hash = key + found.ordinal();
    for (int i = 0; i < value.length(); i++) {
      hash = (hash ^ value.charAt(i)) * 0xff51afd7ed558ccdL;
      hash ^= hash >>> 33;
    }
    hash *= 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  /** Whether it tells one person or vehicle from all others. */
  static boolean identifies(Finding finding) {
    return finding.form() == Finding.Form.WHOLE
        && switch (finding.found()) {
          case IDENTITY_NUMBER,
              IDENTITY_NUMBER_15,
              RESIDENCE_PERMIT,
              PASSPORT,
              TRAVEL_PERMIT,
              MOBILE,
              PLATE,
              VIN,
              POLICY_NUMBER,
              BANK_CARD,
              EMAIL,
              WECHAT ->
              true;
          default -> false;
        };
  }
}
