package io.tidemark.evidence;

import io.tidemark.terms.Digest;
import io.tidemark.vault.Commitment;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which leaked rows each accused was given, derived from all people of its copies: a row whose
 * record, in one of the versions that it is read from, is among them. Immutable, thread-safe.
 */
final class Held {
  private final Map<String, BitSet> rows = new HashMap<>();

  Held(Bundle bundle) {
    Map<Digest, BitSet> wanted = wanted(bundle.file().leak());
    for (Accused accused : bundle.accused()) {
      BitSet held = rows.computeIfAbsent(accused.party(), party -> new BitSet());
      for (Accused.Copy copy : accused.copies()) {
        copy.people()
            .among(wanted.keySet())
            .forEach(digest -> held.or(wanted.getOrDefault(digest, new BitSet())));
      }
    }
  }

  private static Map<Digest, BitSet> wanted(List<CaseFile.LeakRow> leak) {
    Map<Digest, BitSet> wanted = new HashMap<>();
    for (int row = 0; row < leak.size(); row++) {
      for (Commitment record : leak.get(row).records()) {
        wanted.computeIfAbsent(record.digest(), digest -> new BitSet()).set(row);
      }
    }
    return wanted;
  }

  /** The rows, counted from 0, in the order of the case. */
  BitSet rows(String party) {
    return (BitSet) rows.getOrDefault(party, new BitSet()).clone();
  }
}
