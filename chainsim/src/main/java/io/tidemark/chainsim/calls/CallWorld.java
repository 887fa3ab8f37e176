package io.tidemark.chainsim.calls;

import static io.tidemark.terms.FieldClass.ADDRESS;
import static io.tidemark.terms.FieldClass.EXPIRY;
import static io.tidemark.terms.FieldClass.IDENTITY_NUMBER;
import static io.tidemark.terms.FieldClass.MODEL;
import static io.tidemark.terms.FieldClass.PLATE;
import static io.tidemark.terms.FieldClass.PREMIUM;
import static io.tidemark.terms.FieldClass.VIN;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PartyKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * People with the days on which their cover ends, and parties that are given them over time:
 * registry and departments at once, branches by district, agents when a policy is written or some
 * weeks before it ends, dealers when a car is bought, repair shops when it is mended.
 * Deterministic.
 *
 * @param expiry of each person, numbered from 1, the day of the year on which the cover ends
 * @param parties who holds whom
 */
public record CallWorld(int[] expiry, List<Party> parties) {
  /** The days of the year, which goes round for the ends of cover. */
  public static final int YEAR = 365;

  private static final int WRITTEN_WITHIN = 30;
  private static final int RENEWAL_LIST = 75;
  private static final double SECOND_AGENT = .15;

  /**
   * A party.
   *
   * @param kind what it is
   * @param shown what its lists show beside name and telephone number
   * @param given of each person it holds, the day on which it was given to it; may be negative
   */
  public record Party(
      String id, PartyKind kind, Set<FieldClass> shown, Map<Integer, Integer> given) {
    /** Copies the set. */
    public Party {
      shown = Set.copyOf(shown);
    }

    /** How many people it had been given by the end of this day. */
    public int heldBy(int day) {
      return (int) given.values().stream().filter(when -> when <= day).count();
    }
  }

  /**
   * How many parties of each kind there are beside the registry.
   *
   * @param agents of each branch
   */
  public record Size(
      int people,
      int departments,
      int branches,
      int agents,
      int dealers,
      int repairShops,
      int platforms) {
    /** A registry, 4 departments, 10 branches, 30 agents, 15 dealers; 3,000 people. */
    public static final Size NESTED = new Size(3_000, 4, 10, 3, 15, 0, 0);

    /** A city of 500 parties and 200,000 people. */
    public static final Size CITY = new Size(200_000, 6, 20, 16, 90, 56, 7);
  }

  /** Copies the list. */
  public CallWorld {
    parties = List.copyOf(parties);
  }

  /** How many people there are. */
  public int people() {
    return expiry.length - 1;
  }

  /** The same world with one more party that was given the same people on the same days. */
  public CallWorld withTwinOf(Party party) {
    List<Party> with = new ArrayList<>(parties);
    with.add(new Party(party.id() + "-twin", party.kind(), party.shown(), party.given()));
    return new CallWorld(expiry, with);
  }

  /** How many days of cover a person has left on a day, from 0 to 364. */
  public int daysLeft(int person, int day) {
    return Math.floorMod(expiry[person] - day, YEAR);
  }

  /** The world of this size and seed. */
  public static CallWorld of(Size size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int people = size.people();
    int[] expiry = new int[people + 1];
    for (int person = 1; person <= people; person++) {
      expiry[person] = random.nextInt(YEAR);
    }
    int[] branch = uneven(random, people, size.branches());
    int[] first = uneven(random, people, Math.max(1, size.agents()));
    int[] make = uneven(random, people, Math.max(1, size.dealers()));
    int[] shop = uneven(random, people, Math.max(1, size.repairShops()));
    List<Party> parties = new ArrayList<>();
    Party registry =
        party(
            "registry",
            PartyKind.VEHICLE_REGISTRY,
            EnumSet.of(PLATE, VIN, MODEL, IDENTITY_NUMBER, ADDRESS));
    parties.add(registry);
    for (int d = 0; d < size.departments(); d++) {
      parties.add(party("dp-" + d, PartyKind.DEPARTMENT, everything()));
    }
    List<Party> branches = new ArrayList<>();
    List<Party> agents = new ArrayList<>();
    for (int b = 0; b < size.branches(); b++) {
      branches.add(party("br-" + b, PartyKind.BRANCH, everything()));
      for (int a = 0; a < size.agents(); a++) {
        agents.add(
            party("ag-" + b + "-" + a, PartyKind.AGENT, EnumSet.of(PLATE, MODEL, EXPIRY, PREMIUM)));
      }
    }
    List<Party> dealers =
        many("dl-", PartyKind.DEALER, size.dealers(), EnumSet.of(PLATE, VIN, MODEL, EXPIRY));
    List<Party> shops =
        many("rs-", PartyKind.REPAIR_SHOP, size.repairShops(), EnumSet.of(PLATE, MODEL, VIN));
    List<Party> platforms =
        many("pf-", PartyKind.PLATFORM, size.platforms(), EnumSet.of(PLATE, EXPIRY));
    double[] shares = random.doubles(size.departments() + size.platforms(), .25, .9).toArray();
    for (int person = 1; person <= people; person++) {
      int written = expiry[person] - YEAR;
      if (random.nextDouble() < .95) {
        registry.given().put(person, written - random.nextInt(YEAR));
      }
      for (int d = 0; d < size.departments(); d++) {
        if (random.nextDouble() < shares[d]) {
          parties.get(1 + d).given().put(person, written + random.nextInt(WRITTEN_WITHIN));
        }
      }
      branches.get(branch[person]).given().put(person, written + random.nextInt(WRITTEN_WITHIN));
      if (size.agents() > 0) {
        give(
            agents, branch[person] * size.agents() + first[person], person, expiry[person], random);
        if (random.nextDouble() < SECOND_AGENT) {
          int second = (first[person] + 1) % size.agents();
          give(agents, branch[person] * size.agents() + second, person, expiry[person], random);
        }
      }
      dealers.get(make[person]).given().put(person, written - random.nextInt(3) * YEAR);
      if (size.repairShops() > 0 && random.nextDouble() < .7) {
        shops.get(shop[person]).given().put(person, random.nextInt(2 * YEAR) - YEAR);
      }
      for (int p = 0; p < size.platforms(); p++) {
        if (random.nextDouble() < shares[size.departments() + p] / 3) {
          platforms.get(p).given().put(person, random.nextInt(2 * YEAR) - YEAR);
        }
      }
    }
    parties.addAll(branches);
    parties.addAll(agents);
    parties.addAll(dealers);
    parties.addAll(shops);
    parties.addAll(platforms);
    return new CallWorld(expiry, parties);
  }

  /** Half of the agents write policies, the others are given renewal lists some weeks ahead. */
  private static void give(
      List<Party> agents, int agent, int person, int expiry, SplittableRandom random) {
    boolean renewals = agent % 2 == 1;
    int day = renewals ? expiry - RENEWAL_LIST : expiry - YEAR + random.nextInt(WRITTEN_WITHIN);
    agents.get(agent).given().putIfAbsent(person, renewals && day > YEAR / 2 ? day - YEAR : day);
  }

  private static Set<FieldClass> everything() {
    return EnumSet.of(PLATE, VIN, MODEL, IDENTITY_NUMBER, ADDRESS, EXPIRY, PREMIUM);
  }

  private static List<Party> many(String id, PartyKind kind, int count, Set<FieldClass> shown) {
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parties.add(party(id + i, kind, shown));
    }
    return parties;
  }

  private static Party party(String id, PartyKind kind, Set<FieldClass> shown) {
    return new Party(id, kind, shown, new LinkedHashMap<>());
  }

  /** Which part each person belongs to; the parts have sizes from one to about three. */
  private static int[] uneven(SplittableRandom random, int people, int parts) {
    double[] until = random.doubles(parts, 1, 3).toArray();
    for (int i = 1; i < parts; i++) {
      until[i] += until[i - 1];
    }
    int[] part = new int[people + 1];
    for (int person = 1; person <= people; person++) {
      double at = random.nextDouble() * until[parts - 1];
      while (part[person] < parts - 1 && at >= until[part[person]]) {
        part[person]++;
      }
    }
    return part;
  }
}
