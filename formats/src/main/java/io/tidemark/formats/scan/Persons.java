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

  /** A fingerprint and the person, side by side: one place of memory for each look. */
  private long[] known = new long[1 << 13];

  private long[] prints = new long[16];
  private int size;
  private int last;

  /** The number for findings that stand together; 0 where nothing of them tells anybody. */
  long of(List<Finding> together) {
    int person = 0;
    boolean named = false;
    int told = 0;
    if (prints.length < together.size()) {
      prints = new long[together.size()];
    }
    for (Finding finding : together) {
      named |= finding.found() == FoundClass.NAME;
      if (identifies(finding)) {
        long print = fingerprint(finding);
        prints[told++] = print;
        int met = (int) known[place(print) + 1];
        person = met != 0 && (person == 0 || met < person) ? met : person;
      }
    }
    if (person == 0 && (named || told > 0)) {
      person = ++last;
    }
    for (int i = 0; i < told && size < MOST; i++) {
      keep(prints[i], person);
    }
    return person;
  }

  private void keep(long fingerprint, int person) {
    int place = place(fingerprint);
    if (known[place + 1] != 0) {
      return;
    }
    known[place] = fingerprint;
    known[place + 1] = person;
    if (4 * ++size > known.length) {
      grow();
    }
  }

  private void grow() {
    long[] before = known;
    known = new long[2 * before.length];
    for (int i = 0; i < before.length; i += 2) {
      if (before[i + 1] != 0) {
        int place = place(before[i]);
        known[place] = before[i];
        known[place + 1] = before[i + 1];
      }
    }
  }

  /** Where it stands, or where it would. */
  private int place(long fingerprint) {
    int mask = known.length - 2;
    int place = (int) (fingerprint ^ (fingerprint >>> 32)) << 1 & mask;
    while (known[place + 1] != 0 && known[place] != fingerprint) {
      place = (place + 2) & mask;
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
