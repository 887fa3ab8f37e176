package io.tidemark.store.backup;

import io.tidemark.ledger.Entry;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An entry whose consequence a restored home lacks.
 *
 * @param index its place in the ledger
 * @param kind what happened
 * @param what whom or what it speaks of: ids and digests, as the entry names them
 */
public record Lost(long index, String kind, String what) {
  private static final Set<String> NAMING =
      Set.of(
          "disclosure",
          "grant",
          "request",
          "person",
          "party",
          "partner",
          "to",
          "purpose",
          "renews",
          "case",
          "act",
          "rule",
          "version",
          "file-sha256",
          "source-sha256");

  /**
   * Entries that left nothing behind which somebody would have to do again; how a copy ended is put
   * back where its beginning is known.
   */
  private static final Set<String> PASSING =
      Set.of(
          "sign-in",
          "sign-out",
          "lockout",
          "refusal",
          "selection",
          "release",
          "non-delivery",
          "backup",
          "restore");

  static Lost of(long index, byte[] bytes) {
    try {
      Entry entry = Entry.parse(bytes);
      String what =
          entry.lines().stream()
              .filter(line -> NAMING.contains(line.key()))
              .map(line -> line.key() + " " + line.value())
              .collect(Collectors.joining(", "));
      return new Lost(index, entry.kind(), what);
    } catch (Entry.BadEntry e) {
      return new Lost(index, "unknown", "");
    }
  }

  /** Whether somebody has to look at it: to do it again, or to know that it cannot be traced. */
  public boolean matters() {
    return !PASSING.contains(kind);
  }
}
