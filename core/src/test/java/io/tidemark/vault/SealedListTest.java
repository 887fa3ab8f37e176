package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** How often a list is read from the shelf, and that it stays what was looked over. */
final class SealedListTest {
  private static final KeyRing KEYS = Contents.keys();

  private final CountingShelf shelf = new CountingShelf();

  /** The shelf in memory, which counts. */
  private static final class CountingShelf implements Shelf {
    private final MemoryShelf memory = new MemoryShelf(KEYS);
    private int reads;

    @Override
    public List<DataKeys.Wrapped> dataKeys() {
      return memory.dataKeys();
    }

    @Override
    public Map<UUID, LocalDate> erased(Collection<UUID> tokens) {
      return memory.erased(tokens);
    }

    @Override
    public long erasures() {
      return memory.erasures();
    }

    @Override
    public Map<UUID, Salt> salts(Collection<UUID> people) {
      return memory.salts(people);
    }

    @Override
    public Map<UUID, UUID> versions(Collection<UUID> records) {
      return memory.versions(records);
    }

    @Override
    public Map<Long, RoaringBitmap> find(Locator kind, Collection<Long> tokens) {
      return memory.find(kind, tokens);
    }

    @Override
    public RoaringBitmap all() {
      return memory.all();
    }

    @Override
    public Stream<StoredRecord> records(RoaringBitmap ids, long asOf) {
      reads++;
      return memory.records(ids, asOf);
    }

    @Override
    public Stream<StoredRecord> versions(RoaringBitmap ids, long before) {
      return memory.versions(ids, before);
    }
  }

  private RoaringBitmap deposited(int records) {
    Vault vault = new Vault(KEYS, shelf);
    SealedRecord record = vault.seal(Contents.policy(1), UUID.randomUUID(), Salt.draw());
    IntStream.range(0, records).forEach(number -> shelf.memory.put(record));
    return shelf.all();
  }

  private static long read(SealedList list) {
    try (Stream<StoredRecord> records = list.records()) {
      return records.count();
    }
  }

  @Test
  void aShortListIsReadOnceAndOpensAsItWasLookedOver() {
    SealedList list = new SealedList(shelf, deposited(3), Shelf.LATEST);
    assertThat(read(list)).isEqualTo(3);
    StoredRecord before = list.records().findFirst().orElseThrow();
    Vault vault = new Vault(KEYS, shelf);
    shelf.memory.replace(1, vault.seal(Contents.policy(1), UUID.randomUUID(), Salt.draw()));
    assertThat(list.records().findFirst()).containsSame(before);
    assertThat(shelf.reads).isEqualTo(1);
  }

  @Test
  void aLongListIsReadAgainRatherThanHeld() {
    SealedList list = new SealedList(shelf, deposited(2_001), Shelf.LATEST);
    assertThat(read(list)).isEqualTo(2_001);
    assertThat(read(list)).isEqualTo(2_001);
    assertThat(shelf.reads).isEqualTo(2);
  }
}
