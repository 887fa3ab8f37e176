package io.tidemark.bench.media;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.bench.media.TestPictures.Kind;
import io.tidemark.chainsim.picture.Handling;
import io.tidemark.media.mark.MarkReading;
import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.PictureMarker;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.Words;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Kinds of pictures by what is done to them: under how many keys the payload is read without a
 * fault. Each key marks another picture of the kind, as far as there are so many.
 */
final class MarksRead {
  private static final Map<Handling, Double> BARS = bars();
  private static final double PSNR = 41;
  private static final double PSNR_FLAT = 45;
  private static final double SSIM = .99;

  private final Stage stage;
  private final int keys;
  private final TestPictures pictures;

  MarksRead(Stage stage) throws IOException {
    this.stage = stage;
    this.keys = stage.size(100, 1);
    this.pictures = new TestPictures(stage);
  }

  /** Of the issue; what it does not name is reported only. */
  private static Map<Handling, Double> bars() {
    Map<Handling, Double> bars = new EnumMap<>(Handling.class);
    for (Handling handling : Handling.values()) {
      bars.put(handling, .99);
    }
    for (Handling handling : List.of(Handling.ONE_SIDE_CUT, Handling.CUT, Handling.PASTED)) {
      bars.put(handling, .98);
    }
    for (Handling handling :
        List.of(
            Handling.JPEG_30, Handling.TURNED, Handling.MIRRORED, Handling.MIRRORED_AND_TURNED)) {
      bars.put(handling, .95);
    }
    bars.keySet().removeAll(List.of(Handling.JPEG_20, Handling.BURNT, Handling.QUARTER));
    return bars;
  }

  static Words remark() {
    return new Words(
        "读出：每格每个密钥换一张图，只有 64 位完全一致才算；读图时不知道尺寸、裁剪与角度。「最好的已知」：最常用的盲水印库（DWT-DCT-SVD），"
            + "是提出此项工作时给出的数字，照片 10 张中 7 至 10 张、证件 4 张，须已知尺寸；它是 Python 程序，此处的软件源没有，未重跑。",
        "Readings: one picture and one key a trial; only all 64 bits count; the reader is told"
            + " neither size nor cut nor angle. Best known: the popular blind DWT-DCT-SVD library,"
            + " as quoted when this work was asked for (photos 7 to 10 of 10, licence 4 of 10, size"
            + " known); it is a Python program that no registry here has, so it was not run.");
  }

  /** A line for each kind and handling that is asked for. */
  List<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    Map<Handling, Counts> all = new EnumMap<>(Handling.class);
    for (Kind kind : pictures.kinds()) {
      List<Handling> asked = new ArrayList<>(List.of(Handling.values()));
      asked.removeIf(handling -> !stage.asks(name(kind, handling)));
      boolean faint = stage.asks(kind.words().en() + ": faintness");
      if (asked.isEmpty() && !faint) {
        continue;
      }
      stage.say("标记 " + kind.words().zh() + "…", "marking " + kind.words().en() + " …");
      lines.addAll(lines(kind, asked, faint, all));
    }
    List<Line> first = new ArrayList<>();
    all.forEach((handling, counts) -> first.add(pooled(handling, counts)));
    first.addAll(lines);
    return first;
  }

  /** How often all was read right, how often wrong, and how often it was tried. */
  private record Counts(int right, int wrong, int trials) {
    static Counts of(MarkReading reading, long payload) {
      boolean said = reading instanceof Mark;
      boolean right = reading instanceof Mark mark && mark.payload() == payload;
      return new Counts(right ? 1 : 0, said && !right ? 1 : 0, 1);
    }

    Counts and(Counts more) {
      return new Counts(right + more.right, wrong + more.wrong, trials + more.trials);
    }

    Rate rate() {
      return new Rate(right, trials);
    }

    String words() {
      return rate() + (wrong == 0 ? "" : ", WRONG " + wrong);
    }
  }

  private static String name(Kind kind, Handling handling) {
    return kind.words().en() + ": " + handling.words();
  }

  private List<Line> lines(
      Kind kind, List<Handling> asked, boolean faint, Map<Handling, Counts> all)
      throws IOException {
    Map<Handling, Counts> read = new EnumMap<>(Handling.class);
    List<Likeness> likeness = new ArrayList<>();
    for (int trial = 0; trial < keys; trial++) {
      Optional<Pixels> picture = pictures.picture(kind, trial);
      if (picture.isEmpty()) {
        continue;
      }
      long seed = stage.seed() * 7919 + 31L * trial + kind.name().hashCode();
      Random random = new Random(seed);
      byte[] bytes = new byte[PictureKey.SIZE];
      random.nextBytes(bytes);
      PictureKey key = new PictureKey(bytes);
      long payload = random.nextLong();
      Pixels marked = new PictureMarker(key).mark(picture.get(), payload, random);
      if (faint) {
        likeness.add(Likeness.of(picture.get(), marked));
      }
      BufferedImage image = image(marked);
      PictureReader reader = new PictureReader(List.of(key));
      List<Counts> counts =
          asked.parallelStream()
              .map(one -> Pixels.of(one.of(image, new Random(seed * 101 + one.name().hashCode()))))
              .map(handled -> Counts.of(reader.read(handled), payload))
              .toList();
      for (int i = 0; i < asked.size(); i++) {
        read.merge(asked.get(i), counts.get(i), Counts::and);
        all.merge(asked.get(i), counts.get(i), Counts::and);
      }
    }
    List<Line> lines = new ArrayList<>();
    read.forEach((handling, counts) -> lines.add(line(kind, handling, counts)));
    if (!likeness.isEmpty()) {
      lines.add(faintness(kind, likeness));
    }
    return lines;
  }

  /** One kind: so few trials are judged by their share, the limits are told beside it. */
  private Line line(Kind kind, Handling handling, Counts counts) {
    return line(
        new Words(kind.words().zh() + "：" + handling.words(), name(kind, handling)),
        Line.same(peer(kind, handling)),
        handling,
        counts,
        stage.quick());
  }

  /** All kinds together, judged by the lower limit. */
  private Line pooled(Handling handling, Counts counts) {
    return line(
        new Words("各类图片：" + handling.words(), "all kinds: " + handling.words()),
        Line.same("–"),
        handling,
        counts,
        true);
  }

  private Line line(Words what, Words peer, Handling handling, Counts counts, boolean withLimits) {
    Double bar = BARS.get(handling);
    Outcome outcome = Outcome.NO_BAR;
    if (bar != null) {
      outcome =
          withLimits
              ? Bar.atLeast(bar).judge(counts.rate(), stage.quick())
              : Bar.atLeast(bar).judge(counts.rate().share());
    }
    return new Line(
        what,
        peer,
        Line.same(counts.words()),
        Line.same(bar == null ? "–" : "≥ " + bar),
        counts.wrong() > 0 ? Outcome.WRONG : outcome);
  }

  private static String peer(Kind kind, Handling handling) {
    if (handling != Handling.HALF) {
      return "–";
    }
    return kind == Kind.LICENCE ? "4/10 (quoted)" : kind.flat() ? "–" : "7 to 10 of 10 (quoted)";
  }

  private static Line faintness(Kind kind, List<Likeness> likeness) {
    double psnr = likeness.stream().mapToDouble(Likeness::psnr).min().orElse(0);
    double meanPsnr = likeness.stream().mapToDouble(Likeness::psnr).average().orElse(0);
    double ssim = likeness.stream().mapToDouble(Likeness::ssim).min().orElse(0);
    double meanSsim = likeness.stream().mapToDouble(Likeness::ssim).average().orElse(0);
    double bar = kind.flat() ? PSNR_FLAT : PSNR;
    boolean met = meanPsnr >= bar && meanSsim >= SSIM;
    return new Line(
        new Words(kind.words().zh() + "：看不见的程度", kind.words().en() + ": faintness"),
        Line.same("–"),
        Line.same(
            String.format(
                Locale.ROOT,
                "PSNR %.1f dB (least %.1f), SSIM %.4f (least %.4f)",
                meanPsnr,
                psnr,
                meanSsim,
                ssim)),
        Line.same("≥ " + bar + " dB, ≥ " + SSIM),
        met ? Outcome.MET : Outcome.MISSED);
  }

  private static BufferedImage image(Pixels picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        image.setRGB(x, y, picture.at(x, y));
      }
    }
    return image;
  }
}
