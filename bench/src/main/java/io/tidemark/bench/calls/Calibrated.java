package io.tidemark.bench.calls;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Rate;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.chainsim.calls.CallWorld;
import io.tidemark.chainsim.calls.Reports;
import io.tidemark.terms.Words;
import io.tidemark.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what is said with a probability is right as often as it says. */
final class Calibrated {
  private static final double BAR = .95;
  private static final double[] EDGES = {0, .05, .2, .5, .8, .95, .98, .99, 1.001};

  private final int[] count = new int[EDGES.length - 1];
  private final int[] right = new int[EDGES.length - 1];
  private final double[] said = new double[EDGES.length - 1];
  private int probable;
  private int probableRight;

  void add(CallWorld world, Reports reports, CallAttribution answer) {
    Set<String> sources =
        reports.sources().stream()
            .map(source -> world.parties().get(source).id())
            .collect(Collectors.toSet());
    for (CallAttribution.Candidate one : answer.candidates()) {
      int bin = 0;
      while (one.posterior() >= EDGES[bin + 1]) {
        bin++;
      }
      count[bin]++;
      said[bin] += one.posterior();
      right[bin] += sources.contains(one.party()) ? 1 : 0;
    }
    if (answer.verdict() == Verdict.PROBABLE) {
      probable += answer.accused().size();
      probableRight +=
          (int) answer.accused().stream().filter(one -> sources.contains(one.party())).count();
    }
  }

  List<Line> lines(boolean quick) {
    List<String> bins = new ArrayList<>();
    for (int bin = 0; bin < count.length; bin++) {
      if (count[bin] > 0) {
        bins.add(
            String.format(
                Locale.ROOT,
                "%.2f–%.2f: said %.3f, right %d of %d",
                EDGES[bin],
                Math.min(1, EDGES[bin + 1]),
                said[bin] / count[bin],
                right[bin],
                count[bin]));
      }
    }
    Line curve =
        Line.reported(
            new Words("后验的校准曲线", "calibration curve of all posteriors"),
            Line.same("–"),
            Line.same(String.join("; ", bins)));
    if (probable == 0) {
      return List.of(curve);
    }
    Rate rate = new Rate(probableRight, probable);
    return List.of(
        new Line(
            new Words("所有 probable 中正确的", "right among all called probable"),
            Line.same("–"),
            Line.same(rate.toString()),
            Line.same("≥ 95 %"),
            Bar.atLeast(BAR).judge(rate, quick)),
        curve);
  }
}
