package io.tidemark.media.document;

import io.tidemark.media.ocr.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a line again as a number of one kind: prefix beam search over the recogniser's steps
 * (Graves 2012; Hannun et al. 2014), in which only what the {@link Spelling} admits may follow.
 * What parts the characters of a number, such as the dot of a plate, is passed over.
 */
final class Beam {
  private static final int WIDTH = 24;
  private static final String PASSED = " ·.•,:：。'`*";
  private static final double LEAST = 1e-5;
  private static final double CERTAIN = .9999;

  /** A check digit holds by chance once in eleven times, and is wrong on few papers. */
  private static final double CHECK = 5;

  private final Spelling spelling;
  private Map<String, Belief> beliefs = new HashMap<>(Map.of("", new Belief(1, 0)));

  private Beam(Spelling spelling) {
    this.spelling = spelling;
  }

  /** How likely a beginning is, with and without its last character just read. */
  private record Belief(double parted, double touching) {
    static final Belief NONE = new Belief(0, 0);

    double all() {
      return parted + touching;
    }

    Belief and(double moreParted, double moreTouching) {
      return new Belief(parted + moreParted, touching + moreTouching);
    }
  }

  /**
   * What a line says.
   *
   * @param text spelt as its kind is
   * @param surety from 0 to 1: the mean share of its characters
   * @param checked whether it has a check and the check holds
   */
  record Spelt(String text, double surety, boolean checked) {
    @Override
    public String toString() {
      return "Spelt[" + text.length() + " characters, " + surety + "]";
    }
  }

  /** The likeliest text of this kind, if there is any. */
  static Optional<Spelt> read(Reading reading, Spelling spelling) {
    Beam beam = new Beam(spelling);
    double scale = 0;
    for (int step = 0; step < reading.steps(); step++) {
      scale += beam.advance(reading, step);
    }
    return beam.best(scale);
  }

  /** Takes one step and gives the logarithm of what all beliefs were divided by. */
  private double advance(Reading reading, int step) {
    Map<String, Belief> next = new HashMap<>();
    if (reading.symbol(step, 0).isEmpty() && reading.share(step, 0) > CERTAIN) {
      beliefs.replaceAll((prefix, belief) -> new Belief(belief.all(), 0));
      return 0;
    }
    beliefs.forEach((prefix, belief) -> follow(reading, step, prefix, belief, next));
    List<Map.Entry<String, Belief>> kept = new ArrayList<>(next.entrySet());
    kept.sort(Comparator.comparingDouble(entry -> -entry.getValue().all()));
    double most = kept.get(0).getValue().all();
    beliefs = new HashMap<>();
    for (Map.Entry<String, Belief> entry : kept.subList(0, Math.min(WIDTH, kept.size()))) {
      Belief belief = entry.getValue();
      beliefs.put(entry.getKey(), new Belief(belief.parted() / most, belief.touching() / most));
    }
    return Math.log(most);
  }

  private void follow(
      Reading reading, int step, String prefix, Belief belief, Map<String, Belief> next) {
    double passed = LEAST;
    for (int rank = 0; rank < Reading.KEPT; rank++) {
      String symbol = reading.symbol(step, rank);
      double share = reading.share(step, rank);
      if (symbol.isEmpty() || PASSED.contains(symbol)) {
        passed += share;
      } else if (share >= LEAST) {
        char seen = Confusion.folded(symbol);
        append(prefix, belief, seen, share, next);
        String alike = Confusion.alike(seen);
        for (int i = 0; i < alike.length(); i++) {
          append(
              prefix, belief, alike.charAt(i), share * Confusion.DISCOUNT / alike.length(), next);
        }
      }
    }
    add(next, prefix, belief.all() * passed, 0);
  }

  private void append(
      String prefix, Belief belief, char c, double share, Map<String, Belief> next) {
    boolean again = !prefix.isEmpty() && prefix.charAt(prefix.length() - 1) == c;
    if (again) {
      add(next, prefix, 0, belief.touching() * share);
    }
    if (prefix.length() < spelling.longest() && spelling.admits(prefix, c)) {
      add(next, prefix + c, 0, (again ? belief.parted() : belief.all()) * share);
    }
  }

  private static void add(Map<String, Belief> next, String text, double parted, double touching) {
    if (parted + touching > 0) {
      next.put(text, next.getOrDefault(text, Belief.NONE).and(parted, touching));
    }
  }

  private Optional<Spelt> best(double scale) {
    Optional<Spelt> best = Optional.empty();
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Belief> entry : beliefs.entrySet()) {
      String text = entry.getKey();
      if (spelling.ends(text)) {
        boolean holds = spelling.checked() && spelling.checks(text);
        double log = scale + Math.log(entry.getValue().all());
        if (log + (holds ? CHECK : 0) > most) {
          most = log + (holds ? CHECK : 0);
          best = Optional.of(new Spelt(text, Math.exp(log / text.length()), holds));
        }
      }
    }
    return best;
  }
}
