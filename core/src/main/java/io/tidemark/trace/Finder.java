package io.tidemark.trace;

import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds the people of leaked rows by search tokens, chunk by chunk: rows about nobody here are
 * counted and forgotten. One thread uses it.
 */
public final class Finder {
  private static final int CHUNK = 5_000;

  /** Rows beyond these are counted, not scored: the first ones, a rule on the leak alone. */
  private static final int MOST_BY_NUMBER = 20_000;

  /** The same of rows that a name alone brought to somebody: most of them are about namesakes. */
  private static final int MOST_BY_NAME = 5_000;

  /** A name that more people have says too little. */
  private static final int MOST_NAMESAKES = 100;

  private final Shelf shelf;
  private final Holders holders;
  private final Tokens tokens;

  /** Finds on this shelf, among these holders, by these tokens. */
  public Finder(Shelf shelf, Holders holders, Tokens tokens) {
    this.shelf = shelf;
    this.holders = holders;
    this.tokens = tokens;
  }

  /** Reads all rows and keeps those that may be about somebody. */
  public Matches find(Iterator<LeakedRow> rows) {
    List<Match> found = new ArrayList<>();
    int named = 0;
    long read = 0;
    while (rows.hasNext()) {
      List<LeakedRow> chunk = new ArrayList<>(CHUNK);
      while (chunk.size() < CHUNK && rows.hasNext()) {
        chunk.add(rows.next());
      }
      read += chunk.size();
      for (Match match : find(chunk)) {
        boolean byName = !match.byNumber() && match.honey().isEmpty();
        boolean room = byName ? named < MOST_BY_NAME : found.size() - named < MOST_BY_NUMBER;
        if (!match.foreign() && room) {
          found.add(match);
          named += byName ? 1 : 0;
        }
      }
    }
    return new Matches(found, read);
  }

  private List<Match> find(List<LeakedRow> chunk) {
    Map<Locator, Map<Long, RoaringBitmap>> records = new EnumMap<>(Locator.class);
    Map<Locator, Map<Long, Set<Invented>>> honey = new EnumMap<>(Locator.class);
    for (Locator kind : Locator.all()) {
      Set<Long> wanted = new HashSet<>();
      chunk.forEach(row -> token(row, kind).ifPresent(wanted::add));
      records.put(kind, shelf.find(kind, wanted));
      honey.put(kind, kind == Locator.NAME ? Map.of() : holders.honey(kind, wanted));
    }
    return chunk.stream().map(row -> match(row, records, honey)).toList();
  }

  private Match match(
      LeakedRow row,
      Map<Locator, Map<Long, RoaringBitmap>> records,
      Map<Locator, Map<Long, Set<Invented>>> honey) {
    Map<Integer, Integer> votes = new HashMap<>();
    Set<Invented> invented = new HashSet<>();
    for (Locator kind : Locator.all()) {
      if (kind != Locator.NAME) {
        RoaringBitmap hit = hit(row, kind, records).orElseGet(RoaringBitmap::new);
        hit.forEach((int record) -> votes.merge(record, 1, Integer::sum));
        hit(row, kind, honey).ifPresent(invented::addAll);
      }
    }
    if (votes.isEmpty()) {
      RoaringBitmap namesakes = hit(row, Locator.NAME, records).orElseGet(RoaringBitmap::new);
      boolean tooMany = namesakes.getCardinality() > MOST_NAMESAKES;
      return new Match(row, tooMany ? new RoaringBitmap() : namesakes, false, invented);
    }
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    RoaringBitmap best = new RoaringBitmap();
    votes.forEach((record, count) -> best.add(count == most ? new int[] {record} : new int[0]));
    return new Match(row, best, true, invented);
  }

  private <T> Optional<T> hit(LeakedRow row, Locator kind, Map<Locator, Map<Long, T>> found) {
    return token(row, kind)
        .flatMap(token -> Optional.ofNullable(found.getOrDefault(kind, Map.of()).get(token)));
  }

  private Optional<Long> token(LeakedRow row, Locator kind) {
    PersonalText value = row.canonical().get(kind.field());
    return value == null || value.isEmpty()
        ? Optional.empty()
        : Optional.of(tokens.locator(kind, value));
  }
}
