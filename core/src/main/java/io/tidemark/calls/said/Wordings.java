package io.tidemark.calls.said;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which texts say the same. Pairs that may are proposed by MinHash over the pairs of characters
 * (Broder, On the resemblance and containment of documents, SEQUENCES 1997, in bands as Leskovec,
 * Rajaraman and Ullman describe them), and decided by what two texts share: pieces that do not
 * overlap, each worth the logarithm of how rarely it is written. Were pieces written independently,
 * less than {@link #WRONG} of all pairs would share so much by chance. Groups grow from the surest
 * pair on, and only where most pairs of both agree, so that no chain of half-alike texts makes one
 * wording of two. Not thread-safe.
 *
 * <pre>{@code
 * reports.forEach(report -> wordings.learn(report.text()));
 * wordings.settle();
 * wordings.of(text);
 * }</pre>
 */
public final class Wordings {
  /** Of so many different texts the wording is learned; what comes later has none. */
  public static final int MOST = 20_000;

  /** How many pairs of texts are put up with that are alike by chance, expected in all. */
  static final double WRONG = .05;

  private static final int FEWEST = 12;
  private static final double LIKE = .28;
  private static final int HASHES = 96;
  private static final int BAND = 2;
  private static final int NONE = Integer.MAX_VALUE;
  private static final int MET = 16;
  private static final int ASKED = 10;
  private static final double AGREED = .4;

  private final Map<Long, Integer> placeOf = new HashMap<>();
  private final List<Shingles> texts = new ArrayList<>();
  private final Map<Integer, Integer> writtenIn = new HashMap<>();
  private final BitSet again = new BitSet();
  private int[] group = new int[0];
  private double least;

  /** Two texts that say the same, and how surely. */
  private record Pair(int one, int other, double evidence) {}

  /** First reading: a text of any report. */
  public void learn(PersonalText text) {
    if (text.isEmpty() || texts.size() >= MOST) {
      return;
    }
    Shingles shingles = Shingles.of(text.reveal(Reveal.TRACE));
    if (shingles.sorted().length < FEWEST) {
      return;
    }
    Integer place = placeOf.putIfAbsent(shingles.code(), texts.size());
    if (place == null) {
      texts.add(shingles);
      for (int one : shingles.sorted()) {
        writtenIn.merge(one, 1, Integer::sum);
      }
    } else {
      again.set(place);
    }
  }

  /** Between the readings. */
  public void settle() {
    int n = texts.size();
    least = Math.log(Math.max(1, n * (n - 1.0) / 2) / WRONG);
    List<List<Integer>> groups = new ArrayList<>();
    int[] of = new int[n];
    for (int i = 0; i < n; i++) {
      of[i] = i;
      groups.add(new ArrayList<>(List.of(i)));
    }
    pairs().stream()
        .sorted(
            Comparator.comparingDouble(Pair::evidence)
                .reversed()
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other))
        .forEach(
            pair -> {
              List<Integer> one = groups.get(of[pair.one()]);
              List<Integer> other = groups.get(of[pair.other()]);
              if (one != other && agree(one, other)) {
                int into = of[pair.one()];
                other.forEach(text -> of[text] = into);
                one.addAll(other);
                other.clear();
              }
            });
    group = new int[n];
    int number = 0;
    for (List<Integer> alike : groups) {
      if (alike.size() > 1 || alike.size() == 1 && again.get(alike.get(0))) {
        number++;
        for (int text : alike) {
          group[text] = number;
        }
      }
    }
  }

  /** The number of a text's wording, from 1; 0 where nobody else wrote so, or hardly anything. */
  public int of(PersonalText text) {
    if (text.isEmpty()) {
      return 0;
    }
    Integer place = placeOf.get(Shingles.of(text.reveal(Reveal.TRACE)).code());
    return place == null || place >= group.length ? 0 : group[place];
  }

  private boolean agree(List<Integer> one, List<Integer> other) {
    int asked = 0;
    int agreed = 0;
    for (int a = 0; a < Math.min(ASKED, one.size()); a++) {
      for (int b = 0; b < Math.min(ASKED, other.size()); b++) {
        asked++;
        agreed += evidence(one.get(a), other.get(b)) >= least ? 1 : 0;
      }
    }
    return agreed >= AGREED * asked;
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    int[][] signatures = new int[texts.size()][];
    for (int i = 0; i < signatures.length; i++) {
      signatures[i] = signature(texts.get(i));
    }
    for (int band = 0; band < HASHES; band += BAND) {
      Map<Long, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < signatures.length; i++) {
        if (signatures[i][band] == NONE) {
          continue;
        }
        long key = (long) signatures[i][band] << 32 | signatures[i][band + 1] & 0xffffffffL;
        List<Integer> met = buckets.computeIfAbsent(key, any -> new ArrayList<>());
        for (int other : met.subList(Math.max(0, met.size() - MET), met.size())) {
          if (seen.add((long) other << 32 | i)) {
            double evidence = evidence(other, i);
            if (evidence >= least) {
              pairs.add(new Pair(other, i, evidence));
            }
          }
        }
        met.add(i);
      }
    }
    return pairs;
  }

  /** The least of each hash over what the text has and half of all texts have not. */
  private int[] signature(Shingles text) {
    int[] least = new int[HASHES];
    Arrays.fill(least, NONE);
    for (int one : text.sorted()) {
      int written = writtenIn.getOrDefault(one, 1);
      if (written > 1 && (2 * written <= texts.size() || texts.size() < FEWEST)) {
        for (int hash = 0; hash < HASHES; hash++) {
          least[hash] = Math.min(least[hash], Shingles.mixed(one + hash * 0x632be5ab));
        }
      }
    }
    return least;
  }

  /** What two texts share, as the logarithm of how rarely; 0 where they are hardly alike. */
  private double evidence(int one, int other) {
    Shingles a = texts.get(one);
    Shingles b = texts.get(other);
    double evidence = 0;
    int last = -2;
    Set<Integer> counted = new HashSet<>();
    for (int i = 0; i < a.inOrder().length; i++) {
      int piece = a.inOrder()[i];
      if (i >= last + 2 && b.has(piece) && counted.add(piece)) {
        evidence += weight(piece);
        last = i;
      }
    }
    return alike(a, b) >= LIKE ? evidence : 0;
  }

  /** The weighted share of what they have together in what either has (Jaccard). */
  private double alike(Shingles a, Shingles b) {
    double both = 0;
    double all = 0;
    for (int one : a.sorted()) {
      double weight = weight(one);
      all += weight;
      both += b.has(one) ? weight : 0;
    }
    for (int one : b.sorted()) {
      all += a.has(one) ? 0 : weight(one);
    }
    return all == 0 ? 0 : both / all;
  }

  private double weight(int shingle) {
    return Math.log((double) texts.size() / writtenIn.getOrDefault(shingle, 1));
  }
}
