package io.tidemark.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.chainsim.picture.Chat;
import io.tidemark.chainsim.picture.Paper;
import io.tidemark.chainsim.picture.Paper.Kind;
import io.tidemark.chainsim.picture.PictureGenerator;
import io.tidemark.chainsim.picture.Typeface;
import io.tidemark.find.EveryFinder;
import io.tidemark.find.FoundClass;
import io.tidemark.find.TextFinder;
import io.tidemark.media.chat.Conversation;
import io.tidemark.media.chat.Screen;
import io.tidemark.media.document.Entry;
import io.tidemark.media.picture.Limits;
import io.tidemark.media.picture.Point;
import io.tidemark.terms.Reveal;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private static final PictureGenerator DRAWN = new PictureGenerator(7, true);
  private static final float GOOD = .9f;
  private static Pictures pictures;

  @BeforeAll
  static void open() {
    assumeTrue(Typeface.anyInstalled(), "no Chinese typeface here: " + Typeface.install());
    pictures = Pictures.open(2);
  }

  @AfterAll
  static void close() {
    if (pictures != null) {
      pictures.close();
    }
  }

  private static PictureText read(BufferedImage image) throws IOException {
    byte[] jpeg = PictureGenerator.jpeg(image, GOOD);
    return pictures
        .read(new ByteArrayInputStream(jpeg), Limits.USUAL)
        .either(
            text -> text,
            refused -> {
              throw new AssertionError(refused.toString());
            });
  }

  private static String value(PictureText text, Entry entry) {
    return text.document()
        .flatMap(document -> document.field(entry))
        .map(field -> field.value().reveal(Reveal.CLASSIFY))
        .orElse("");
  }

  private static BufferedImage turned(BufferedImage image, double degrees) {
    int side = (int) Math.hypot(image.getWidth(), image.getHeight()) + 40;
    BufferedImage out = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = out.createGraphics();
    graphics.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
    graphics.drawImage(image, (side - image.getWidth()) / 2, (side - image.getHeight()) / 2, null);
    graphics.dispose();
    return out;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 90, 180, 270, 17, -33, 141})
  void aVehicleLicenceIsReadAtAnyAngle(double degrees) throws IOException {
    Paper paper = DRAWN.clean(Kind.VEHICLE_LICENCE, 3);
    PictureText text = read(turned(paper.image(), degrees));
    assertThat(value(text, Entry.PLATE)).isEqualTo(paper.truth().get("号牌号码"));
    assertThat(value(text, Entry.NAME)).isEqualTo(paper.truth().get("所有人"));
    assertThat(value(text, Entry.VIN)).isEqualTo(paper.truth().get("车辆识别代号"));
  }

  @Test
  void aDrivingLicenceIsRead() throws IOException {
    Paper paper = DRAWN.clean(Kind.DRIVING_LICENCE, 1);
    PictureText text = read(paper.image());
    assertThat(value(text, Entry.IDENTITY_NUMBER)).isEqualTo(paper.truth().get("证号"));
    assertThat(value(text, Entry.NAME)).isEqualTo(paper.truth().get("姓名"));
    assertThat(value(text, Entry.FILE_NUMBER)).isEqualTo(paper.truth().get("档案编号"));
  }

  @Test
  void anIdentityCardIsReadWithAnAddressOfSeveralLines() throws IOException {
    Paper paper = DRAWN.clean(Kind.IDENTITY_CARD, 2);
    PictureText text = read(paper.image());
    assertThat(value(text, Entry.IDENTITY_NUMBER)).isEqualTo(paper.truth().get("公民身份号码"));
    assertThat(value(text, Entry.NAME)).isEqualTo(paper.truth().get("姓名"));
    assertThat(value(text, Entry.ADDRESS)).isEqualTo(paper.truth().get("住址"));
  }

  @Test
  void aPolicyIsRead() throws IOException {
    Paper paper = DRAWN.clean(Kind.POLICY, 4);
    PictureText text = read(paper.image());
    assertThat(value(text, Entry.POLICY_NUMBER)).isEqualTo(paper.truth().get("保险单号"));
    assertThat(value(text, Entry.NAME)).isEqualTo(paper.truth().get("被保险人"));
    assertThat(value(text, Entry.MOBILE)).isEqualTo(paper.truth().get("联系电话"));
    assertThat(value(text, Entry.VIN)).isEqualTo(paper.truth().get("车架号"));
  }

  @Test
  void aSystemsScreenIsReadRowByRow() throws IOException {
    Paper paper = DRAWN.clean(Kind.SYSTEM, 5);
    String all = read(paper.image()).text().reveal(Reveal.CLASSIFY);
    assertThat(all.lines()).contains(paper.truth().get("手机号"), paper.truth().get("车架号"), "客户信息查询");
    assertThat(all.indexOf(paper.truth().get("手机号")))
        .isLessThan(all.indexOf(paper.truth().get("车架号")));
  }

  @Test
  void findingsStandWhereTheyAreSeen() throws IOException {
    Paper paper = DRAWN.clean(Kind.VEHICLE_LICENCE, 6);
    List<PlacedFinding> findings = read(paper.image()).findings((text, found) -> {});
    PlacedFinding plate =
        findings.stream()
            .filter(one -> one.finding().found() == FoundClass.PLATE)
            .findFirst()
            .orElseThrow();
    Point corner = plate.place().a();
    // Drawn 18 to 20 mm from the left and 17 from above, 12 pixels a millimetre.
    assertThat(corner.x()).isBetween(180.0, 250.0);
    assertThat(corner.y()).isBetween(130.0, 215.0);
    assertThat(findings.toString()).doesNotContain(paper.truth().get("号牌号码"));
  }

  /** The title was an address, and a translation the name of an account. */
  @Test
  void whatEveryLicenceSaysIsNobodys() throws IOException {
    for (Kind kind : List.of(Kind.VEHICLE_LICENCE, Kind.DRIVING_LICENCE, Kind.IDENTITY_CARD)) {
      Paper paper = DRAWN.clean(kind, 9);
      PictureText text = read(paper.image());
      List<PlacedFinding> findings = text.findings(new EveryFinder(new TextFinder()));
      assertThat(findings).as(kind.name()).isNotEmpty();
      for (PlacedFinding one : findings) {
        String value = one.finding().value().reveal(Reveal.CLASSIFY);
        assertThat(paper.truth().values())
            .as(kind + " " + one)
            .anyMatch(truth -> alike(truth, value));
      }
    }
  }

  private static boolean alike(String truth, String value) {
    return truth.contains(value) || value.contains(truth);
  }

  @Test
  void screenshotsAreOneConversation() throws IOException {
    Chat chat = DRAWN.chat(1, 12);
    List<Screen> screens = new ArrayList<>();
    for (BufferedImage image : chat.screens()) {
      screens.add(read(image).screen());
    }
    assertThat(screens).hasSizeGreaterThan(1);
    List<String> told =
        Conversation.of(screens).messages().stream()
            .map(message -> message.text().reveal(Reveal.CLASSIFY).replaceAll("\\s", ""))
            .toList();
    assertThat(told).hasSameSizeAs(chat.messages());
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i).length())
          .isEqualTo(chat.messages().get(i).text().replace(" ", "").length());
    }
  }

  /** Numbers go over the end of a line here, and messages over the edge of a picture. */
  @Test
  void whatIsSaidOverScreenshotsIsFoundOnce() throws IOException {
    Chat chat = DRAWN.chat(1, 12);
    List<PictureText> read = new ArrayList<>();
    for (BufferedImage image : chat.screens()) {
      read.add(read(image));
    }
    for (int i = 1; i < read.size(); i++) {
      assertThat(ScreenshotText.goesOn(read.get(i - 1), read.get(i))).as("picture " + i).isTrue();
      assertThat(ScreenshotText.goesOn(read.get(i), read.get(i - 1))).as("backwards").isFalse();
    }
    List<ScreenshotText.Spread> said =
        ScreenshotText.of(read).said(new EveryFinder(new TextFinder()));
    List<String> expected = new ArrayList<>();
    for (Chat.Message message : chat.messages()) {
      Matcher number = Pattern.compile("身份证(.{18})").matcher(message.text());
      while (number.find()) {
        expected.add(number.group(1));
      }
    }
    List<ScreenshotText.Spread> numbers =
        said.stream().filter(one -> one.finding().found() == FoundClass.IDENTITY_NUMBER).toList();
    assertThat(expected).isNotEmpty();
    assertThat(numbers)
        .extracting(one -> one.finding().value().reveal(Reveal.CLASSIFY))
        .containsExactlyElementsOf(expected);
    assertThat(said).anyMatch(one -> one.spots().size() == 2);
  }

  @Test
  void papersDoNotGoOnFromEachOther() throws IOException {
    for (Kind kind : Kind.values()) {
      PictureText before = read(DRAWN.clean(kind, 11).image());
      PictureText next = read(DRAWN.clean(kind, 12).image());
      assertThat(ScreenshotText.goesOn(before, next)).as(kind.name()).isFalse();
    }
  }

  @Test
  void picturesWithoutTextHaveNone() throws IOException {
    assertThat(read(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB)).lines()).isEmpty();
    assertThat(read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)).lines()).isEmpty();
    assertThat(read(new BufferedImage(3000, 2, BufferedImage.TYPE_INT_RGB)).lines()).isEmpty();
  }

  @Test
  void whatIsNoPictureIsRefusedInBothLanguages() throws IOException {
    PictureReading reading =
        pictures.read(new ByteArrayInputStream(new byte[] {1, 2, 3}), Limits.USUAL);
    String rule = reading.either(text -> "", refused -> refused.refusal().rule());
    assertThat(rule).isEqualTo("no-picture");
  }

  @Test
  void picturesReadAtOnceAreReadAlike() throws IOException {
    PictureText alone = read(DRAWN.clean(Kind.IDENTITY_CARD, 8).image());
    List<CompletableFuture<PictureText>> running = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      running.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return read(DRAWN.clean(Kind.IDENTITY_CARD, 8).image());
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              }));
    }
    for (CompletableFuture<PictureText> one : running) {
      assertThat(one.join().text()).isEqualTo(alone.text());
    }
  }
}
