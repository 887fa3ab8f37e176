package io.tidemark.bench.calls;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.campaign.Campaigns;
import io.tidemark.chainsim.calls.CallRecords;
import io.tidemark.terms.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Campaigns among the call records of a month. */
final class CampaignsFound {
  private static final int DAYS = 30;
  private static final int CAMPAIGNS = 20;
  private static final double RECALL = .95;
  private static final double SECONDS = 120;

  private final Stage stage;

  CampaignsFound(Stage stage) {
    this.stage = stage;
  }

  static Words remark() {
    return new Words(
        "来电活动：通话记录逐条生成并读两遍；一半是亲友反复互打，四分之一是陌生来电，四分之一来自大量外呼的线路。",
        "Campaigns: records are made one by one and read twice; half are friends who call each other"
            + " again and again, a quarter strangers, a quarter lines that call many.");
  }

  List<Line> lines() {
    int months = stage.size(5, 1);
    long calls = stage.size(10_000_000, 1_000_000);
    int custody = stage.size(1_000_000, 100_000);
    int found = 0;
    int wrong = 0;
    int split = 0;
    double longest = 0;
    for (int month = 0; month < months; month++) {
      stage.say("通话记录 " + calls + " 条", calls + " call records");
      CallRecords records =
          new CallRecords(stage.seed() * 1_000 + month, calls, custody, CAMPAIGNS);
      long begun = System.nanoTime();
      List<Campaign> campaigns = found(records);
      longest = Math.max(longest, (System.nanoTime() - begun) / 1e9);
      int[] times = times(records, campaigns);
      for (int i = 0; i < CAMPAIGNS; i++) {
        found += times[i] > 0 ? 1 : 0;
        split += Math.max(0, times[i] - 1);
      }
      wrong += times[CAMPAIGNS];
    }
    Rate rate = new Rate(found, months * CAMPAIGNS);
    double wrongADay = (double) wrong / (months * DAYS);
    return List.of(
        new Line(
            new Words(
                "来电活动，" + calls + " 条通话记录：找到", "campaigns in " + calls + " call records: found"),
            Line.same("–"),
            new Words(rate + "，拆成多份 " + split, rate + ", told in parts " + split),
            Line.same("≥ 95 %"),
            Bar.atLeast(RECALL).judge(rate.share())),
        new Line(
            new Words("来电活动：每天误报", "campaigns: wrong ones a day"),
            Line.same("–"),
            Line.same(
                String.format(
                    Locale.ROOT, "%.2f (%d in %d days)", wrongADay, wrong, months * DAYS)),
            Line.same("≤ 1"),
            Bar.atMost(1).judge(wrongADay)),
        new Line(
            new Words("来电活动：最长用时（秒，含生成记录）", "campaigns: longest time, seconds, records made too"),
            Line.same("–"),
            Line.same(String.format(Locale.ROOT, "%.1f", longest)),
            Line.same("< 120"),
            Bar.clock(SECONDS).judge(longest)));
  }

  private static List<Campaign> found(CallRecords records) {
    Campaigns campaigns = new Campaigns(.1 * DAYS);
    records.each(
        (caller, person, day) -> {
          if (person <= records.custody()) {
            campaigns.count(caller, 0, person, records.daysLeft(person, day));
          }
        });
    campaigns.look();
    records.each(
        (caller, person, day) -> {
          if (person <= records.custody()) {
            campaigns.follow(caller, 0, person, day);
          }
        });
    return campaigns.found();
  }

  /** How often each true campaign was told, by most of the numbers; last how many are none. */
  private static int[] times(CallRecords records, List<Campaign> found) {
    Map<Long, Integer> of = new HashMap<>();
    for (int i = 0; i < CAMPAIGNS; i++) {
      for (long caller : records.campaigns().get(i).callers()) {
        of.put(caller, i);
      }
    }
    int[] times = new int[CAMPAIGNS + 1];
    for (Campaign campaign : found) {
      int[] votes = new int[CAMPAIGNS + 1];
      campaign.callers().forEach(caller -> votes[of.getOrDefault(caller, CAMPAIGNS)]++);
      int most = CAMPAIGNS;
      for (int i = 0; i < CAMPAIGNS; i++) {
        most = votes[i] > votes[most] ? i : most;
      }
      times[most]++;
    }
    return times;
  }
}
