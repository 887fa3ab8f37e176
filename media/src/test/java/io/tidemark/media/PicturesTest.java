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
            .map(message -> message.text().reveal(Reveal.CLASSIFY).replace(" ", ""))
            .toList();
    assertThat(told).hasSameSizeAs(chat.messages());
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i).length())
          .isEqualTo(chat.messages().get(i).text().replace(" ", "").length());
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
