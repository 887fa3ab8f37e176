package io.tidemark.calls.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds campaigns in two readings of the same calls. The first counts; then blocks of numbers, and
 * wordings, that stand out are found and those of their numbers left out that behave as everybody
 * does; the second reading learns whom the rest called, and groups that called the same people far
 * more often than chance would have it are one campaign. A block and a wording of the same numbers
 * are one; a number with two wordings that both stand out is of two. Not thread-safe.
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
  /** How many campaigns found by chance an inquiry puts up with, expected in all. */
  public static final double WRONG = .05;

  private static final double LOG_ALIKE = Math.log(1e-6);

  /** So much worse than everybody must a number fit that speaks as the others of its group do. */
  private static final double LOG_OUT = Math.log(.05);

  /** A way to speak is held against its number's group from so many calls on. */
  private static final int FEWEST_SPOKEN = 3;

  private static final int NONE = -1;

  private final Tallies tallies = new Tallies();
  private final Voices voices = new Voices();
  private final double wrong;
  private final Map<Long, Integer> groupOfCaller = new HashMap<>();
  private final Map<Line, Integer> groupOfLine = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final RoaringBitmap everybody = new RoaringBitmap();
  private long tests;

  /**
   * Begins.
   *
   * @param wrong how many groups found by chance are put up with, expected in all
   */
  public Campaigns(double wrong) {
    this.wrong = wrong;
  }

  /**
   * First reading: a call to somebody in custody; see {@link Tallies#add}.
   *
   * @param voice above 0 the number of the call's wording, below 0 that of who the caller claimed
   *     to be where no wording is known, 0 where nobody wrote down what was said
   */
  public void count(long caller, int voice, int person, int daysLeft) {
    tallies.add(caller, person, daysLeft);
    if (voice != 0) {
      voices.add(new Line(caller, voice), person, daysLeft);
    }
  }

  /** Between the readings. */
  public void look() {
    Scan scan = new Scan(tallies);
    List<Block> blocks = scan.candidates();
    double[] shares = new double[Tallies.WINDOWS.length];
    for (int w = 0; w < shares.length; w++) {
      shares[w] = tallies.share(w);
    }
    List<Voices.Spoken> spoken = voices.candidates(shares);
    tests = scan.tests() + voices.tests();
    double logMost = Math.log(wrong) - Math.log(Math.max(1, tests));
    Voices.apart(spoken, logMost).forEach(this::heard);
    int heard = groups.size();
    Scan.apart(blocks, logMost).forEach(block -> seen(block, scan.numbers(), heard));
  }

  /** Lines that speak alike and stand out. */
  private void heard(Voices.Spoken spoken) {
    Group group = new Group(groups.size(), spoken.tail());
    int window = spoken.tail().window();
    for (Line line : spoken.lines()) {
      double fits =
          spoken
              .tail()
              .fits(voices.calls(line), voices.within(line, window), tallies.share(window));
      if (fits > LOG_OUT) {
        group.callers.add(line.caller());
        groupOfLine.put(line, groups.size());
      }
    }
    if (!group.callers.isEmpty()) {
      groups.add(group);
    }
  }

  /** Numbers that begin alike and stand out; part of what was heard of them before, if it was. */
  private void seen(Block block, long[] numbers, int heard) {
    Group group = new Group(groups.size(), block.tail());
    double base = tallies.share(block.tail().window());
    for (int i = block.from(); i < block.to(); i++) {
      long caller = numbers[i];
      int within = tallies.within(caller, block.tail().window());
      if (block.tail().fits(tallies.calls(caller), within, base) > 0) {
        group.callers.add(caller);
      }
    }
    if (group.callers.isEmpty()) {
      return;
    }
    int into = heardOf(group, heard);
    if (into == NONE) {
      into = groups.size();
      groups.add(group);
    } else {
      groups.get(into).callers.addAll(group.callers);
      Group had = groups.get(into);
      had.tail = group.tail.logChance() < had.tail.logChance() ? group.tail : had.tail;
    }
    for (long caller : group.callers) {
      groupOfCaller.put(caller, into);
      for (Line line : voices.of(caller)) {
        if (!groupOfLine.containsKey(line)
            && voices.fits(line, block.tail(), base, FEWEST_SPOKEN) < 0) {
          groupOfLine.put(line, NONE);
        }
      }
    }
  }

  /** The surest group of those that speak alike that has at least half of either's calls. */
  private int heardOf(Group seen, int heard) {
    int[] both = new int[heard];
    int[] spoken = new int[heard];
    groupOfLine.forEach(
        (line, group) -> {
          if (group != NONE && group < heard) {
            int calls = voices.calls(line);
            spoken[group] += calls;
            both[group] += seen.callers.contains(line.caller()) ? calls : 0;
          }
        });
    int calls = seen.callers.stream().mapToInt(tallies::calls).sum();
    for (int group = 0; group < heard; group++) {
      if (both[group] > 0 && (2 * both[group] >= spoken[group] || 2 * both[group] >= calls)) {
        return group;
      }
    }
    return NONE;
  }

  /** The group of a call, from 0; -1 for none. Known from {@link #look} on. */
  public int group(long caller, int voice) {
    Integer spoken = voice == 0 ? null : groupOfLine.get(new Line(caller, voice));
    return spoken == null ? groupOfCaller.getOrDefault(caller, NONE) : spoken;
  }

  /** How many groups were found, before those of one campaign are put together. */
  public int groups() {
    return groups.size();
  }

  /**
   * Second reading: the same calls.
   *
   * @param person the called person's number, from 0
   * @param day counted from 1970-01-01
   */
  public void follow(long caller, int voice, int person, int day) {
    everybody.add(person);
    int group = group(caller, voice);
    if (group != NONE) {
      groups.get(group).follow(person, day);
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

  /** Whom a campaign called, by the numbers of {@link #follow}. */
  public RoaringBitmap people(Campaign campaign) {
    RoaringBitmap people = new RoaringBitmap();
    campaign.parts().forEach(part -> people.or(groups.get(part).people));
    return people;
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
    return new Campaign(
        List.copyOf(of.callers),
        of.tail.calls(),
        of.tail.within(),
        Tallies.WINDOWS[of.tail.window()],
        tallies.share(of.tail.window()),
        of.tail.logChance(),
        tests,
        of.people.getCardinality(),
        of.firstDay,
        of.lastDay,
        of.parts);
  }
}
