package io.tidemark.chainsim.hide;

import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a finder did on texts whose truth is known. A hidden number counts as found where a finding
 * has its class and value and shares a place with it; a finding is right where it finds one.
 *
 * @param missed the texts in which something was missed or wrongly found, up to a hundred
 */
public record Score(
    Share recall,
    Share precision,
    Map<String, Share> byClass,
    Map<String, Share> precisionByClass,
    Map<String, Share> byTrick,
    List<HiddenText> missed) {
  private static final int MOST_MISSED = 100;

  /** So many right ones of all. */
  public record Share(int right, int all) {
    Share plus(boolean one) {
      return new Share(right + (one ? 1 : 0), all + 1);
    }

    /** From 0 to 1. */
    public double value() {
      return all == 0 ? 1 : (double) right / all;
    }
  }

  /** Runs the finder over the texts. */
  public static Score of(Finder finder, List<HiddenText> texts) {
    Tally tally = new Tally();
    for (HiddenText text : texts) {
      List<Finding> findings = new ArrayList<>();
      finder.find(text.text(), findings::add);
      boolean good = true;
      for (Hidden hidden : text.hidden()) {
        boolean found = findings.stream().anyMatch(finding -> is(finding, hidden));
        tally.truth(hidden, found);
        good &= found;
      }
      for (Finding finding : findings) {
        boolean right = text.hidden().stream().anyMatch(hidden -> is(finding, hidden));
        tally.finding(finding, right);
        good &= right;
      }
      if (!good && tally.missed.size() < MOST_MISSED) {
        tally.missed.add(text);
      }
    }
    return tally.score();
  }

  private static boolean is(Finding finding, Hidden hidden) {
    return finding.found() == hidden.found()
        && finding.span().overlaps(hidden.span())
        && finding.value().reveal(Reveal.CLASSIFY).equals(hidden.value());
  }

  /** Counts. Not thread-safe. */
  private static final class Tally {
    private Share recall = new Share(0, 0);
    private Share precision = new Share(0, 0);
    private final Map<String, Share> byClass = new TreeMap<>();
    private final Map<String, Share> precisionByClass = new TreeMap<>();
    private final Map<String, Share> byTrick = new TreeMap<>();
    private final List<HiddenText> missed = new ArrayList<>();

    void truth(Hidden hidden, boolean found) {
      recall = recall.plus(found);
      add(byClass, hidden.found().id(), found);
      add(byTrick, hidden.trick().id(), found);
    }

    void finding(Finding finding, boolean right) {
      precision = precision.plus(right);
      add(precisionByClass, finding.found().id(), right);
    }

    private static void add(Map<String, Share> shares, String name, boolean right) {
      shares.put(name, shares.getOrDefault(name, new Share(0, 0)).plus(right));
    }

    Score score() {
      return new Score(recall, precision, byClass, precisionByClass, byTrick, missed);
    }
  }
}
