package io.tidemark.vault;

import io.tidemark.terms.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/** Sealed records in memory, one version each. Not thread-safe. */
public final class MemoryShelf implements Shelf {
  private final Map<Integer, SealedRecord> records = new TreeMap<>();
  private final List<DataKeys.Wrapped> dataKeys = new ArrayList<>();

  /** An empty shelf with a data key of this ring. */
  public MemoryShelf(KeyRing keys) {
    this(DataKeys.draw(keys, DataKeys.FIRST));
  }

  /** An empty shelf with this data key. */
  MemoryShelf(DataKeys.Wrapped dataKey) {
    dataKeys.add(dataKey);
  }

  /** Keeps only this data key from now on. */
  void keepOnly(DataKeys.Wrapped dataKey) {
    dataKeys.clear();
    dataKeys.add(dataKey);
  }

  /** Keeps one more data key. */
  void keep(DataKeys.Wrapped dataKey) {
    dataKeys.add(dataKey);
  }

  @Override
  public List<DataKeys.Wrapped> dataKeys() {
    return List.copyOf(dataKeys);
  }

  /** Puts a record on the shelf; records count from 1. */
  public int put(SealedRecord record) {
    int number = records.size() + 1;
    records.put(number, record);
    return number;
  }

  /** Puts another record in the place of this one: what somebody with the database could do. */
  void replace(int number, SealedRecord record) {
    records.put(number, record);
  }

  SealedRecord get(int number) {
    SealedRecord record = records.get(number);
    if (record == null) {
      throw new IllegalArgumentException("no record " + number);
    }
    return record;
  }

  /** The records as they are stored. */
  public StoredRecord stored(int number) {
    SealedRecord r = get(number);
    return new StoredRecord(
        new RecordId(number),
        r.key(),
        r.salt(),
        r.version(),
        r.epoch(),
        r.box(),
        r.commitment(),
        r.offers(),
        -1);
  }

  @Override
  public Map<UUID, LocalDate> erased(Collection<UUID> tokens) {
    return Map.of();
  }

  @Override
  public long erasures() {
    return 0;
  }

  @Override
  public Map<UUID, Salt> salts(Collection<UUID> people) {
    Map<UUID, Salt> salts = new HashMap<>();
    records.values().stream()
        .filter(record -> people.contains(record.person()))
        .forEach(record -> salts.put(record.person(), record.salt()));
    return salts;
  }

  @Override
  public Map<UUID, UUID> versions(Collection<UUID> keys) {
    Map<UUID, UUID> versions = new HashMap<>();
    records.values().stream()
        .filter(record -> keys.contains(record.key()))
        .forEach(record -> versions.put(record.key(), record.version()));
    return versions;
  }

  @Override
  public Map<Long, RoaringBitmap> find(Locator kind, Collection<Long> tokens) {
    Map<Long, RoaringBitmap> found = new HashMap<>();
    records.forEach(
        (number, record) -> {
          Long token = record.locators().get(kind);
          if (token != null && tokens.contains(token)) {
            found.computeIfAbsent(token, t -> new RoaringBitmap()).add(number);
          }
        });
    return found;
  }

  @Override
  public RoaringBitmap all() {
    RoaringBitmap all = new RoaringBitmap();
    records.keySet().forEach(all::add);
    return all;
  }

  @Override
  public Stream<StoredRecord> versions(RoaringBitmap ids, long before) {
    return records(ids, before);
  }

  @Override
  public Stream<StoredRecord> records(RoaringBitmap ids, long asOf) {
    return records.keySet().stream().filter(ids::contains).map(this::stored);
  }
}
