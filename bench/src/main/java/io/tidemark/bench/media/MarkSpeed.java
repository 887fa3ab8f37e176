package io.tidemark.bench.media;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.picture.Scene;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.PictureMarker;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.Words;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Seconds of one processor for a picture of 1,280 by 880 pixels: the median of several. */
final class MarkSpeed {
  private static final int WARM = 4;
  private static final double IN = .05;
  private static final double OUT = .3;
  private static final double UNMARKED = 1;

  private final Stage stage;

  MarkSpeed(Stage stage) {
    this.stage = stage;
  }

  static Words remark() {
    return new Words(
        "速度：1280×880，一个核的处理器时间（不含编解码），中位数；读出含搜索。",
        "Speed: 1,280 by 880, processor time of one core without decoding and encoding, the median;"
            + " reading includes the search.");
  }

  List<Line> lines() {
    int times = stage.size(21, 3);
    Pixels picture = Pixels.of(Scene.hills(stage.seed(), 1280, 880));
    PictureKey key = new PictureKey(new byte[PictureKey.SIZE]);
    PictureMarker marker = new PictureMarker(key);
    PictureReader reader = new PictureReader(List.of(key));
    Pixels marked = marker.mark(picture, stage.seed(), new Random(1));
    double in = seconds(times, () -> marker.mark(picture, stage.seed(), new Random(1)));
    double out = seconds(times, () -> reader.read(marked));
    double unmarked = seconds(times, () -> reader.read(picture));
    return List.of(
        line("标记一张", "picture speed: marking", "3.0 s (quoted)", in, IN),
        line("读一张", "picture speed: reading", "2.0 s (quoted)", out, OUT),
        line("读一张没有标记的", "picture speed: reading an unmarked one", "–", unmarked, UNMARKED));
  }

  private static double seconds(int times, Runnable work) {
    double[] seconds = new double[times];
    for (int i = -WARM; i < times; i++) {
      long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      if (i >= 0) {
        seconds[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
      }
    }
    Arrays.sort(seconds);
    return seconds[times / 2];
  }

  private static Line line(String zh, String en, String peer, double seconds, double bar) {
    return new Line(
        new Words(zh, en),
        Line.same(peer),
        Line.same(String.format(Locale.ROOT, "%.3f s", seconds)),
        Line.same("≤ " + bar + " s"),
        Bar.clock(bar).judge(seconds));
  }
}
