package io.tidemark.custody;

import io.tidemark.vault.Content;
import io.tidemark.vault.Corrections;
import io.tidemark.vault.HeldContent;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.StoredRecord;
import io.tidemark.vault.Vault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Holds what is deposited against what people had corrected: an old file does not bring back what
 * was wrong. Thread-safe.
 *
 * @param vault opens what is corrected, and shows it to nobody
 */
record Held(Vault vault, Shelf shelf, Corrections corrections) {
  /**
   * Contents that are to be sealed.
   *
   * @param kept how many fields stay as they were corrected although the deposit said otherwise
   * @param overtaken the corrections that end
   * @param seen how often anything had been corrected
   */
  record Contents(
      Map<UUID, Content> byPolicy, int kept, Set<SealedChunk.Overtaken> overtaken, long seen) {}

  /** The contents by the keys of their records, in their order. */
  Contents against(Map<UUID, Content> deposited) {
    long seen = corrections.count();
    Map<UUID, Corrections.Standing> standing =
        seen == 0 ? Map.of() : corrections.standing(deposited.keySet());
    Map<UUID, Content> contents = new LinkedHashMap<>(deposited);
    Set<SealedChunk.Overtaken> overtaken = new HashSet<>();
    int kept = 0;
    for (StoredRecord current : current(standing).values()) {
      UUID key = current.key();
      Corrections.Standing stands = standing.get(key);
      Content said = deposited.get(key);
      if (stands == null || said == null) {
        throw new IllegalStateException("a record that was not asked for");
      }
      HeldContent held = vault.hold(said, current, stands);
      contents.put(key, held.content());
      kept += held.held().size();
      held.overtaken().forEach(field -> overtaken.add(new SealedChunk.Overtaken(key, field)));
    }
    return new Contents(contents, kept, overtaken, seen);
  }

  private Map<UUID, StoredRecord> current(Map<UUID, Corrections.Standing> standing) {
    RoaringBitmap records = new RoaringBitmap();
    standing.values().forEach(one -> records.add(one.record()));
    Map<UUID, StoredRecord> current = new HashMap<>();
    if (!records.isEmpty()) {
      try (Stream<StoredRecord> stored = shelf.records(records, Shelf.LATEST)) {
        stored.forEach(record -> current.put(record.key(), record));
      }
    }
    return current;
  }
}
