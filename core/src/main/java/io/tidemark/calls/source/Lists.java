package io.tidemark.calls.source;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From which lists a party can have given people to a caller: each of its disclosures, or all of
 * them put together as they were when the call came. Immutable, thread-safe.
 */
final class Lists {
  /** The chance that a caller knows what its list never showed, from elsewhere. */
  private static final double ADDED = .02;

  /** The chance that a party with several disclosures gives them put together. */
  private static final double TOGETHER = .8;

  /**
   * One list of a party.
   *
   * @param spread how it stands for each of the called
   * @param prior how likely it is, before anything is weighed, that just this one is given away
   *     when the party is the source
   * @param id the disclosure; nothing for all put together
   */
  record Source(CallModel.Spread spread, double prior, Optional<DisclosureId> id) {}

  /** The lists of one party, and how many of the called stand in them in which way. */
  record Of(List<Source> sources, int explained, int lacking, int late) {}

  private final List<Called> called;
  private final double custody;

  Lists(List<Called> called, long custody) {
    this.called = called;
    this.custody = Math.max(Math.max(1, called.size()), custody);
  }

  Of of(Hand hand) {
    List<Hand.Given> lists = hand.lists();
    List<Source> sources = new ArrayList<>();
    double listed = Math.max(1, lists.stream().mapToLong(Hand.Given::people).sum());
    double all = Math.max(listed, hand.people());
    boolean several = lists.size() > 1 || all > listed;
    double apart = several ? 1 - TOGETHER : 1;
    int explained = 0;
    int lacking = 0;
    int late = 0;
    double[] together = new double[called.size()];
    for (int i = 0; i < called.size(); i++) {
      double best = 0;
      boolean held = false;
      for (Hand.Given list : lists) {
        best = Math.max(best, standing(list, i));
        held |= list.called().get(i);
      }
      together[i] = best;
      explained += best == 1 ? 1 : 0;
      lacking += best > 0 && best < 1 ? 1 : 0;
      late += held && best == 0 ? 1 : 0;
    }
    for (Hand.Given list : lists) {
      double[] alone = new double[called.size()];
      for (int i = 0; i < alone.length; i++) {
        alone[i] = standing(list, i);
      }
      double prior = apart * list.people() / (several ? all : listed);
      sources.add(source(alone, list.people(), prior, Optional.of(list.id())));
    }
    if (several) {
      double size = Math.min(size(lists, all - listed), custody);
      sources.add(source(together, size, TOGETHER, Optional.empty()));
    }
    return new Of(sources, explained, lacking, late);
  }

  /**
   * About how many people all lists put together are about: those that hold called people overlap
   * as far as they do in them, the others do not.
   */
  private static double size(List<Hand.Given> lists, double others) {
    double listed = lists.stream().mapToLong(Hand.Given::people).sum();
    double times = lists.stream().mapToInt(list -> list.called().cardinality()).sum();
    BitSet any = new BitSet();
    lists.forEach(list -> any.or(list.called()));
    int longest = lists.stream().mapToInt(Hand.Given::people).max().orElse(1);
    return others + Math.max(longest, listed * any.cardinality() / Math.max(1, times));
  }

  private Source source(double[] standing, double people, double prior, Optional<DisclosureId> id) {
    double size = Math.max(1, people);
    double[] times = Arrays.stream(standing).map(s -> s * custody / size).toArray();
    return new Source(new CallModel.Spread(times, size), prior, id);
  }

  /**
   * 1 when the list explains the call, less when it lacks what the caller knew, 0 when it cannot.
   */
  private double standing(Hand.Given list, int i) {
    Called one = called.get(i);
    if (!list.called().get(i) || list.entry() >= one.before()) {
      return 0;
    }
    Set<FieldClass> beyond = EnumSet.noneOf(FieldClass.class);
    one.known().ifPresent(beyond::addAll);
    beyond.removeAll(list.shown());
    return beyond.isEmpty() ? 1 : ADDED;
  }
}
