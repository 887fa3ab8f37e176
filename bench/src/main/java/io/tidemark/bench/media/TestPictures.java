package io.tidemark.bench.media;

import io.tidemark.bench.Stage;
import io.tidemark.chainsim.picture.Paper;
import io.tidemark.chainsim.picture.PictureGenerator;
import io.tidemark.chainsim.picture.Scene;
import io.tidemark.chainsim.picture.Typeface;
import io.tidemark.media.picture.Decoder;
import io.tidemark.media.picture.Frame;
import io.tidemark.media.picture.Limits;
import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures that are marked: drawn by the project, and photographs that Debian's packages ship where
 * they are installed ({@code mate-backgrounds}, {@code python3-skimage}), in the order of their
 * names.
 */
final class TestPictures {
  private static final List<String> FOLDERS =
      List.of("usr/share/backgrounds/mate/nature", "usr/lib/python3/dist-packages/skimage/data");
  private static final Limits LIMITS = new Limits(64 << 20, 60_000_000, 60_000_000, 1);
  private static final int SMALLEST = 400;
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 880;

  private final Stage stage;
  private final PictureGenerator drawn;
  private final List<Path> photographs;

  TestPictures(Stage stage) throws IOException {
    this.stage = stage;
    this.drawn = new PictureGenerator(stage.seed(), false);
    this.photographs = photographs();
  }

  /** What kind of picture. */
  enum Kind {
    LICENCE("行驶证", "licence", true),
    PAGE("保单页", "policy page", true),
    SCREEN("系统界面", "screen", true),
    GRADIENT("渐变", "gradient", true),
    LICENCE_PHOTO("行驶证照片", "photo of a licence", false),
    SCENE("绘制的景物", "drawn scene", false),
    PHOTO("照片（Debian 软件包）", "photograph", false);

    private final Words words;
    private final boolean flat;

    Kind(String zh, String en, boolean flat) {
      this.words = new Words(zh, en);
      this.flat = flat;
    }

    Words words() {
      return words;
    }

    /** Whether most of it is even. */
    boolean flat() {
      return flat;
    }
  }

  static Words remark() {
    return new Words(
        "图片：证件、保单页与系统界面由本项目绘制（字体与版式未用于调参）；照片来自已安装的 Debian 软件包 mate-backgrounds、"
            + "python3-skimage（长边缩至 1600），没有安装就没有这一类；标记强度沿用原型，未在这些图上调过。",
        "Pictures: papers, pages and screens are drawn by the project; photographs are those of"
            + " Debian's mate-backgrounds and python3-skimage, where they are installed (or"
            + " unpacked below TIDEMARK_PICTURES), the long side at most 1600, the short one at"
            + " least 400. The strength is the prototype's and was tuned on none of them.");
  }

  /** The kinds of which there are pictures here. */
  List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
    if (!Typeface.anyInstalled()) {
      stage.say("没有中文字体：" + Typeface.install(), "no Chinese typeface: " + Typeface.install());
      kinds.removeAll(List.of(Kind.LICENCE, Kind.PAGE, Kind.SCREEN, Kind.LICENCE_PHOTO));
    }
    if (photographs.isEmpty()) {
      stage.say("没有照片：见图片说明中的软件包", "no photographs: install the packages that are named");
      kinds.remove(Kind.PHOTO);
    }
    return kinds;
  }

  /** The {@code number}-th of a kind; nothing where its file is no picture of a usual size. */
  Optional<Pixels> picture(Kind kind, int number) throws IOException {
    long seed = stage.seed() * 1_000_003 + number;
    return switch (kind) {
      case LICENCE -> Optional.of(clean(Paper.Kind.VEHICLE_LICENCE, number));
      case PAGE -> Optional.of(clean(Paper.Kind.POLICY, number));
      case SCREEN -> Optional.of(clean(Paper.Kind.SYSTEM, number));
      case LICENCE_PHOTO ->
          Optional.of(Pixels.of(drawn.photo(Paper.Kind.VEHICLE_LICENCE, number).image()));
      case SCENE -> Optional.of(Pixels.of(Scene.hills(seed, WIDTH, HEIGHT)));
      case GRADIENT -> Optional.of(Pixels.of(Scene.gradient(seed, WIDTH, HEIGHT)));
      case PHOTO -> photograph(number);
    };
  }

  /** The file with that number, or the next that is a picture of a usual size. */
  private Optional<Pixels> photograph(int number) throws IOException {
    for (int i = 0; i < photographs.size(); i++) {
      Optional<Pixels> picture = file(photographs.get((number + i) % photographs.size()));
      if (picture.isPresent()) {
        return picture;
      }
    }
    return Optional.empty();
  }

  private Pixels clean(Paper.Kind kind, int number) {
    Pixels paper = Pixels.of(drawn.clean(kind, number).image());
    return kind == Paper.Kind.VEHICLE_LICENCE ? fitted(paper, WIDTH) : paper;
  }

  private static Pixels fitted(Pixels picture, int side) {
    int longer = Math.max(picture.width(), picture.height());
    return picture.seen(Frame.whole(picture, (double) side / longer));
  }

  private static Optional<Pixels> file(Path file) throws IOException {
    Optional<Pixels> whole =
        Decoder.decode(Files.readAllBytes(file), LIMITS)
            .either(picture -> Optional.of(picture.pixels()), refused -> Optional.empty());
    return whole
        .map(all -> Math.max(all.width(), all.height()) > 1600 ? fitted(all, 1600) : all)
        .filter(fit -> Math.min(fit.width(), fit.height()) >= SMALLEST);
  }

  private static List<Path> photographs() throws IOException {
    String root = System.getenv().getOrDefault("TIDEMARK_PICTURES", "/");
    List<Path> found = new ArrayList<>();
    for (String folder : FOLDERS) {
      Path at = Path.of(root).resolve(folder);
      if (Files.isDirectory(at)) {
        try (Stream<Path> files = Files.list(at)) {
          files.filter(TestPictures::picture).sorted().forEach(found::add);
        }
      }
    }
    return found;
  }

  private static boolean picture(Path file) {
    return file.toString().matches("(?i).*\\.(jpe?g|png|webp)");
  }
}
