package io.tidemark.trace;

import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.terms.DisclosureId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * One of the staff who looked at people of a leak: a lead, never a verdict. One view offers few
 * spellings, so most leads say little; whoever looked at several leaked people says more.
 *
 * @param person who looked
 * @param rows how many leaked rows are about people whom the person was shown
 * @param log the natural logarithm of the factor by which the spellings of these rows speak for the
 *     person's own against anybody's ({@link LikelihoodRatio}: of an innocent it lies above {@code
 *     x} with a chance of at most {@code e^-x})
 * @param views the views that showed them, the newest first
 */
public record Viewer(String person, int rows, double log, List<DisclosureId> views) {
  /** Copies the list. */
  public Viewer {
    views = List.copyOf(views);
  }

  /** What is gathered of one person. */
  private record Seen(BitSet rows, Set<DisclosureId> views) {}

  /**
   * All who looked before the inquiry, those for whom the spellings speak most first.
   *
   * @param keys each person's key of spellings
   * @param inquiry the ledger index of the inquiry
   */
  public static List<Viewer> of(
      Reading reading, Viewings viewings, Function<String, RecipientKey> keys, long inquiry) {
    RoaringBitmap records = new RoaringBitmap();
    reading.rows().forEach(row -> records.or(row.records()));
    Map<String, Seen> seen = new LinkedHashMap<>();
    for (Viewings.Viewing viewing : viewings.of(records, inquiry)) {
      Seen person =
          seen.computeIfAbsent(
              viewing.person(), name -> new Seen(new BitSet(), new LinkedHashSet<>()));
      person.views().add(viewing.view());
      for (int row = 0; row < reading.rows().size(); row++) {
        if (reading.rows().get(row).records().contains(viewing.record())) {
          person.rows().set(row);
        }
      }
    }
    if (seen.isEmpty()) {
      return List.of();
    }
    LikelihoodRatio ratio = new LikelihoodRatio(reading.leak());
    List<Viewer> viewers = new ArrayList<>();
    seen.forEach(
        (person, one) ->
            viewers.add(
                new Viewer(
                    person,
                    one.rows().cardinality(),
                    ratio.logOf(one.rows()::get, keys.apply(person)),
                    List.copyOf(one.views()))));
    viewers.sort(Comparator.comparingDouble(Viewer::log).reversed());
    return List.copyOf(viewers);
  }
}
