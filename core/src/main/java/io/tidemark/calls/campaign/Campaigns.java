package io.tidemark.calls.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds campaigns in two readings of the same calls. The first counts; then blocks of numbers that
 * stand out are found and those of their numbers left out that behave as everybody does; the second
 * reading learns whom the rest called, and groups that called the same people far more often than
 * chance would have it are one campaign. Not thread-safe.
 *
 * <pre>{@code
 * Campaigns campaigns = new Campaigns(1.0);
 * calls.forEach(call -> campaigns.count(...));
 * campaigns.look();
 * calls.forEach(call -> campaigns.follow(...));
 * campaigns.found();
 * }</pre>
 */
public final class Campaigns {
  private static final double LOG_ALIKE = Math.log(1e-6);

  private final Tallies tallies = new Tallies();
  private final double wrong;
  private final Map<Long, Group> groupOf = new HashMap<>();
  private List<Group> groups = List.of();
  private final RoaringBitmap everybody = new RoaringBitmap();
  private long tests;

  /** Numbers found together, and what the second reading says of them. */
  private static final class Group {
    final List<Long> callers = new ArrayList<>();
    final int window;
    final RoaringBitmap people = new RoaringBitmap();
    int firstDay = Integer.MAX_VALUE;
    int lastDay = Integer.MIN_VALUE;

    Group(int window) {
      this.window = window;
    }

    void take(Group other) {
      callers.addAll(other.callers);
      people.or(other.people);
      firstDay = Math.min(firstDay, other.firstDay);
      lastDay = Math.max(lastDay, other.lastDay);
    }
  }

  /**
   * Begins.
   *
   * @param wrong how many groups found by chance are put up with, expected in all
   */
  public Campaigns(double wrong) {
    this.wrong = wrong;
  }

  /** First reading: a call to somebody in custody; see {@link Tallies#add}. */
  public void count(long caller, int person, int daysLeft) {
    tallies.add(caller, person, daysLeft);
  }

  /** Between the readings. */
  public void look() {
    Scan scan = new Scan(tallies);
    List<Block> blocks = scan.found(wrong);
    tests = scan.tests();
    groups = new ArrayList<>();
    for (Block block : blocks) {
      Group group = new Group(block.window());
      double share = Math.min(.999, (double) block.within() / block.calls());
      double base = tallies.share(block.window());
      for (int i = block.from(); i < block.to(); i++) {
        long caller = scan.numbers()[i];
        int within = tallies.within(caller, block.window());
        int without = tallies.calls(caller) - within;
        if (within * Math.log(share / base) + without * Math.log((1 - share) / (1 - base)) > 0) {
          group.callers.add(caller);
          groupOf.put(caller, group);
        }
      }
      if (!group.callers.isEmpty()) {
        groups.add(group);
      }
    }
  }

  /**
   * Second reading: the same calls.
   *
   * @param person the called person's number, from 0
   * @param day counted from 1970-01-01
   */
  public void follow(long caller, int person, int day) {
    everybody.add(person);
    @Nullable Group group = groupOf.get(caller);
    if (group != null) {
      group.people.add(person);
      group.firstDay = Math.min(group.firstDay, day);
      group.lastDay = Math.max(group.lastDay, day);
    }
  }

  /** How many numbers called, how many calls were counted. */
  public Tallies tallies() {
    return tallies;
  }

  /** The campaigns, the surest first. */
  public List<Campaign> found() {
    List<Group> apart = new ArrayList<>(groups);
    for (int i = 0; i < apart.size(); i++) {
      for (int j = 0; j < apart.size(); j++) {
        if (i != j && sameList(apart.get(i), apart.get(j))) {
          apart.get(Math.min(i, j)).take(apart.remove(Math.max(i, j)));
          i = -1; // with more people, another may be found alike
          break;
        }
      }
    }
    return apart.stream()
        .map(this::campaign)
        .sorted(Comparator.comparingDouble(Campaign::logChance))
        .toList();
  }

  /** Whether they called the same people far more often than two that drew from all would. */
  private boolean sameList(Group one, Group other) {
    int common = RoaringBitmap.andCardinality(one.people, other.people);
    int fewer = Math.min(one.people.getCardinality(), other.people.getCardinality());
    int more = Math.max(one.people.getCardinality(), other.people.getCardinality());
    double chance = (double) more / Math.max(1, everybody.getCardinality());
    return BinomialTail.log(fewer, common, Math.min(1, 4 * chance)) < LOG_ALIKE;
  }

  private Campaign campaign(Group of) {
    int calls = 0;
    int within = 0;
    for (long caller : of.callers) {
      calls += tallies.calls(caller);
      within += tallies.within(caller, of.window);
    }
    double share = tallies.share(of.window);
    double logChance = BinomialTail.log(calls, within, share);
    return new Campaign(
        of.callers.stream().sorted().toList(),
        calls,
        within,
        Tallies.WINDOWS[of.window],
        share,
        logChance,
        logChance + Math.log(Math.max(1, tests)),
        of.people,
        of.firstDay,
        of.lastDay);
  }
}
