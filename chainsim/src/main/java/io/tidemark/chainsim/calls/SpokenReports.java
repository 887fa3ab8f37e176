package io.tidemark.chainsim.calls;

import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Reports of a season in which several campaigns call from many numbers a few times each, so that
 * no number stands out by itself: lists of ends of cover, and loans, flats and courses at any time.
 * Two of the lists are worked from by one call centre with the same numbers. Deterministic.
 *
 * @param people how many people are in custody
 * @param campaigns the truth
 * @param calls the reports in the order of time
 */
public record SpokenReports(int people, List<Campaign> campaigns, List<Call> calls) {
  /** The number of strangers' calls, of no campaign. */
  public static final int STRANGER = -1;

  private static final int PEOPLE = 20_000;
  private static final int DAYS = 120;
  private static final long MOBILE = 113_000_000_000L;
  private static final long MOBILES = 7_000_000_000L;

  /**
   * A campaign.
   *
   * @param leaked whether it works from a list with ends of cover
   * @param callers its numbers, as a 1 and the digits
   */
  public record Campaign(boolean leaked, List<Long> callers) {
    /** Copies the list. */
    public Campaign {
      callers = List.copyOf(callers);
    }
  }

  /**
   * A report.
   *
   * @param campaign which campaign's call it is; {@link #STRANGER} for none
   * @param caller a 1 and the digits
   * @param person who was called, from 0
   * @param day from 0
   * @param daysLeft days of cover left, from 0 to 364
   * @param text what was written down; empty for a quarter
   */
  public record Call(
      int campaign, long caller, int person, int day, int daysLeft, PersonalText text) {}

  /** Copies the lists. */
  public SpokenReports {
    campaigns = List.copyOf(campaigns);
    calls = List.copyOf(calls);
  }

  /** The reports of this seed: four leaked lists, six other campaigns, and strangers. */
  public static SpokenReports of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] expiry = random.ints(PEOPLE, 0, CallWorld.YEAR).toArray();
    List<Campaign> campaigns = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      boolean leaked = i < 4;
      List<Long> callers = i == 1 ? campaigns.get(0).callers() : numbers(random);
      campaigns.add(new Campaign(leaked, callers));
      Script script = new Script(trade(i), random);
      int[] list = random.ints(600, 0, PEOPLE).toArray();
      int window = 20 + random.nextInt(41);
      double kept = .75 + .25 * random.nextDouble();
      int made = callers.size() * (1 + random.nextInt(2)) + random.nextInt(20);
      for (int call = 0; call < made; call++) {
        int day = random.nextInt(DAYS);
        int person = leaked ? list[random.nextInt(list.length)] : random.nextInt(PEOPLE);
        boolean within = leaked && random.nextDouble() < kept;
        for (int n = 0; within && n < 500 && left(expiry[person], day) >= window; n++) {
          person = list[random.nextInt(list.length)];
        }
        calls.add(
            new Call(
                i,
                callers.get(random.nextInt(callers.size())),
                person,
                day,
                left(expiry[person], day),
                text(script, random)));
      }
    }
    for (int i = 0; i < 200; i++) { // each with a script of its own
      int day = random.nextInt(DAYS);
      int person = random.nextInt(PEOPLE);
      Script script = new Script(trade(random.nextInt(10)), random);
      calls.add(
          new Call(
              STRANGER,
              MOBILE + random.nextLong(MOBILES),
              person,
              day,
              left(expiry[person], day),
              text(script, random)));
    }
    calls.sort(Comparator.comparingInt(Call::day));
    return new SpokenReports(PEOPLE, campaigns, calls);
  }

  private static Script.Trade trade(int campaign) {
    return switch (campaign) {
      case 0, 1, 2, 3, 4 -> Script.Trade.INSURANCE; // the last of them calls at any time
      case 5, 6, 7 -> Script.Trade.LOAN;
      case 8 -> Script.Trade.PROPERTY;
      default -> Script.Trade.COURSE;
    };
  }

  private static List<Long> numbers(SplittableRandom random) {
    List<Long> numbers = new ArrayList<>();
    int many = 15 + random.nextInt(26);
    for (int i = 0; i < many; i++) {
      numbers.add(MOBILE + random.nextLong(MOBILES));
    }
    return numbers;
  }

  private static PersonalText text(Script script, SplittableRandom random) {
    return PersonalText.of(random.nextInt(4) == 0 ? "" : script.written(random));
  }

  private static int left(int expiry, int day) {
    return Math.floorMod(expiry - day, CallWorld.YEAR);
  }
}
