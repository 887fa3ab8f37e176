package io.tidemark.calls.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The calls of which somebody wrote down what was said: counted by wording, over all numbers that
 * speak so, and by number and wording. Wordings were joined without a look at days, so that the
 * test of days stays exact for them. Bounded; not thread-safe.
 */
final class Voices {
  private static final int MOST = 100_000;

  private final Tallies byVoice = new Tallies();
  private final Tallies byLine = new Tallies();
  private final Map<Line, Long> numbers = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<Long, List<Line>> ofCaller = new HashMap<>();
  private long tests;

  /**
   * Lines that speak alike.
   *
   * @param wording whether all that speak so, not one line alone
   */
  record Spoken(List<Line> lines, boolean wording, Tail tail) {}

  void add(Line line, int person, int daysLeft) {
    Long number = numbers.get(line);
    if (number == null) {
      if (lines.size() == MOST) {
        return;
      }
      lines.add(line);
      number = (long) lines.size();
      numbers.put(line, number);
      ofCaller.computeIfAbsent(line.caller(), any -> new ArrayList<>()).add(line);
    }
    byLine.add(number, person, daysLeft);
    if (line.voice() > 0) {
      byVoice.add(line.voice(), person, daysLeft);
    }
  }

  /** How many tests were made that could have found anything. */
  long tests() {
    return tests;
  }

  /** The ways in which a number speaks. */
  List<Line> of(long caller) {
    return ofCaller.getOrDefault(caller, List.of());
  }

  int calls(Line line) {
    return byLine.calls(numbers.getOrDefault(line, 0L));
  }

  int within(Line line, int window) {
    return byLine.within(numbers.getOrDefault(line, 0L), window);
  }

  /**
   * How much better all that is said in this way fits a share as was found than everybody's, as a
   * logarithm; 0 where it is too little to tell.
   */
  double fits(Line line, Tail tail, double base, int fewest) {
    boolean wording = line.voice() > 0;
    int calls = wording ? byVoice.calls(line.voice()) : calls(line);
    int within =
        wording ? byVoice.within(line.voice(), tail.window()) : within(line, tail.window());
    return calls < fewest ? 0 : tail.fits(calls, within, base);
  }

  /** All wordings and lines that may stand out; {@link #tests} counts from here on. */
  List<Spoken> candidates(double[] shares) {
    List<Spoken> candidates = new ArrayList<>();
    Map<Integer, List<Line>> speak = new HashMap<>();
    for (Line line : lines) {
      if (line.voice() > 0) {
        speak.computeIfAbsent(line.voice(), any -> new ArrayList<>()).add(line);
      }
      for (int w = 0; w < shares.length; w++) {
        test(List.of(line), false, calls(line), within(line, w), w, shares[w], candidates);
      }
    }
    speak.forEach(
        (voice, theirs) -> {
          for (int w = 0; w < shares.length; w++) {
            int within = byVoice.within(voice, w);
            test(theirs, true, byVoice.calls(voice), within, w, shares[w], candidates);
          }
        });
    return candidates;
  }

  private void test(
      List<Line> lines,
      boolean wording,
      int calls,
      int within,
      int window,
      double share,
      List<Spoken> out) {
    if (Tail.canTell(calls, share)) {
      tests++;
      Tail tail = Tail.of(calls, within, window, share);
      if (tail.tells()) {
        out.add(new Spoken(lines, wording, tail));
      }
    }
  }

  /** Those of them that are surer than this, no line in two, the surest first. */
  static List<Spoken> apart(List<Spoken> candidates, double logMost) {
    List<Spoken> found = new ArrayList<>();
    Set<Line> taken = new HashSet<>();
    candidates.stream()
        .filter(one -> one.tail().logChance() <= logMost)
        .sorted(
            Comparator.comparingDouble((Spoken one) -> one.tail().logChance())
                .thenComparing(one -> !one.wording())
                .thenComparing(one -> one.lines().get(0).caller()))
        .forEach(
            one -> {
              if (one.lines().stream().noneMatch(taken::contains)) {
                taken.addAll(one.lines());
                found.add(one);
              }
            });
    return found;
  }
}
