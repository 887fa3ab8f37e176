package io.tidemark.app.whole;

import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A ledger as its entries tell it.
 *
 * @param entries all of them, by index
 */
record Ledgers(List<Entry> entries) {
  static Ledgers of(Home home) throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (byte[] bytes : home.entries(0, Math.toIntExact(home.journal().size()))) {
      entries.add(Entry.parse(bytes));
    }
    return new Ledgers(entries);
  }

  /** The values of a line in all entries of a kind. */
  Set<String> values(String kind, String line) {
    return entries.stream()
        .filter(entry -> entry.kind().equals(kind))
        .flatMap(entry -> entry.values(line).stream())
        .collect(Collectors.toSet());
  }

  /** The digests of the files whose release is recorded. */
  Set<String> releases() {
    return values("release", "file-sha256");
  }

  /** The digest of a file, as the ledger writes it. */
  static String sha256(Path file) throws Exception {
    return Digest.sha256(Files.readAllBytes(file)).toString();
  }
}
