package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.media.picture.Pixels;
import io.tidemark.server.Client.Said;
import io.tidemark.terms.CopyNumber;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Screens say who looked, and when: by a real browser where there is one. One server for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScreensTest {
  private static final float POOR = .7f;

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;
  private Client viewer;

  @BeforeAll
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    client = Client.of(server);
    viewer = client.as("lin.na", town, clock);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Optional<MarksGiven.Given> said(BufferedImage picture) {
    Pixels pixels = Pixels.of(picture);
    return new PictureReader(List.of(PictureKey.of(town.home.keys())))
        .read(pixels)
        .<Optional<Mark>>either(Optional::of, none -> Optional.empty())
        .flatMap(mark -> town.home.marks().of(new CopyNumber(mark.payload())));
  }

  private void isLinNas(Optional<MarksGiven.Given> said, Instant asked) {
    assertThat(said).isPresent();
    assertThat(said.get().to()).isEqualTo("lin.na");
    assertThat(said.get().screen().orElseThrow().minute())
        .isBetween(asked.truncatedTo(ChronoUnit.MINUTES), clock.instant());
  }

  private static BufferedImage jpeg(BufferedImage picture) throws Exception {
    BufferedImage plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    plain.getGraphics().drawImage(picture, 0, 0, null);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(POOR);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.setOutput(new MemoryCacheImageOutputStream(bytes));
    writer.write(null, new IIOImage(plain, null, null), quality);
    writer.dispose();
    return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static X509Certificate certificate(Server server) throws Exception {
    try (InputStream file = Files.newInputStream(server.certificate().chain())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, light", "1.25, light", "1.5, light", "1, dark", "1.25, dark", "1.5, dark"})
  void aScreenshotOrAQuarterOfItSaysWhoLooked(double scale, String theme) throws Exception {
    assumeTrue(Chromium.isHere(), "no chromium here: apt-get install chromium");
    try (Chromium browser = Chromium.open(certificate(server))) {
      URI page = server.origin().resolve("/workbench/tests/screen?seed=" + Math.round(scale * 100));
      browser.cookie(
          page,
          "__Host-tidemark",
          Objects.requireNonNull(viewer.headers().get("Authorization"))
              .substring("Bearer ".length()));
      browser.screen(1280, 800, scale);
      browser.theme(theme);
      Instant asked = clock.instant();
      browser.goTo(page);
      browser.run(
          "const tile = new Image(); tile.src = '/screen/"
              + theme
              + ".png'; await tile.decode();"
              + " await new Promise(painted => requestAnimationFrame(() =>"
              + " requestAnimationFrame(painted))); return 'painted';");
      BufferedImage shot = ImageIO.read(new ByteArrayInputStream(browser.screenshot()));
      assertThat(shot.getWidth()).isEqualTo((int) (1280 * scale));
      isLinNas(said(shot), asked);
      isLinNas(said(jpeg(shot)), asked);
      int width = shot.getWidth() / 2;
      int height = shot.getHeight() / 2;
      for (int i = 0; i < 4; i++) {
        BufferedImage quarter = shot.getSubimage(i % 2 * width, i / 2 * height, width, height);
        isLinNas(said(jpeg(quarter)), asked);
      }
    }
  }

  @Test
  void aPageLaysOverWhatThePolicySays() throws Exception {
    String css = viewer.get("/screen.css").is(200).body();
    assertThat(css).contains("/screen/light.png", "/screen/dark.png").doesNotContain("line.svg");
    String line = viewer.get("/screen/line.svg").is(200).body();
    assertThat(line).contains("lin.na · br-01 · ");
  }

  @Test
  void nobodyElseIsGivenATile() throws Exception {
    for (String path : List.of("/screen.css", "/screen/light.png", "/screen/line.svg")) {
      client.get(path).is(401);
    }
    Said tile = viewer.get("/screen/light.png").is(200);
    assertThat(tile.header("Cache-Control")).contains("private");
  }
}
