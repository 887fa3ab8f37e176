package io.tidemark.bench.scan;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.picture.Paper;
import io.tidemark.chainsim.picture.Paper.Kind;
import io.tidemark.chainsim.picture.PictureGenerator;
import io.tidemark.chainsim.picture.Typeface;
import io.tidemark.media.PictureReading;
import io.tidemark.media.PictureText;
import io.tidemark.media.Pictures;
import io.tidemark.media.document.Entry;
import io.tidemark.media.picture.Limits;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Vehicle licences as telephones take them: how many plates, names and vehicle numbers are read
 * without a fault, and how long a picture takes on two processors.
 *
 * <p>The typefaces and layouts are those that nothing was tuned on ({@link PictureGenerator}).
 */
final class PictureLines {
  private static final double EXACT = .99;
  private static final double SECONDS = .4;
  private static final int WARM = 3;
  private static final Map<Entry, String> ASKED =
      Map.of(Entry.PLATE, "号牌号码", Entry.NAME, "所有人", Entry.VIN, "车辆识别代号");
  private static final Map<Entry, String> PEER =
      Map.of(Entry.PLATE, "17/20", Entry.NAME, "20/20", Entry.VIN, "20/20");

  private final Stage stage;
  private final int pictures;

  PictureLines(Stage stage) {
    this.stage = stage;
    this.pictures = stage.size(300, 12);
  }

  static Words remark() {
    return new Words(
        "图片：行驶证，画出后按手机拍照的样子变形（任意角度、透视、光照、模糊、噪声、JPEG 60–90，长边占画面 40–78%），" + "字体与版式均未用于调参。",
        "Pictures: vehicle licences, drawn and then taken as by a telephone (any angle, perspective,"
            + " light, blur, noise, JPEG 60 to 90, the long side 40 to 78 % of the picture), in"
            + " typefaces and a layout that nothing was tuned on.");
  }

  /** One line for each field and one for the time; none where no Chinese typeface is. */
  List<Line> lines() throws IOException {
    if (!Typeface.anyInstalled()) {
      stage.say("没有中文字体：" + Typeface.install(), "no Chinese typeface: " + Typeface.install());
      return List.of();
    }
    stage.say("读 " + pictures + " 张行驶证照片…", "reading " + pictures + " photos of licences …");
    PictureGenerator generator = new PictureGenerator(stage.seed(), false);
    Map<Entry, Integer> exact = new EnumMap<>(Entry.class);
    double seconds = 0;
    try (Pictures reader = Pictures.open(2)) {
      for (int i = -WARM; i < pictures; i++) {
        Paper paper = generator.photo(Kind.VEHICLE_LICENCE, Math.max(i, 0));
        byte[] jpeg = generator.jpeg(paper.image(), Math.max(i, 0));
        long begun = System.nanoTime();
        PictureReading reading = reader.read(new ByteArrayInputStream(jpeg), Limits.USUAL);
        if (i >= 0) {
          seconds += (System.nanoTime() - begun) / 1e9;
          ASKED.forEach(
              (entry, label) ->
                  exact.merge(
                      entry,
                      reads(reading, entry, Objects.requireNonNull(paper.truth().get(label))),
                      Integer::sum));
        }
      }
    }
    return lines(exact, seconds / pictures);
  }

  private List<Line> lines(Map<Entry, Integer> exact, double seconds) {
    List<Line> lines = new ArrayList<>();
    for (Entry entry : List.of(Entry.PLATE, Entry.NAME, Entry.VIN)) {
      Rate rate = new Rate(exact.getOrDefault(entry, 0), pictures);
      lines.add(
          new Line(
              new Words("行驶证照片，" + entry.words().zh(), "licence photos, " + entry.words().en()),
              Line.same(PEER.getOrDefault(entry, "–")),
              Line.same(rate.toString()),
              Line.same(String.valueOf(EXACT)),
              Bar.atLeast(EXACT).judge(rate.share())));
    }
    lines.add(
        new Line(
            new Words("每张照片，2 核", "a photo on 2 processors"),
            Line.same("1 s"),
            Line.same(String.format(Locale.ROOT, "%.2f s", seconds)),
            Line.same(SECONDS + " s"),
            Bar.clock(SECONDS).judge(seconds)));
    return lines;
  }

  private static int reads(PictureReading reading, Entry entry, String truth) {
    return reading.either(text -> value(text, entry), refused -> "").equals(truth) ? 1 : 0;
  }

  private static String value(PictureText text, Entry entry) {
    return text.document()
        .flatMap(document -> document.field(entry))
        .map(field -> field.value().reveal(Reveal.CLASSIFY))
        .orElse("");
  }
}
