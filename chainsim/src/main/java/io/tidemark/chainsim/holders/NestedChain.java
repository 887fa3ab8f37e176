package io.tidemark.chainsim.holders;

import io.tidemark.terms.PartyKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A chain as in life: the registry holds most people, departments large shares of them, branches
 * divide the country unevenly, agents divide their branch and share some people, dealers and repair
 * shops cut across, a platform and a processor hold a share of everything. Deterministic.
 *
 * @param people how many people are in custody, numbered from 1
 * @param holders the parties
 */
public record NestedChain(int people, List<Holder> holders) {
  private static final int BRANCHES = 8;
  private static final int AGENTS = 3;
  private static final int MAKES = 10;
  private static final int TOWNS = 10;
  private static final double SECOND_AGENT = .15;

  /** A party and the numbers of the people whom it holds. */
  public record Holder(String id, PartyKind kind, BitSet people) {}

  /** Copies the list. */
  public NestedChain {
    holders = List.copyOf(holders);
  }

  /** The chain of this seed. */
  public static NestedChain of(long seed, int people) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] branch = uneven(random, people, BRANCHES);
    int[] make = uneven(random, people, MAKES);
    int[] town = uneven(random, people, TOWNS);
    int[] first = uneven(random, people, AGENTS);
    BitSet second = share(random, people, SECOND_AGENT);
    List<Holder> holders = new ArrayList<>();
    holders.add(new Holder("registry", PartyKind.VEHICLE_REGISTRY, share(random, people, .95)));
    holders.add(new Holder("dp-renewal", PartyKind.DEPARTMENT, share(random, people, .8)));
    holders.add(new Holder("dp-claims", PartyKind.DEPARTMENT, share(random, people, .6)));
    for (int b = 0; b < BRANCHES; b++) {
      holders.add(new Holder("br-" + b, PartyKind.BRANCH, where(branch, b)));
      for (int a = 0; a < AGENTS; a++) {
        BitSet served = where(first, a);
        BitSet also = where(first, (a + 1) % AGENTS);
        also.and(second);
        served.or(also);
        served.and(where(branch, b));
        holders.add(new Holder("ag-" + b + a, PartyKind.AGENT, served));
      }
    }
    for (int m = 0; m < MAKES; m++) {
      holders.add(new Holder("dl-" + m, PartyKind.DEALER, where(make, m)));
    }
    for (int t = 0; t < TOWNS; t++) {
      holders.add(new Holder("rs-" + t, PartyKind.REPAIR_SHOP, where(town, t)));
    }
    holders.add(new Holder("pf-01", PartyKind.PLATFORM, share(random, people, .25)));
    holders.add(new Holder("pr-01", PartyKind.PROCESSOR, share(random, people, .5)));
    return new NestedChain(people, holders);
  }

  /** A leak of about {@code rows} rows; the source is drawn, each party as likely as another. */
  public LeakedPeople leak(Rates rates, int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    if (random.nextDouble() < rates.outside()) {
      return leak(Optional.empty(), new Rates(rates.foreign(), 1, 1), rows, random);
    }
    Holder source = holders.get(random.nextInt(holders.size()));
    return leak(Optional.of(source), rates, rows, random);
  }

  /** A leak from these parties, each of whom gives the same number of rows. */
  public LeakedPeople leak(List<Holder> sources, Rates rates, int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Integer> leaked = new LinkedHashSet<>();
    for (Holder source : sources) {
      leaked.addAll(leak(Optional.of(source), rates, rows, random).people());
    }
    return new LeakedPeople(
        Optional.of(sources.get(0)), List.copyOf(leaked), rows * sources.size());
  }

  private LeakedPeople leak(
      Optional<Holder> source, Rates rates, int rows, SplittableRandom random) {
    BitSet everybody = new BitSet();
    everybody.set(1, people + 1);
    BitSet list = new BitSet();
    list.or(source.map(Holder::people).orElse(everybody));
    Set<Integer> leaked = new LinkedHashSet<>();
    for (int row = 0; row < rows; row++) {
      if (random.nextDouble() >= rates.foreign()) {
        BitSet from = random.nextDouble() < rates.background() ? everybody : list;
        if (!from.isEmpty()) {
          int person = drawn(from, random);
          from.clear(person); // nobody is drawn twice
          leaked.add(person);
        }
      }
    }
    return new LeakedPeople(source, List.copyOf(leaked), rows);
  }

  private static int drawn(BitSet from, SplittableRandom random) {
    int most = from.length();
    int person;
    do {
      person = random.nextInt(most);
    } while (!from.get(person));
    return person;
  }

  /** Which part each person belongs to; the parts have sizes from one to about three. */
  private static int[] uneven(SplittableRandom random, int people, int parts) {
    double[] weights = random.doubles(parts, 1, 3).toArray();
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    int[] part = new int[people + 1];
    for (int person = 1; person <= people; person++) {
      double left = random.nextDouble() * all;
      while (part[person] < parts - 1 && left >= weights[part[person]]) {
        left -= weights[part[person]++];
      }
    }
    return part;
  }

  private static BitSet where(int[] part, int which) {
    BitSet people = new BitSet();
    for (int person = 1; person < part.length; person++) {
      people.set(person, part[person] == which);
    }
    return people;
  }

  private static BitSet share(SplittableRandom random, int people, double share) {
    BitSet drawn = new BitSet();
    for (int person = 1; person <= people; person++) {
      drawn.set(person, random.nextDouble() < share);
    }
    return drawn;
  }
}
