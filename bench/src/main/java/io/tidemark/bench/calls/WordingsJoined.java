package io.tidemark.bench.calls;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.campaign.Campaigns;
import io.tidemark.calls.said.Wordings;
import io.tidemark.chainsim.calls.SpokenReports;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether reports that tell of one script are known as one, and whether campaigns are found by it
 * that no number gives away.
 */
final class WordingsJoined {
  private static final double WRONG = .05;
  private static final double PRECISION = .95;
  private static final double RECALL = .8;

  private final Stage stage;

  WordingsJoined(Stage stage) {
    this.stage = stage;
  }

  static Words remark() {
    return new Words(
        "通话内容：每季约 600 份举报，10 个活动各用 15 至 40 个互不相邻的号码，每号一两次；其中 4 个用泄露的名单（两个共用号码），其余为保险、贷款、楼盘、课程，任何时候来电；每人记下七成句子，三分之一有漏字，四分之一不写内容。",
        "What was said: about 600 reports a season; ten campaigns from 15 to 40 scattered numbers each,"
            + " one or two calls a number; four work from leaked lists, two of them from the same"
            + " numbers, the others sell insurance, loans, flats, courses at any time. People write"
            + " down seven in ten sentences, a third with a slip, and a quarter write nothing.");
  }

  /** What was counted over all seasons. */
  private static final class Counts {
    int pairs;
    int joined;
    int right;
    int found;
    int alone;
    int wrong;
    int wrongAlone;
    int leaked;
    int apart;
  }

  List<Line> lines() {
    int seasons = stage.size(30, 6);
    stage.say("通话内容 " + seasons + " 季", "what was said, " + seasons + " seasons");
    Counts counts = new Counts();
    for (int season = 0; season < seasons; season++) {
      SpokenReports reports = SpokenReports.of(stage.seed() * 10_007 + season);
      Wordings wordings = new Wordings();
      reports.calls().forEach(call -> wordings.learn(call.text()));
      wordings.settle();
      pairs(reports, wordings, counts);
      List<Set<Integer>> told = told(found(reports, wordings));
      counts.found += leaked(told);
      counts.wrong += (int) told.stream().filter(one -> !isLeaked(one)).count();
      counts.apart += apart(told) ? 1 : 0;
      List<Set<Integer>> alone = told(found(reports, silent()));
      counts.alone += leaked(alone);
      counts.wrongAlone += (int) alone.stream().filter(one -> !isLeaked(one)).count();
      counts.leaked += 4;
    }
    Rate precision = new Rate(counts.right, counts.joined);
    Rate recall = new Rate(counts.right, counts.pairs);
    Rate found = new Rate(counts.found, counts.leaked);
    return List.of(
        new Line(
            new Words("通话内容：判为同一话术的两份举报确属同一活动", "wording: pairs joined that are of one campaign"),
            Line.same("–"),
            Line.same(precision.toString()),
            Line.same("≥ 95 %"),
            Bar.atLeast(PRECISION).judge(precision.share())),
        new Line(
            new Words("通话内容：同一活动的两份举报判为同一话术", "wording: pairs of one campaign that are joined"),
            Line.same("–"),
            Line.same(recall.toString()),
            Line.same("≥ 80 %"),
            Bar.atLeast(RECALL).judge(recall.share())),
        new Line(
            new Words("用泄露名单的活动：找到", "campaigns from leaked lists: found"),
            new Words(
                "只看号码 " + new Rate(counts.alone, counts.leaked),
                "numbers alone " + new Rate(counts.alone, counts.leaked)),
            Line.same(found.toString()),
            Line.same("≥ 80 %"),
            Bar.atLeast(RECALL).judge(found.share())),
        new Line(
            new Words("其他活动被当作泄露：每季", "other campaigns told as leaked: a season"),
            Line.same(String.valueOf((double) counts.wrongAlone / seasons)),
            Line.same(String.valueOf((double) counts.wrong / seasons)),
            Line.same("≤ " + WRONG),
            Bar.atMost(WRONG).judge((double) counts.wrong / seasons)),
        new Line(
            new Words("共用号码的两个活动分开", "two campaigns of the same numbers told apart"),
            Line.same("0"),
            Line.same(new Rate(counts.apart, seasons).toString()),
            Line.same("≥ 80 %"),
            Bar.atLeast(RECALL).judge((double) counts.apart / seasons)));
  }

  /** As if nobody had written anything down. */
  private static Wordings silent() {
    Wordings silent = new Wordings();
    silent.settle();
    return silent;
  }

  private static void pairs(SpokenReports reports, Wordings wordings, Counts counts) {
    List<SpokenReports.Call> written =
        reports.calls().stream().filter(call -> !call.text().isEmpty()).toList();
    int[] wording = written.stream().mapToInt(call -> wordings.of(call.text())).toArray();
    for (int i = 0; i < wording.length; i++) {
      for (int j = i + 1; j < wording.length; j++) {
        boolean same =
            written.get(i).campaign() == written.get(j).campaign()
                && written.get(i).campaign() != SpokenReports.STRANGER;
        boolean joined = wording[i] != 0 && wording[i] == wording[j];
        counts.pairs += same ? 1 : 0;
        counts.joined += joined ? 1 : 0;
        counts.right += same && joined ? 1 : 0;
      }
    }
  }

  /** The truth of each call that belongs to a campaign that was found. */
  private static Map<Campaign, List<Integer>> found(SpokenReports reports, Wordings wordings) {
    Campaigns campaigns = new Campaigns(WRONG);
    reports
        .calls()
        .forEach(
            call ->
                campaigns.count(
                    call.caller(), wordings.of(call.text()), call.person(), call.daysLeft()));
    campaigns.look();
    reports
        .calls()
        .forEach(
            call ->
                campaigns.follow(
                    call.caller(), wordings.of(call.text()), call.person(), call.day()));
    Map<Campaign, List<Integer>> truth = new HashMap<>();
    List<Campaign> found = campaigns.found();
    found.forEach(campaign -> truth.put(campaign, new ArrayList<>()));
    for (SpokenReports.Call call : reports.calls()) {
      int group = campaigns.group(call.caller(), wordings.of(call.text()));
      found.stream()
          .filter(campaign -> campaign.parts().contains(group))
          .forEach(campaign -> truth.getOrDefault(campaign, List.of()).add(call.campaign()));
    }
    return truth;
  }

  /** Of each campaign found, which true ones make at least a third of its calls. */
  private static List<Set<Integer>> told(Map<Campaign, List<Integer>> found) {
    List<Set<Integer>> told = new ArrayList<>();
    for (List<Integer> truth : found.values()) {
      Map<Integer, Integer> votes = new HashMap<>();
      truth.forEach(one -> votes.merge(one, 1, Integer::sum));
      Set<Integer> most = new HashSet<>();
      votes.forEach(
          (one, n) -> {
            if (3 * n >= truth.size() && one != SpokenReports.STRANGER) {
              most.add(one);
            }
          });
      told.add(most);
    }
    return told;
  }

  private static boolean isLeaked(Set<Integer> told) {
    return !told.isEmpty() && told.stream().allMatch(one -> one < 4);
  }

  private static int leaked(List<Set<Integer>> told) {
    Set<Integer> leaked = new HashSet<>();
    told.stream().filter(WordingsJoined::isLeaked).forEach(leaked::addAll);
    return leaked.size();
  }

  /** Whether the two of the same numbers are each told, and not as one. */
  private static boolean apart(List<Set<Integer>> told) {
    return told.contains(Set.of(0)) && told.contains(Set.of(1));
  }
}
