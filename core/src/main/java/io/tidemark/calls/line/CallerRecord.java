package io.tidemark.calls.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines that one caller rang, each once, and what they say of each party.
 *
 * <p>Given that a caller knows no list, its next new line within a batch is any of those that it
 * has not rung yet, alike, since the batch was shuffled. For a party with {@code d} of the {@code
 * r} left, {@code f = d/r}. A caller who works from the party's list, but for a share {@code e} of
 * its calls, rings one of them with {@code (1 - e) + e f}, another with {@code e (1 - f)}. The
 * factor of a call is the ratio of these to {@code f} and {@code 1 - f}; its mean is 1 for a caller
 * without the list, so that the product over the calls, averaged over values of {@code e} fixed
 * beforehand, is a martingale (a supermartingale once all of a party's lines were rung), and the
 * chance that it ever reaches {@code x} is at most {@code 1/x} (J. Ville, Étude critique de la
 * notion de collectif, 1939). A batch that was given to one party but for the numbers kept back
 * tells next to nothing, as it must: whoever dials all numbers in their order rings that party's.
 * Not thread-safe.
 */
public final class CallerRecord {
  private final List<Batch> batches;
  private final int[] rung;
  private final Map<String, Own> own = new HashMap<>();
  private int calls;

  /** The lines of one party that were rung, and how many of them are of each batch. */
  private static final class Own {
    private final int[] of;
    private Hits hits = Hits.NONE;

    private Own(int batches) {
      of = new int[batches];
    }
  }

  /** A caller that has not called yet. */
  public CallerRecord(List<Batch> batches) {
    this.batches = List.copyOf(batches);
    this.rung = new int[batches.size()];
  }

  /**
   * The caller rang a line that it had not rung before.
   *
   * @param batch the number of the line's batch
   * @param party who was given the line last; nothing where nobody ever was
   */
  public void rang(int batch, Optional<String> party) {
    party.ifPresent(of -> hit(batch, of));
    rung[batch]++;
    calls++;
  }

  private void hit(int batch, String party) {
    Own its = own.computeIfAbsent(party, any -> new Own(rung.length));
    double left = batches.get(batch).of(party) - its.of[batch];
    if (left <= 0) {
      throw new IllegalArgumentException("more lines of a party rang than it has in the batch");
    }
    its.hits = its.hits.and(left / (batches.get(batch).lines() - rung[batch]));
    its.of[batch]++;
  }

  /** How many lines were rung. */
  public int calls() {
    return calls;
  }

  /** How many lines of a party were rung. */
  public int hits(String party) {
    return own.containsKey(party) ? own.get(party).hits.lines() : 0;
  }

  /** The parties whose lines were rung. */
  public Set<String> parties() {
    return new TreeSet<>(own.keySet());
  }

  /**
   * The natural logarithm of how much the calls speak for a party's list; 0 where none was rung.
   */
  public double logEvidence(String party) {
    Own its = own.get(party);
    if (its == null) {
      return 0;
    }
    int missed = 0; // in the batches of which it was given any
    for (int batch = 0; batch < rung.length; batch++) {
      missed += batches.get(batch).of(party) > 0 ? rung[batch] - its.of[batch] : 0;
    }
    return its.hits.logEvidence(missed);
  }
}
