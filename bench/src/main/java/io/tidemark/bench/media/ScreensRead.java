package io.tidemark.bench.media;

import io.tidemark.authorise.ScreenTerms;
import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.picture.Handling;
import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.media.mark.ScreenMarker;
import io.tidemark.media.mark.ScreenMarker.Ground;
import io.tidemark.media.picture.Pixels;
import io.tidemark.server.screen.ScreenStyle;
import io.tidemark.terms.Words;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * Screenshots of pages by a real browser at three zoom levels: under how many keys they say their
 * number, whole, as JPEG, and in part. Every page has people, words and a size of its own, each
 * third is dark.
 */
final class ScreensRead {
  private static final List<String> ZOOMS = List.of("1", "1.25", "1.5");
  private static final double KEPT = .98;
  private static final long SECONDS = 120;

  private final Stage stage;
  private final Path folder;

  ScreensRead(Stage stage) throws IOException {
    this.stage = stage;
    this.folder = Files.createDirectories(stage.folder().resolve("s")).toAbsolutePath();
  }

  static Words remark() {
    return new Words(
        "屏幕：与服务器同一样式表、同一底纹；浏览器为 Debian 的 chromium（无界面），窗口 1280×800 与 390×844，深浅两种配色。",
        "Screens: the server's own stylesheet and tile; the browser is Debian's chromium, headless;"
            + " windows of 1280×800 and 390×844, light and dark.");
  }

  /** What is done to a screenshot. */
  private enum Cut {
    WHOLE("whole, PNG"),
    JPEG("whole, JPEG 70"),
    QUARTER("a quarter, JPEG 70");

    private final String words;

    Cut(String words) {
      this.words = words;
    }

    BufferedImage of(BufferedImage shot, Random random) {
      return switch (this) {
        case WHOLE -> shot;
        case JPEG -> Handling.jpeg(shot, 70);
        case QUARTER -> {
          int width = shot.getWidth() / 2;
          int height = shot.getHeight() / 2;
          int left = random.nextInt(width + 1);
          int top = random.nextInt(height + 1);
          yield Handling.jpeg(shot.getSubimage(left, top, width, height), 70);
        }
      };
    }
  }

  private record Tally(int right, int wrong, int trials) {
    Tally and(Tally more) {
      return new Tally(right + more.right, wrong + more.wrong, trials + more.trials);
    }
  }

  List<Line> lines() throws Exception {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    int pages = stage.size(100, 1);
    for (int page = 0; page < pages; page++) {
      stage.say("屏幕 " + (page + 1) + "/" + pages, "screen " + (page + 1) + " of " + pages);
      page(page, tallies);
    }
    if (tallies.isEmpty()) {
      return List.of(
          Line.reported(
              new Words("屏幕", "screens"),
              Line.same("–"),
              new Words("没有 chromium", "no chromium here")));
    }
    List<Line> lines = new ArrayList<>();
    tallies.forEach((what, tally) -> lines.add(line(what, tally)));
    return lines;
  }

  private Line line(String what, Tally tally) {
    Rate rate = new Rate(tally.right(), tally.trials());
    boolean bar = !what.startsWith("phone");
    return new Line(
        new Words("屏幕：" + what, "screens: " + what),
        Line.same("–"),
        Line.same(rate + (tally.wrong() > 0 ? ", WRONG " + tally.wrong() : "")),
        Line.same(bar ? "≥ 98 %" : "–"),
        tally.wrong() > 0
            ? Outcome.WRONG
            : bar ? Bar.atLeast(KEPT).judge(rate.share()) : Outcome.NO_BAR);
  }

  private void page(int page, Map<String, Tally> tallies) throws Exception {
    Random random = new Random(stage.seed() * 104_729 + page);
    byte[] secret = new byte[PictureKey.SIZE];
    random.nextBytes(secret);
    PictureKey key = new PictureKey(secret);
    long number = random.nextLong();
    boolean dark = page % 3 == 2;
    write(new ScreenPages(random, dark).html(), new ScreenMarker(key), number);
    PictureReader reader = new PictureReader(List.of(key));
    for (String zoom : ZOOMS) {
      Optional<BufferedImage> shot = shot(zoom, 1280, 800);
      for (Cut cut : Cut.values()) {
        tally(tallies, zoom + "×, " + cut.words, shot, cut, reader, number, random);
      }
    }
    Optional<BufferedImage> phone = shot("2", 390, 844);
    tally(tallies, "phone, whole, JPEG 70", phone, Cut.JPEG, reader, number, random);
  }

  private static void tally(
      Map<String, Tally> tallies,
      String what,
      Optional<BufferedImage> shot,
      Cut cut,
      PictureReader reader,
      long number,
      Random random) {
    if (shot.isEmpty()) {
      return;
    }
    Optional<Long> said =
        reader
            .read(Pixels.of(cut.of(shot.get(), random)))
            .either((Mark mark) -> Optional.of(mark.payload()), none -> Optional.empty());
    boolean right = said.equals(Optional.of(number));
    tallies.merge(
        what, new Tally(right ? 1 : 0, said.isPresent() && !right ? 1 : 0, 1), Tally::and);
  }

  private void write(String html, ScreenMarker marker, long number) throws IOException {
    Files.createDirectories(folder.resolve("screen"));
    Files.writeString(folder.resolve("page.html"), html);
    Files.writeString(
        folder.resolve("screen.css"), ScreenStyle.of(ScreenTerms.USUAL).replace("\"/", "\""));
    Files.write(folder.resolve("screen/light.png"), marker.tile(number, Ground.LIGHT));
    Files.write(folder.resolve("screen/dark.png"), marker.tile(number, Ground.DARK));
  }

  /** What the browser shows; nothing where there is none. */
  private Optional<BufferedImage> shot(String zoom, int width, int height) throws Exception {
    Path shot = folder.resolve("shot.png");
    Files.deleteIfExists(shot);
    ProcessBuilder browser =
        new ProcessBuilder(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--allow-file-access-from-files",
            "--force-device-scale-factor=" + zoom,
            "--window-size=" + width + "," + height,
            "--user-data-dir=" + folder.resolve("profile"),
            "--screenshot=" + shot,
            folder.resolve("page.html").toUri().toString());
    for (String place : List.of("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")) {
      browser.environment().put(place, folder.toString());
    }
    browser
        .environment()
        .put("TMPDIR", stage.folder().toAbsolutePath().toString()); // names a socket
    Process running;
    try {
      running =
          browser
              .redirectErrorStream(true)
              .redirectOutput(new File(folder.toFile(), "chromium.log"))
              .start();
    } catch (IOException e) {
      return Optional.empty();
    }
    if (!running.waitFor(SECONDS, TimeUnit.SECONDS)) {
      running.destroyForcibly();
    }
    return Files.exists(shot) ? Optional.of(ImageIO.read(shot.toFile())) : Optional.empty();
  }
}
