package io.tidemark.calls.source;

import io.tidemark.trace.Logs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely it is that just these people were called, when the caller works from certain lists. A
 * call is about one person of one of the lists, or, with some chance, background: anybody in
 * custody, at any time of the year, by somebody who mostly knows nothing. A longer list explains
 * each call less, and nobody is drawn twice from a list, as in {@link
 * io.tidemark.trace.HolderModel}. Beside it stand when the call came, counted from the end of cover
 * (renewal callers ring in the last weeks), and whether the caller knew more than a number. None of
 * the rates is known: they are averaged over grids fixed beforehand. All likelihoods are divided by
 * that of background alone. Immutable, thread-safe.
 */
final class CallModel {
  /** What share of the calls is background. */
  private static final double[] BACKGROUND = {.03, .15, .35, .5, .65, .78, .9};

  /** Within how many days before the end of cover callers ring; 0: at any time. */
  private static final int[] WINDOWS = {0, 25, 45, 60, 90};

  /** The share of a caller's calls within its window. */
  private static final double KEPT = .9;

  /** How many ways to behave the likelihood of a longer explanation is guessed by. */
  private static final int GUESSED_BY = 6;

  /** How often a caller with a list, and any other, shows that more than a number is known. */
  private static final double[][] KNOWING = {
    {.3, .02}, {.3, .1}, {.6, .05}, {.6, .2}, {.9, .02}, {.9, .1}
  };

  private static final double YEAR = 365;

  /** How a caller behaves, and how much likelier each call is for it than for background. */
  private record Habit(double background, double[] times) {}

  /**
   * One of the lists from which a caller may work.
   *
   * @param times by how much likelier each of the called is on it than in custody; 0 when it is not
   *     on the list
   * @param people how long the list is
   */
  record Spread(double[] times, double people) {}

  private final int called;
  private final List<Habit> habits;

  /** A model of these calls. */
  CallModel(List<Called> called) {
    this.called = called.size();
    this.habits = habits(called);
  }

  private static List<Habit> habits(List<Called> called) {
    boolean told = called.stream().anyMatch(one -> one.known().isPresent());
    double[][] knowing = told ? KNOWING : new double[][] {{1, 1}};
    List<Habit> habits = new ArrayList<>();
    for (double background : BACKGROUND) {
      for (int window : WINDOWS) {
        for (double[] knows : knowing) {
          habits.add(new Habit(background, times(called, window, knows)));
        }
      }
    }
    return habits;
  }

  private static double[] times(List<Called> called, int window, double[] knows) {
    double[] times = new double[called.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = inTime(called.get(i), window) * knowing(called.get(i), knows);
    }
    return times;
  }

  private static double inTime(Called one, int window) {
    if (window == 0 || one.daysLeft().isEmpty()) {
      return 1;
    }
    int left = one.daysLeft().getAsInt();
    boolean within = left >= 0 && left < window;
    return within ? KEPT * YEAR / window : (1 - KEPT) * YEAR / (YEAR - window);
  }

  private static double knowing(Called one, double[] knows) {
    if (one.known().isEmpty() || knows[0] == knows[1]) {
      return 1;
    }
    boolean knew = !one.known().get().isEmpty();
    return knew ? knows[0] / knows[1] : (1 - knows[0]) / (1 - knows[1]);
  }

  /**
   * How well lists explain the calls.
   *
   * @param log the log likelihood
   * @param best the ways to behave, and the shares, with which they explain them best, and how well
   */
  record Fit(double log, List<Best> best) {
    /** Copies the list. */
    Fit {
      best = List.copyOf(best);
    }
  }

  /** A way to behave by its number, and the log likelihood with it. */
  record Best(int habit, double log) {}

  /** How well these lists explain the calls. */
  Fit fit(List<Spread> lists) {
    double[][] shares = Shares.of(lists.size());
    double[] terms = new double[habits.size()];
    for (int h = 0; h < terms.length; h++) {
      terms[h] = logAt(h, shares, lists);
    }
    List<Best> best =
        IntStream.range(0, terms.length)
            .mapToObj(h -> new Best(h, terms[h]))
            .sorted(Comparator.comparingDouble(Best::log).reversed())
            .limit(GUESSED_BY)
            .toList();
    return new Fit(Logs.sum(terms) - StrictMath.log(terms.length), best);
  }

  /**
   * About how well these lists explain the calls, from the ways to behave that do best with all of
   * them but one: as much better as with those.
   */
  double guess(Fit without, List<Spread> lists) {
    double[][] shares = Shares.of(lists.size());
    double better = Double.NEGATIVE_INFINITY;
    for (Best best : without.best()) {
      better = Math.max(better, logAt(best.habit(), shares, lists));
    }
    return without.log() + better - without.best().get(0).log();
  }

  private double logAt(int habit, double[][] shares, List<Spread> lists) {
    double[] terms = new double[shares.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = logAt(habits.get(habit), shares[i], lists);
    }
    return Logs.sum(terms) - StrictMath.log(terms.length);
  }

  private double logAt(Habit habit, double[] share, List<Spread> lists) {
    double log = 0;
    double product = 1;
    double[] from = new double[lists.size()];
    for (int i = 0; i < called; i++) {
      double listed = 0;
      for (int l = 0; l < share.length; l++) {
        listed += share[l] * lists.get(l).times()[i];
      }
      double leaked = (1 - habit.background()) * habit.times()[i];
      double times = habit.background() + leaked * listed;
      for (int l = 0; l < share.length; l++) {
        from[l] += leaked * share[l] * lists.get(l).times()[i] / times;
      }
      product *= times;
      if (product > 1e200 || product < 1e-200) {
        log += StrictMath.log(product);
        product = 1;
      }
    }
    log += StrictMath.log(product);
    for (int l = 0; l < share.length; l++) {
      log += Logs.nobodyTwice(lists.get(l).people(), from[l]);
    }
    return log;
  }

  /**
   * The log likelihood of the calls when the list is somebody else's: half that all are background,
   * half that a caller works from people of custody whom nobody was given together.
   */
  double logOutside() {
    double[] terms = new double[habits.size()];
    for (int h = 0; h < terms.length; h++) {
      Habit habit = habits.get(h);
      for (double times : habit.times()) {
        terms[h] += StrictMath.log(habit.background() + (1 - habit.background()) * times);
      }
    }
    double leaked = Logs.sum(terms) - StrictMath.log(terms.length);
    return Logs.sum(new double[] {StrictMath.log(.5), StrictMath.log(.5) + leaked});
  }
}
