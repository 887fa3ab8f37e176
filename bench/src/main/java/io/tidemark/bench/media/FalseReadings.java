package io.tidemark.bench.media;

import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Stage;
import io.tidemark.bench.media.TestPictures.Kind;
import io.tidemark.media.mark.MarkReading;
import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.media.picture.Frame;
import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Pictures without a mark, and crops of them, each asked under a key of its own: how often a mark
 * is read, how often check bits were asked, and the bound that this gives. {@code
 * TIDEMARK_FALSE_READINGS} says how many pictures and {@code TIDEMARK_FALSE_FROM} from which number
 * on, so that a long run can be done in parts.
 */
final class FalseReadings {
  private static final double CHANCE = 0x1p-40;
  private static final double BOUND = 1e-9;
  private static final int SIDE = 480;

  private final Stage stage;
  private final TestPictures pictures;

  FalseReadings(Stage stage) throws IOException {
    this.stage = stage;
    this.pictures = new TestPictures(stage);
  }

  static Words remark() {
    return new Words(
        "误读：不带标记的图片与裁剪，各用一个新密钥去读。上界：核对次数乘以 2^-40，核对次数逐次计数。整轮默认 2000 张；"
            + "10 万张用 TIDEMARK_FALSE_READINGS=100000，可用 TIDEMARK_FALSE_FROM 分段接着跑。",
        "False readings: unmarked pictures and crops, each asked under a fresh key. The bound is"
            + " the times that check bits were asked, which are counted, by 2^-40. A whole run asks"
            + " 2,000; TIDEMARK_FALSE_READINGS=100000 asks for more, TIDEMARK_FALSE_FROM goes on"
            + " from a number.");
  }

  List<Line> lines() throws IOException {
    int count = setting("TIDEMARK_FALSE_READINGS", stage.size(2_000, 6));
    int from = setting("TIDEMARK_FALSE_FROM", 0);
    stage.say("读 " + count + " 张没有标记的图片…", "reading " + count + " unmarked pictures …");
    List<Kind> kinds = new ArrayList<>(pictures.kinds());
    int wrong = 0;
    int most = 0;
    long tries = 0;
    int asked = 0;
    for (int i = from; i < from + count; i++) {
      Random random = new Random(stage.seed() * 104_729 + i);
      Optional<Pixels> picture =
          pictures.picture(kinds.get(i % kinds.size()), 10_000 + i / kinds.size());
      if (picture.isEmpty()) {
        continue;
      }
      byte[] key = new byte[PictureKey.SIZE];
      random.nextBytes(key);
      MarkReading reading =
          new PictureReader(List.of(new PictureKey(key))).read(crop(picture.get(), random));
      asked++;
      wrong += reading instanceof Mark ? 1 : 0;
      tries += reading.tries();
      most = Math.max(most, reading.tries());
      if (asked % 500 == 0) {
        stage.say("已读 " + asked, asked + " read");
      }
    }
    return List.of(line(asked, wrong, most, tries));
  }

  private static Line line(int asked, int wrong, int most, long tries) {
    double bound = most * CHANCE;
    Outcome met = bound <= BOUND ? Outcome.MET : Outcome.MISSED;
    return new Line(
        new Words("误读：没有标记的图片与裁剪", "false readings: unmarked pictures and crops"),
        Line.same("–"),
        Line.same(
            String.format(
                Locale.ROOT,
                "%d of %d; check bits asked %.1f times a picture, at most %d: bound %.1e",
                wrong,
                asked,
                (double) tries / Math.max(1, asked),
                most,
                bound)),
        Line.same("0, bound ≤ 1e-9"),
        wrong > 0 ? Outcome.WRONG : met);
  }

  /** All of it or a part at another scale: what is read differs each time a file comes again. */
  private static Pixels crop(Pixels picture, Random random) {
    int width = random.nextInt(Math.min(SIDE, picture.width()), picture.width() + 1);
    int height = random.nextInt(Math.min(SIDE, picture.height()), picture.height() + 1);
    int left = random.nextInt(picture.width() - width + 1);
    int top = random.nextInt(picture.height() - height + 1);
    double scale = random.nextDouble(.6, 1.2);
    Frame frame =
        new Frame(
            Math.max(1, (int) (width * scale)),
            Math.max(1, (int) (height * scale)),
            left,
            top,
            1 / scale,
            0,
            0,
            1 / scale);
    return picture.seen(frame);
  }

  private static int setting(String name, int usual) {
    String said = System.getenv(name);
    return said == null || said.isBlank() ? usual : Integer.parseInt(said.strip());
  }
}
