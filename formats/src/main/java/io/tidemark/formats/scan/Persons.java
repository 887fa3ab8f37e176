package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.terms.Reveal;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers for people and vehicles: what stands together is about one. One whose identity number was
 * met before keeps that number; one whose phone, plate or other number was met keeps it too, unless
 * names that are sure, or identity numbers, say that it is somebody else's as well. Of the values
 * it holds 64 bits each, keyed afresh for each scan, at most {@link #MOST} of them; behind that,
 * what stands together still belongs together. What was told stays: a row that shows that two were
 * one joins what comes after it. Not thread-safe.
 */
final class Persons {
  /** How many numbers are held. */
  static final int MOST = 4_000_000;

  private final long key = new SecureRandom().nextLong();

  /** A fingerprint and the person, side by side: one place of memory for each look. */
  private long[] known = new long[1 << 13];

  private long[] names = new long[1 << 10];
  private long[] identities = new long[1 << 10];
  private long[] prints = new long[16];
  private int size;
  private int last;

  /** The number for findings of which no name is sure; 0 where nothing of them tells anybody. */
  long of(List<Finding> together) {
    return of(together, "", true);
  }

  /**
   * The number for findings that stand together; 0 where nothing of them tells anybody.
   *
   * @param name the name, where it is sure; else empty
   * @param main whether it is somebody new where a name is all there is; else the name tells whom
   */
  int of(List<Finding> together, String name, boolean main) {
    long named = name.isEmpty() ? 0 : print(FoundClass.NAME, name);
    long identity = 0;
    boolean anyName = false;
    int told = 0;
    if (prints.length <= together.size()) {
      prints = new long[together.size() + 1];
    }
    for (Finding finding : together) {
      anyName |= finding.found() == FoundClass.NAME;
      if (identifies(finding)) {
        long print = print(finding.found(), finding.value().reveal(Reveal.CLASSIFY));
        prints[told++] = print;
        identity = identity == 0 && citizen(finding.found()) ? print : identity;
      }
    }
    if (told == 0 && named != 0 && !main) {
      prints[told++] = named;
    }
    int person = met(told, named, identity);
    if (person == 0 && (anyName || told > 0)) {
      person = ++last;
    }
    if (person != 0) {
      known(person, named, identity);
    }
    for (int i = 0; i < told && size < MOST; i++) {
      keep(prints[i], person);
    }
    return person;
  }

  /**
   * Who was met by one of the numbers; a number that is another's as well becomes one with both.
   */
  private int met(int told, long named, long identity) {
    int person = 0;
    for (int i = 0; i < told; i++) {
      int met = (int) known[place(prints[i]) + 1];
      if (met != 0 && prints[i] != identity && somebodyElse(met, named, identity)) {
        prints[i] = mixed(prints[i] + 31 * named + 17 * identity);
        met = (int) known[place(prints[i]) + 1];
      }
      if (met != 0 && prints[i] == identity) {
        return met;
      }
      person = met != 0 && (person == 0 || met < person) ? met : person;
    }
    return person;
  }

  private boolean somebodyElse(int person, long named, long identity) {
    return person < names.length
        && ((named != 0 && names[person] != 0 && names[person] != named)
            || (identity != 0 && identities[person] != 0 && identities[person] != identity));
  }

  private void known(int person, long named, long identity) {
    if (person > MOST || (named == 0 && identity == 0)) {
      return;
    }
    if (person >= names.length) {
      int length = Math.max(person + 1, 2 * names.length);
      names = Arrays.copyOf(names, length);
      identities = Arrays.copyOf(identities, length);
    }
    names[person] = names[person] == 0 ? named : names[person];
    identities[person] = identities[person] == 0 ? identity : identities[person];
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
  private long print(FoundClass found, String value) {
    FoundClass one = found == FoundClass.IDENTITY_NUMBER_15 ? FoundClass.IDENTITY_NUMBER : found;
    long hash = key + one.ordinal();
    for (int i = 0; i < value.length(); i++) {
      hash = (hash ^ value.charAt(i)) * 0xff51afd7ed558ccdL;
      hash ^= hash >>> 33;
    }
    return mixed(hash);
  }

  private static long mixed(long hash) {
    long mixed = hash * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /** Whether somebody has one of them alone, all through life. */
  static boolean citizen(FoundClass found) {
    return found == FoundClass.IDENTITY_NUMBER || found == FoundClass.IDENTITY_NUMBER_15;
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
