package io.tidemark.ledger;

import java.util.ArrayList;
import java.util.List;

/** Entries in memory. Not thread-safe. */
public final class MemoryJournal extends Journal {
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public Receipt record(Entry entry, Consequence consequence) {
    entries.add(entry);
    return receipt(entries.size() - 1L, entry);
  }

  @Override
  public long size() {
    return entries.size();
  }
}
