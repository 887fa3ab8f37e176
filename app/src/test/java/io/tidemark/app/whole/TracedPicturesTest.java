package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.picture.Handling;
import io.tidemark.chainsim.picture.Scene;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.Mark;
import io.tidemark.evidence.Check;
import io.tidemark.evidence.Verification;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.formats.bundle.Content;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.CopyNumber;
import io.tidemark.vault.KeyRing;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Screenshots and photos that were found: numbers, rows by OCR, and one verdict of both. */
final class TracedPicturesTest {
  private static final String OTHER = "ag-0002";
  private static final int ROWS = 14;

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  /** A screen that shows these rows, a cell beside the other. */
  private static BufferedImage screen(List<List<String>> rows) {
    BufferedImage screen = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = screen.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(247, 248, 250));
    graphics.fillRect(0, 0, 1600, 900);
    graphics.setColor(new Color(25, 25, 25));
    graphics.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, 22));
    int y = 80;
    for (List<String> row : rows) {
      int x = 30;
      for (String cell : row) {
        graphics.drawString(cell, x, y);
        x += graphics.getFontMetrics().stringWidth(cell) + 34;
      }
      y += 56;
    }
    graphics.dispose();
    return screen;
  }

  /**
   * Name, plate, model, address and expiry of the first rows of a copy that are not among others.
   */
  private List<List<String>> rows(String party, Set<String> without) throws Exception {
    LeakedTable copy = company.copy(party);
    List<Integer> at =
        List.of("姓名", "车牌号", "厂牌型号", "地址", "终保日期").stream()
            .map(copy.headings()::indexOf)
            .filter(i -> i >= 0)
            .toList();
    int plate = copy.headings().indexOf("车牌号");
    return copy.rows().stream()
        .filter(row -> !without.contains(row.get(plate)))
        .limit(ROWS)
        .map(row -> at.stream().map(row::get).toList())
        .toList();
  }

  private Set<String> plates(String party) throws Exception {
    LeakedTable copy = company.copy(party);
    int plate = copy.headings().indexOf("车牌号");
    return copy.rows().stream().map(row -> row.get(plate)).collect(Collectors.toSet());
  }

  private Path drawn(String name, BufferedImage picture) throws Exception {
    Path file = folder.resolve(name);
    ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    return file;
  }

  /** The picture with the number of a party's disclosure, as a chat program passes it on. */
  private Path marked(String name, BufferedImage picture, String party) throws Exception {
    Path plain = drawn("plain-" + name + ".png", picture);
    Path out = folder.resolve("marked-" + name + ".png");
    desk.json(
        0, "mark", "picture", plain.toString(), "--out", out.toString(), "--disclosure", id(party));
    BufferedImage leaves = ImageIO.read(out.toFile());
    return drawn(name + ".png", Handling.TWO_ROUNDS.of(leaves, new Random(3)));
  }

  private String id(String party) {
    return company.releasedTo(party).get("disclosure").asString();
  }

  @Test
  void anUnmarkedScreenshotIsTracedByItsRowsAsAListIs() throws Exception {
    Path screen = drawn("screen.png", screen(rows(Company.AGENT, Set.of())));
    JsonNode traced = desk.type("trace", screen.toString(), "--json").json();
    assertThat(traced.get("rows").get("matched").asInt()).isGreaterThanOrEqualTo(ROWS - 2);
    assertThat(traced.get("numbers")).isEmpty();
    assertThat(traced.get("pictures").get(0).get("mark").isNull()).isTrue();
    assertThat(traced.get("candidates").get(0).get("party").asString()).isEqualTo(Company.AGENT);
    traced
        .get("accused")
        .forEach(one -> assertThat(one.get("party").asString()).isEqualTo(Company.AGENT));
  }

  @Test
  void aNumberAndTheRowsOfItsFileSpeakForOneCopyAndTheBundleShowsIt() throws Exception {
    Path found = marked("found", screen(rows(Company.AGENT, Set.of())), Company.AGENT);
    JsonNode traced = desk.json(0, "trace", zipped(found).toString());
    assertThat(traced.get("verdict").asString()).isEqualTo("named");
    assertThat(traced.get("accused").toString()).contains(id(Company.AGENT)).doesNotContain(OTHER);
    JsonNode number = traced.get("numbers").get(0);
    assertThat(number.get("read_from").asString()).isEqualTo("picture");
    assertThat(number.get("names").asBoolean()).isTrue();
    assertThat(number.get("rows_of_the_file").asInt()).isGreaterThanOrEqualTo(ROWS - 2);
    assertThat(number.get("of_them_held").asInt())
        .isEqualTo(number.get("rows_of_the_file").asInt());
    assertThat(number.get("bound").asDouble()).isBetween(1e-13, 1e-9);

    Path bundle = folder.resolve("bundle.zip");
    desk.json(0, "evidence", traced.get("case").asString(), "--out", bundle.toString());
    JsonNode verified =
        Desk.say(List.of("verify", bundle.toString(), "--key", company.key, "--json"))
            .ends(0)
            .json()
            .get("verified");
    assertThat(verified.get("accused").get(0).asString()).isEqualTo(Company.AGENT);
    assertThat(verified.get("marks").get(0).get("number").asString())
        .isEqualTo(number.get("mark").asString());
    forgeriesShow(bundle);
  }

  /** A dishonest insurer with all keys changes what the number says. */
  private void forgeriesShow(Path bundle) throws Exception {
    assertThat(failed(bundle, mark -> mark)).isEmpty();
    assertThat(failed(bundle, mark -> with(mark, mark.number(), OTHER, mark.rows(), mark.held())))
        .contains("marks");
    assertThat(
            failed(
                bundle,
                mark -> with(mark, new CopyNumber(1), mark.party(), mark.rows(), mark.held())))
        .contains("marks");
    assertThat(failed(bundle, mark -> with(mark, mark.number(), mark.party(), mark.rows(), 0)))
        .contains("verdict");
  }

  private static Mark with(Mark mark, CopyNumber number, String party, int rows, int held) {
    return new Mark(
        mark.file(),
        number,
        mark.from(),
        mark.bound(),
        party,
        mark.disclosure(),
        mark.entry(),
        rows,
        held,
        mark.accused());
  }

  private Set<String> failed(Path bundle, UnaryOperator<Mark> change) throws Exception {
    Content honest = BundleFile.read(bundle).content();
    Forger forger = new Forger(honest.bundle(), company.held.keys().key(KeyRing.Use.LEDGER));
    CaseFile file = honest.bundle().file();
    List<Mark> marks = new ArrayList<>(file.marks());
    marks.set(0, change.apply(marks.get(0)));
    forger.file =
        new CaseFile(
            file.id(),
            file.attempt(),
            file.material(),
            file.rows(),
            file.verdict(),
            file.candidates(),
            file.threshold(),
            file.outside(),
            file.seen(),
            file.ranking(),
            file.leak(),
            file.honey(),
            marks);
    return new Verification(forger.bundle(), Optional.of(VerifierKey.parse(company.key)))
        .run().stream()
            .filter(check -> check.needed() && !check.ok())
            .map(Check::name)
            .collect(Collectors.toSet());
  }

  @Test
  void aNumberOnPeopleWhomItsRecipientNeverGotAccusesNobody() throws Exception {
    List<List<String>> others = rows(OTHER, plates(Company.AGENT)).stream().limit(2).toList();
    assertThat(others).hasSize(2);
    Path found = marked("laid-over", screen(others), Company.AGENT);
    JsonNode traced = desk.json(1, "trace", found.toString());
    assertThat(traced.get("verdict").asString()).isEqualTo("inconclusive");
    assertThat(traced.get("accused")).isEmpty();
    JsonNode number = traced.get("numbers").get(0);
    assertThat(number.get("party").asString()).isEqualTo(Company.AGENT);
    assertThat(number.get("contradicted").asBoolean()).isTrue();
    assertThat(number.get("names").asBoolean()).isFalse();
    Desk.say(List.of("trace", found.toString(), "--home", desk.home().toString(), "--lang", "en"))
        .ends(1)
        .because("contradiction");
  }

  @Test
  void aPictureWithoutTextNamesItsCopyAndOneOfNobodyIsInconclusive() throws Exception {
    Path found = marked("hills", Scene.hills(5, 1100, 800), OTHER);
    JsonNode traced = desk.json(0, "trace", found.toString());
    assertThat(traced.get("verdict").asString()).isEqualTo("named");
    assertThat(traced.get("accused").get(0).get("party").asString()).isEqualTo(OTHER);
    Path plain = drawn("plain.png", Scene.hills(6, 1100, 800));
    assertThat(desk.json(1, "trace", plain.toString()).get("verdict").asString())
        .isEqualTo("inconclusive");
    JsonNode late = desk.json(1, "trace", found.toString(), "--seen", "2020-01-01");
    assertThat(late.get("numbers").get(0).get("late").asBoolean()).isTrue();
    assertThat(late.get("accused")).isEmpty();
  }

  private Path zipped(Path file) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("posts/" + file.getFileName()));
      zip.write(Files.readAllBytes(file));
      zip.closeEntry();
    }
    return Files.write(folder.resolve("posts.zip"), bytes.toByteArray());
  }
}
