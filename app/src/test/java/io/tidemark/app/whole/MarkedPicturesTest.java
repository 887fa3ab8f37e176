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
import java.util.stream.Stream;
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
    assertThat(entry.kind()).isEqualTo("marks-read");
    assertThat(entry.value("mark"))
        .hasValueSatisfying(mark -> assertThat(mark).startsWith(read.get("number").asString()));
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

  private static String[] release(String out, Path pictures, String... more) {
    return Stream.concat(
            Stream.of(
                "disclose",
                "--to",
                "ag-0001",
                "--purpose",
                "renewal-service",
                "--columns",
                "姓名,车牌号,厂牌型号,地址",
                "--where",
                "终保日期 2020-01-01..2099-12-31",
                "--out",
                folder.resolve(out).toString(),
                "--pictures",
                pictures.toString()),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void aReleaseWithPicturesGivesEachItsNumberAndRecordsItsDigests() throws Exception {
    Path pictures = Files.createDirectory(folder.resolve("going"));
    ImageIO.write(Scene.hills(7, 900, 700), "jpg", pictures.resolve("one.jpg").toFile());
    ImageIO.write(Scene.hills(8, 700, 900), "png", pictures.resolve("two.png").toFile());
    JsonNode said = desk.json(0, release("with.csv", pictures));
    assertThat(said.get("pictures")).hasSize(2);
    for (JsonNode one : said.get("pictures")) {
      Path left = Path.of(one.get("file").asString());
      assertThat(left.getParent().getFileName()).hasToString("with-pictures");
      try (Home home = Home.open(desk.home(), System.getenv())) {
        Entry entry = Entry.parse(home.entries(one.get("entry").asLong(), 1).get(0));
        assertThat(entry.kind()).isEqualTo("picture-marked");
        assertThat(entry.value("disclosure")).contains(said.get("disclosure").asString());
        assertThat(entry.value("file"))
            .contains(Digest.sha256(Files.readAllBytes(left)).toString());
        assertThat(entry.value("original"))
            .contains(
                Digest.sha256(Files.readAllBytes(Path.of(one.get("picture").asString())))
                    .toString());
      }
      JsonNode read = desk.json(0, "read", "picture", left.toString()).get("pictures").get(0);
      assertThat(read.get("disclosure")).isEqualTo(said.get("disclosure"));
    }
  }

  @Test
  void aPictureThatCannotBeMarkedStopsTheReleaseBeforeAnythingLeaves() throws Exception {
    Path pictures = Files.createDirectory(folder.resolve("small-one"));
    ImageIO.write(Scene.hills(7, 900, 700), "jpg", pictures.resolve("a.jpg").toFile());
    ImageIO.write(Scene.hills(8, 300, 200), "png", pictures.resolve("b.png").toFile());
    desk.type(release("none.csv", pictures)).ends(3).because("nothing was released");
    assertThat(folder.resolve("none.csv")).doesNotExist();
    assertThat(folder.resolve("none-pictures")).doesNotExist();
    Path empty = Files.createDirectory(folder.resolve("empty"));
    desk.type(release("none.csv", empty)).ends(2).because("no picture");
    desk.type(
            "disclose",
            "r-0123456789abcdef",
            "--out",
            folder.resolve("none.csv").toString(),
            "--pictures",
            pictures.toString())
        .ends(2)
        .because("approved");
  }
}
