package io.tidemark.custody;

import io.tidemark.classify.Labels;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Tokens;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** People named by one of their numbers, as a set of records. Streaming; not thread-safe. */
public final class Subjects {
  private static final int BATCH = 20_000;

  private final Shelf shelf;
  private final Tokens tokens;
  private final Locator kind;
  private final Labels labels;
  private final RoaringBitmap records = new RoaringBitmap();
  private final Set<Long> batch = new HashSet<>();
  private long unknown;

  /** Finds subjects on this shelf by numbers of this kind. */
  public Subjects(Shelf shelf, Tokens tokens, Locator kind, LocalDate today) {
    this.shelf = shelf;
    this.tokens = tokens;
    this.kind = kind;
    this.labels = Labels.asOf(today);
  }

  /** The records found, and how many of the values nobody here has. */
  public record Found(RoaringBitmap records, long unknown) {}

  /** Adds a number; a blank one is nobody. */
  public void add(String value) {
    if (!value.isBlank()) {
      batch.add(tokens.locator(kind, labels.label(kind.field(), value).canonical()));
    }
    if (batch.size() == BATCH) {
      find();
    }
  }

  /** Who was found. */
  public Found found() {
    find();
    return new Found(records, unknown);
  }

  private void find() {
    Map<Long, RoaringBitmap> found = shelf.find(kind, batch);
    found.values().forEach(records::or);
    unknown += batch.size() - found.size();
    batch.clear();
  }
}
