package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.chainsim.picture.Handling;
import io.tidemark.chainsim.picture.Scene;
import io.tidemark.custody.Entries;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.ledger.Journal;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.ScreenMarker;
import io.tidemark.media.mark.ScreenMarker.Ground;
import io.tidemark.store.home.Home;
import io.tidemark.terms.CopyNumber;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A screenshot leads to who looked: by {@code read picture}, and by {@code trace} to a bundle. */
final class ReadScreenTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @TempDir private static Path folder = Path.of(".");
  private static Desk desk = new Desk(Path.of("."));
  private static long signIn;
  private static CopyNumber number = new CopyNumber(0);

  @BeforeAll
  static void somebodySignedInAndLooked() throws Exception {
    desk = Homes.small(folder);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      signIn =
          home.journal()
              .record(
                  Entries.begin("sign-in", NOW, new Actor("lin.na", Set.of()), PolicyFile.builtIn())
                      .line("until", NOW.plus(Duration.ofHours(8)))
                      .build(),
                  new Journal.Nothing())
              .index();
      number = home.screenNumbers().number(signIn, NOW.plusSeconds(120));
      byte[] tile = new ScreenMarker(PictureKey.of(home.keys())).tile(number.value(), Ground.LIGHT);
      BufferedImage shot = under(ImageIO.read(new ByteArrayInputStream(tile)));
      ImageIO.write(Handling.jpeg(shot, 70), "png", folder.resolve("shot.png").toFile());
    }
  }

  private static BufferedImage under(BufferedImage tile) {
    BufferedImage page = new BufferedImage(1000, 700, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = page.createGraphics();
    drawing.setColor(Color.WHITE);
    drawing.fillRect(0, 0, page.getWidth(), page.getHeight());
    drawing.drawImage(Scene.hills(2, 300, 200), 60, 60, null);
    for (int y = 0; y < page.getHeight(); y += tile.getHeight()) {
      for (int x = 0; x < page.getWidth(); x += tile.getWidth()) {
        drawing.drawImage(tile, x, y, null);
      }
    }
    drawing.dispose();
    return page;
  }

  @Test
  void aScreenshotSaysWhoOpenedThePageAndWhen() throws Exception {
    JsonNode read =
        desk.json(0, "read", "picture", folder.resolve("shot.png").toString())
            .get("pictures")
            .get(0);
    assertThat(read.get("number").asString()).isEqualTo(number.toString());
    assertThat(read.get("recipient").asString()).isEqualTo("lin.na");
    assertThat(Instant.parse(read.get("minute").asString()))
        .isEqualTo(NOW.plusSeconds(120).truncatedTo(ChronoUnit.MINUTES));
    assertThat(read.get("look_ups").size()).isZero();
    desk.type("read", "picture", folder.resolve("shot.png").toString())
        .ends(0)
        .because("lin.na", "entry " + signIn);
  }

  @Test
  void aTraceNamesTheViewerAndItsBundleVerifies() throws Exception {
    JsonNode traced = desk.json(0, "trace", folder.resolve("shot.png").toString());
    assertThat(traced.get("verdict").asString()).isEqualTo("named");
    Path bundle = folder.resolve("case.zip");
    desk.json(0, "evidence", traced.get("case").asString(), "--out", bundle.toString());
    JsonNode verified =
        Desk.say(List.of("verify", bundle.toString(), "--json")).ends(0).json().get("verified");
    assertThat(verified.get("accused").get(0).asString()).isEqualTo("lin.na");
  }
}
