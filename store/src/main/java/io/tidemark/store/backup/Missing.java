package io.tidemark.store.backup;

import io.tidemark.custody.keys.HomeRestored;
import io.tidemark.ledger.Entry;
import io.tidemark.store.tiles.TileFiles;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The published entries that a database lacks: {@code first} and the following before {@code end}.
 *
 * @param lost those whose consequence is lost with them
 * @param consequence the ends of copies whose beginning the database may know
 */
record Missing(TileFiles ledger, long first, long end, List<Lost> lost, HomeRestored consequence) {
  private static final int BATCH = 4_096;

  static Missing between(TileFiles ledger, long first, long end) throws IOException {
    List<Lost> lost = new ArrayList<>();
    Map<String, HomeRestored.Released> released = new HashMap<>();
    Set<String> not = new HashSet<>();
    long index = first;
    while (index < end) {
      for (byte[] bytes : ledger.entries(index, (int) Math.min(BATCH, end - index))) {
        lost.add(Lost.of(index, bytes));
        end(index, bytes, released, not);
        index++;
      }
    }
    return new Missing(ledger, first, end, lost, new HomeRestored(released, not));
  }

  private static void end(
      long index, byte[] bytes, Map<String, HomeRestored.Released> released, Set<String> not) {
    try {
      Entry entry = Entry.parse(bytes);
      String disclosure = entry.value("disclosure").orElse("");
      if (entry.kind().equals("release")) {
        Digest file = Digest.parse(entry.value("file-sha256").orElse(""));
        released.put(disclosure, new HomeRestored.Released(index, file));
      } else if (entry.kind().equals("non-delivery")) {
        not.add(disclosure);
      }
    } catch (Entry.BadEntry | IllegalArgumentException e) {
      // an entry of a form that this version does not know ends no copy
    }
  }

  /** The entries themselves, read as they are taken. */
  Iterator<byte[]> entries() {
    return LongStream.iterate(first, from -> from < end, from -> from + BATCH)
        .boxed()
        .flatMap(from -> batch(from).stream())
        .iterator();
  }

  private List<byte[]> batch(long from) {
    try {
      return ledger.entries(from, (int) Math.min(BATCH, end - from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
