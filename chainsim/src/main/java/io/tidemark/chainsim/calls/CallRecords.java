package io.tidemark.chainsim.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Call records of an operator or of a large telephone system over some days: friends who call each
 * other again and again, numbers that call many (couriers, call centres, hospitals), and campaigns
 * that call people of one list in the weeks before their cover ends, from one number or several,
 * which follow each other or do not. Deterministic; may be read as often as one likes.
 */
public final class CallRecords {
  private static final int DAYS = 30;
  private static final double FRIENDS = .5;
  private static final double STRANGERS = .25;
  private static final int LINES = 3_000;
  private static final long MOBILE = 113_000_000_000L;
  private static final long MOBILES = 7_000_000_000L;

  /**
   * A campaign.
   *
   * @param callers its numbers, as a 1 and the digits
   * @param list whom it calls from
   * @param calls how many calls it makes
   * @param window within so many days before the end of cover
   * @param kept the share of the calls that keeps to it
   */
  public record Campaign(long[] callers, int[] list, int calls, int window, double kept) {}

  /** Takes one record after the other. */
  @FunctionalInterface
  public interface Each {
    /**
     * A call.
     *
     * @param caller a 1 and the digits of the calling number
     * @param person who was called, from 1; beyond those in custody: nobody of ours
     * @param day from 0
     */
    void call(long caller, int person, int day);
  }

  private final long seed;
  private final long calls;
  private final int[] expiry;
  private final int population;
  private final List<Campaign> campaigns;

  /**
   * Records.
   *
   * @param seed decides all
   * @param calls how many
   * @param custody how many people are in custody, of about three times as many that are called
   * @param campaigns how many campaigns of 200 to 5,000 calls
   */
  public CallRecords(long seed, long calls, int custody, int campaigns) {
    this.seed = seed;
    this.calls = calls;
    SplittableRandom random = new SplittableRandom(seed);
    this.expiry = random.ints(custody + 1L, 0, CallWorld.YEAR).toArray();
    this.population = 3 * custody;
    this.campaigns = new ArrayList<>();
    for (int i = 0; i < campaigns; i++) {
      this.campaigns.add(campaign(random));
    }
  }

  private Campaign campaign(SplittableRandom random) {
    int made = (int) (200 * Math.pow(25, random.nextDouble()));
    int numbers = 1 + random.nextInt(Math.min(50, made / 15));
    long first = MOBILE + random.nextLong(MOBILES);
    boolean follow = random.nextBoolean();
    long[] callers = new long[numbers];
    for (int i = 0; i < numbers; i++) {
      callers[i] = follow ? first + i * (1 + random.nextInt(3)) : MOBILE + random.nextLong(MOBILES);
    }
    int[] list = random.ints(made * (2L + random.nextInt(6)), 1, expiry.length).toArray();
    return new Campaign(
        callers, list, made, 20 + random.nextInt(71), .75 + .25 * random.nextDouble());
  }

  /** The truth. */
  public List<Campaign> campaigns() {
    return campaigns;
  }

  /** How many people are in custody. */
  public int custody() {
    return expiry.length - 1;
  }

  /** How many days of cover somebody in custody has left on a day, from 0 to 364. */
  public int daysLeft(int person, int day) {
    return Math.floorMod(expiry[person] - day, CallWorld.YEAR);
  }

  /** Hands each record on, campaigns among the others, in about the order of time. */
  public void each(Each each) {
    SplittableRandom random = new SplittableRandom(~seed);
    long campaignCalls = campaigns.stream().mapToLong(Campaign::calls).sum();
    int[] left = campaigns.stream().mapToInt(Campaign::calls).toArray();
    for (long i = 0; i < calls; i++) {
      int day = (int) (i * DAYS / calls);
      if (random.nextLong(calls - i) < campaignCalls) {
        int which = drawn(left, random.nextLong(campaignCalls));
        left[which]--;
        campaignCalls--;
        listed(campaigns.get(which), day, random, each);
      } else {
        ordinary(day, random, each);
      }
    }
  }

  private static int drawn(int[] left, long at) {
    int which = 0;
    long rest = at;
    while (rest >= left[which]) {
      rest -= left[which++];
    }
    return which;
  }

  private void listed(Campaign campaign, int day, SplittableRandom random, Each each) {
    int person = campaign.list()[random.nextInt(campaign.list().length)];
    boolean within = random.nextDouble() < campaign.kept();
    for (int i = 0; within && i < 500 && daysLeft(person, day) >= campaign.window(); i++) {
      person = campaign.list()[random.nextInt(campaign.list().length)];
    }
    each.call(campaign.callers()[random.nextInt(campaign.callers().length)], person, day);
  }

  private void ordinary(int day, SplittableRandom random, Each each) {
    double kind = random.nextDouble();
    if (kind < FRIENDS) { // somebody's own few, again and again
      int caller = 1 + random.nextInt(population);
      int friend = 1 + Math.floorMod(caller * 31 + random.nextInt(4) * 7_919, population);
      each.call(number(caller), friend, day);
    } else if (kind < FRIENDS + STRANGERS) {
      each.call(number(1 + random.nextInt(population)), 1 + random.nextInt(population), day);
    } else { // lines that call many; few of them most
      double drawn = random.nextDouble();
      int line = (int) (LINES * drawn * drawn * drawn);
      each.call(number(population + 1 + line), 1 + random.nextInt(population), day);
    }
  }

  /** The number of somebody who calls; scattered over all. */
  private long number(int of) {
    long mixed = (of + seed) * 0x9e3779b97f4a7c15L;
    return MOBILE + Long.remainderUnsigned(mixed ^ mixed >>> 29, MOBILES);
  }
}
