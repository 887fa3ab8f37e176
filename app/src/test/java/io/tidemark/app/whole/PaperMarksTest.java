package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.formats.report.BuyerCopyPage;
import io.tidemark.store.home.Home;
import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Pages of marked documents that became pictures, by poppler, Ghostscript and MuPDF. */
final class PaperMarksTest {
  private static final String VIN = "LSVAB4BR5DN123456";
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: dl-01, kind: dealer, name: 安和4S店}
        - {id: dl-02, kind: dealer, name: 安顺4S店}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
      """;

  @TempDir private static Path folder = Path.of(".");
  private static Desk desk = new Desk(Path.of("."));
  private static Optional<Home> open = Optional.empty();
  private static String mark = "";

  @BeforeAll
  static void aMarkedPolicy() throws Exception {
    desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", Counter.file(folder, "chain.yaml", CHAIN));
    open = Optional.of(Home.open(desk.home(), System.getenv())); // keeps its database running
    byte[] page =
        BuyerCopyPage.pdf(
            Map.of(FieldClass.VIN, PersonalText.of(VIN)),
            PersonalText.of("司徒新主"),
            BuyerCopyId.random(),
            Instant.parse("2026-05-01T00:00:00Z"));
    Files.write(folder.resolve("policy.pdf"), page);
    mark = marked("marked.pdf").get("mark").asString();
  }

  @AfterAll
  static void closeIt() {
    open.ifPresent(Home::close);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static JsonNode marked(String name, String... more) throws Exception {
    String[] command = {
      "mark", "pdf", path("policy.pdf"), "--to", "dl-01", "--purpose", "claims", "--out", path(name)
    };
    return desk.json(0, Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new));
  }

  private static void run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("tool.log").toFile())
            .start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }

  private static JsonNode picture(String name) throws Exception {
    return desk.json(0, "read", "picture", path(name)).get("pictures").get(0);
  }

  @Test
  void pagesAsPicturesOfThreeToolsNameTheRecipient() throws Exception {
    run("pdftoppm", "-r", "150", "-jpeg", "-jpegopt", "quality=70", "marked.pdf", "poppler");
    run(
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=jpeg",
        "-dJPEGQ=70",
        "-r110",
        "-dTextAlphaBits=4",
        "-dGraphicsAlphaBits=4",
        "-sOutputFile=gs.jpg",
        "marked.pdf");
    run("mutool", "draw", "-r", "96", "-o", "mupdf.png", "marked.pdf", "1");
    for (String name : List.of(poppler(), "gs.jpg", "mupdf.png")) {
      JsonNode read = picture(name);
      assertThat(read.get("number").asString()).as(name).isEqualTo(mark);
      assertThat(read.get("recipient").asString()).isEqualTo("dl-01");
    }
  }

  private static String poppler() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("poppler"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** A document whose one page is a picture in JPEG of quality 70, as scanners and faxes make. */
  private static void rasterised(String from, String to) throws Exception {
    run("pdftoppm", "-r", "150", "-singlefile", "-png", from, "page");
    BufferedImage page = ImageIO.read(folder.resolve("page.png").toFile());
    try (PDDocument document = new PDDocument()) {
      PDPage paper = new PDPage(PDRectangle.A4);
      document.addPage(paper);
      try (PDPageContentStream content = new PDPageContentStream(document, paper)) {
        content.drawImage(
            JPEGFactory.createFromImage(document, page, .7f),
            0,
            0,
            PDRectangle.A4.getWidth(),
            PDRectangle.A4.getHeight());
      }
      document.save(folder.resolve(to).toFile());
    }
  }

  @Test
  void aDocumentOfPicturesIsReadFromItsPages() throws Exception {
    rasterised("marked.pdf", "scanned.pdf");
    JsonNode read = desk.json(0, "read", "pdf", path("scanned.pdf")).get("documents").get(0);
    assertThat(read.get("read_from").asString()).isEqualTo("page");
    assertThat(read.get("mark").asString()).isEqualTo(mark);
    assertThat(read.get("bound").asDouble()).isBetween(1e-13, 1e-9);
    rasterised("policy.pdf", "unmarked.pdf");
    JsonNode none = desk.json(1, "read", "pdf", path("unmarked.pdf")).get("documents").get(0);
    assertThat(none.get("mark").isNull()).isTrue();
    assertThat(none.get("pages_looked_at").asInt()).isEqualTo(1);
  }

  @Test
  void plainPaperLeavesNoMarkInItsPicture() throws Exception {
    marked("plain.pdf", "--plain-paper");
    run("pdftoppm", "-r", "150", "-singlefile", "-png", "plain.pdf", "plain");
    desk.type("read", "picture", path("plain.png")).ends(1);
  }

  @Test
  void aLockedCopyIsReadWithItsPasswordFromAFileThatNobodyElseReads() throws Exception {
    Path password = folder.resolve("dl-01.password");
    String locked =
        marked("locked.pdf", "--password-out", password.toString()).get("mark").asString();
    desk.type("read", "pdf", path("locked.pdf")).ends(3);
    JsonNode read =
        desk.json(0, "read", "pdf", path("locked.pdf"), "--password-file", password.toString());
    assertThat(read.get("documents").get(0).get("mark").asString()).isEqualTo(locked);
    Path other = Files.writeString(folder.resolve("other.password"), "not-this-one");
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
    desk.type("read", "pdf", path("locked.pdf"), "--password-file", other.toString()).ends(3);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    desk.type("read", "pdf", path("locked.pdf"), "--password-file", password.toString())
        .ends(2)
        .because("chmod 600");
  }
}
