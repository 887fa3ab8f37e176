package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.picture.Handling;
import io.tidemark.chainsim.picture.Scene;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code mark picture} and {@code read picture}: what they record, show and refuse. */
final class MarkedPicturesTest {
  private static final int PEOPLE = 12;

  @TempDir private static Path folder = Path.of(".");
  private static Desk desk = new Desk(Path.of("."));
  private static String disclosure = "";

  @BeforeAll
  static void aHomeWithADisclosure() throws Exception {
    desk = Homes.small(folder);
    Path portfolio = folder.resolve("portfolio.csv");
    PortfolioFile.write(
        portfolio,
        StandardCharsets.UTF_8,
        PortfolioGenerator.COLUMNS,
        new PortfolioGenerator(9, PEOPLE, Untidiness.none()).rows().limit(PEOPLE));
    desk.json(0, "deposit", portfolio.toString());
    Homes.copy(desk, folder.resolve("copy.csv"));
    try (Home home = Home.open(desk.home(), System.getenv())) {
      disclosure = home.disclosures().ofParty("ag-0001", Long.MAX_VALUE).get(0).id().text();
    }
  }

  private static Path drawn(String name, BufferedImage picture) throws IOException {
    Path file = folder.resolve(name);
    ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    return file;
  }

  private static Entry newest() throws Exception {
    try (Home home = Home.open(desk.home(), System.getenv())) {
      return Entry.parse(home.entries(home.journal().size() - 1, 1).get(0));
    }
  }

  @Test
  void aPictureThatWentThroughAChatNamesTheDisclosureAndItsRecipient() throws Exception {
    Path original = drawn("scene.png", Scene.hills(3, 1100, 800));
    Path marked = folder.resolve("marked.jpg");
    JsonNode said =
        desk.json(
            0,
            "mark",
            "picture",
            original.toString(),
            "--out",
            marked.toString(),
            "--disclosure",
            disclosure);
    Entry entry = newest();
    assertThat(entry.kind()).isEqualTo("picture-marked");
    assertThat(entry.value("disclosure")).contains(disclosure);
    assertThat(entry.value("number")).contains(said.get("number").asString());
    assertThat(entry.value("file")).contains(Digest.sha256(Files.readAllBytes(marked)).toString());
    assertThat(entry.value("original"))
        .contains(Digest.sha256(Files.readAllBytes(original)).toString());

    BufferedImage leaves = ImageIO.read(marked.toFile());
    Path found = drawn("found.png", Handling.CHAT_60.of(leaves, new Random(1)));
    JsonNode read = desk.json(0, "read", "picture", found.toString()).get("pictures").get(0);
    assertThat(read.get("disclosure").asString()).isEqualTo(disclosure);
    assertThat(read.get("recipient").asString()).isEqualTo("ag-0001");
    assertThat(read.get("bound").asDouble()).isBetween(1e-13, 1e-9);
    entry = newest();
    assertThat(entry.kind()).isEqualTo("pictures-read");
    assertThat(entry.value("marks")).contains("1");
    assertThat(new String(entry.bytes(), StandardCharsets.UTF_8)).doesNotContain("found");
  }

  @Test
  void anUnmarkedPictureSaysSoAndABrokenFileIsNamed() throws Exception {
    String plain = drawn("plain.png", Scene.hills(4, 640, 480)).toString();
    String broken = Files.writeString(folder.resolve("broken.png"), "no picture").toString();
    desk.type("read", "picture", plain).ends(1);
    JsonNode both = desk.json(6, "read", "picture", plain, broken).get("pictures");
    assertThat(both.get(0).get("marked").asBoolean()).isFalse();
    assertThat(both.get(1).get("error").asString()).isEqualTo("no-picture");
    desk.type("read", "picture", broken).ends(3);
  }

  @Test
  void whatCannotCarryAMarkOrHasNoDisclosureIsRefusedAndNothingIsWritten() throws Exception {
    String small = drawn("small.png", Scene.hills(5, 300, 200)).toString();
    String large = drawn("large.png", Scene.hills(5, 800, 600)).toString();
    Path out = folder.resolve("none.png");
    desk.type("mark", "picture", small, "--out", out.toString(), "--payload", "00c0ffee12345678")
        .ends(4)
        .because("too few to carry a mark");
    desk.type(
            "mark", "picture", large, "--out", out.toString(), "--disclosure", "d-0000000000000000")
        .ends(2)
        .because("no disclosure");
    desk.type("mark", "picture", large, "--out", out.toString(), "--payload", "xyz").ends(2);
    desk.type("mark", "picture", large, "--out", out + ".gif", "--payload", "00c0ffee12345678")
        .ends(2);
    assertThat(out).doesNotExist();
  }
}
