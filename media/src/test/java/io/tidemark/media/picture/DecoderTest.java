package io.tidemark.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.terms.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
  private static final Limits SMALL = new Limits(1 << 20, 1_000_000, 250_000, 10);

  /** Red above, green below; its upper left corner is blue. */
  private static BufferedImage drawn(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width, height / 2);
    graphics.setColor(Color.GREEN);
    graphics.fillRect(0, height / 2, width, height - height / 2);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, width / 4, height / 4);
    graphics.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static Decoded.Picture picture(byte[] bytes, Limits limits) {
    return Decoder.decode(bytes, limits)
        .either(
            picture -> picture,
            refused -> {
              throw new AssertionError(refused.toString());
            });
  }

  private static String rule(byte[] bytes, Limits limits) {
    return Decoder.decode(bytes, limits).either(picture -> "", Refusal::rule);
  }

  private static char colour(Pixels pixels, double x, double y) {
    int rgb = pixels.at((int) (x * pixels.width()), (int) (y * pixels.height()));
    int red = rgb >> 16 & 255;
    int green = rgb >> 8 & 255;
    int blue = rgb & 255;
    return red > green && red > blue ? 'r' : green > blue ? 'g' : 'b';
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "bmp", "gif", "tiff"})
  void theUsualFormatsAreRead(String format) throws IOException {
    upright(picture(written(drawn(200, 100), format), SMALL));
  }

  /** The same drawing as Google's own encoder writes it. */
  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless.webp"})
  void webpIsRead(String name) throws IOException {
    byte[] bytes;
    try (InputStream in =
        Objects.requireNonNull(DecoderTest.class.getResourceAsStream("written/" + name))) {
      bytes = in.readAllBytes();
    }
    upright(picture(bytes, SMALL));
    for (int length = 32; length < bytes.length; length += 9) { // behind the head
      assertThat(rule(Arrays.copyOf(bytes, length), SMALL)).isIn("", "broken-picture");
    }
  }

  private static void upright(Decoded.Picture picture) {
    assertThat(picture.step()).isEqualTo(1);
    assertThat(picture.pixels().width()).isEqualTo(200);
    assertThat(colour(picture.pixels(), .1, .1)).isEqualTo('b');
    assertThat(colour(picture.pixels(), .9, .1)).isEqualTo('r');
    assertThat(colour(picture.pixels(), .9, .9)).isEqualTo('g');
  }

  @ParameterizedTest
  @CsvSource({"1,b,r,g", "3,g,g,b", "6,g,b,r", "8,r,g,g"})
  void aTelephonesOrientationIsFollowed(int exif, char upperLeft, char upperRight, char lowerRight)
      throws IOException {
    byte[] jpeg = written(drawn(200, 100), "jpeg");
    Decoded.Picture picture = picture(turned(jpeg, exif), SMALL);
    assertThat(picture.pixels().width()).isEqualTo(exif < 5 ? 200 : 100);
    assertThat(colour(picture.pixels(), .1, .1)).isEqualTo(upperLeft);
    assertThat(colour(picture.pixels(), .9, .1)).isEqualTo(upperRight);
    assertThat(colour(picture.pixels(), .9, .9)).isEqualTo(lowerRight);
  }

  /** The JPEG with an Exif segment that says so. */
  private static byte[] turned(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xffe1).putShort((short) 34);
    exif.put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1));
    exif.putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    exif.putShort((short) 0).putInt(0);
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 36);
    out.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  @Test
  void whatIsTransparentLiesOnWhite() throws IOException {
    BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    assertThat(picture(written(clear, "png"), SMALL).pixels().at(3, 3) & 0xffffff)
        .isEqualTo(0xffffff);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png"})
  void aLargePictureIsReadByEveryFewRows(String format) throws IOException {
    Decoded.Picture picture = picture(written(drawn(900, 900), format), SMALL);
    assertThat(picture.step()).isEqualTo(2);
    assertThat(picture.pixels().width()).isEqualTo(450);
    assertThat(colour(picture.pixels(), .1, .1)).isEqualTo('b');
  }

  @Test
  void aBombIsRefusedByItsHeader() {
    assertThat(rule(png(30_000, 30_000), Limits.USUAL)).isEqualTo("picture-pixels");
    assertThat(rule(png(10_000, 10_001), Limits.USUAL)).isEqualTo("picture-pixels");
    assertThat(rule(png(Integer.MAX_VALUE, Integer.MAX_VALUE), Limits.USUAL))
        .isIn("picture-pixels", "broken-picture");
  }

  /** A PNG that says to be so large and has nothing within. */
  private static byte[] png(int width, int height) {
    ByteBuffer out = ByteBuffer.allocate(33);
    out.putLong(0x89504e470d0a1a0aL).putInt(13);
    out.put("IHDR".getBytes(StandardCharsets.ISO_8859_1)).putInt(width).putInt(height);
    out.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    CRC32 crc = new CRC32();
    crc.update(out.array(), 12, 17);
    out.putInt((int) crc.getValue());
    return out.array();
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    assertThat(rule(new byte[0], SMALL)).isEqualTo("no-picture");
    assertThat(rule("姓名,手机号\n".getBytes(StandardCharsets.UTF_8), SMALL)).isEqualTo("no-picture");
    assertThat(rule(new byte[SMALL.bytes() + 1], SMALL)).isEqualTo("picture-bytes");
    assertThat(rule("....ftypheic....".getBytes(StandardCharsets.UTF_8), SMALL))
        .isEqualTo("heic-picture");
    byte[] png = written(drawn(300, 300), "png");
    assertThat(rule(Arrays.copyOf(png, 60), SMALL)).isEqualTo("broken-picture");
  }

  @Test
  void aJpegThatWasCutOffIsReadAsFarAsItGoesAndSaysSo() throws IOException {
    byte[] bytes = written(noisy(300, 300), "jpeg");
    assertThat(picture(bytes, SMALL).whole()).isTrue();
    assertThat(picture(Arrays.copyOf(bytes, bytes.length + 40), SMALL).whole()).isTrue();
    for (int share : new int[] {60, 85, 99}) {
      byte[] cut = Arrays.copyOf(bytes, bytes.length * share / 100);
      assertThat(picture(cut, SMALL).whole()).isFalse();
      assertThat(colour(picture(cut, SMALL).pixels(), .1, .1)).isEqualTo('b');
      assertThat(picture(Arrays.copyOf(cut, bytes.length), SMALL).whole()).isFalse();
    }
  }

  @Test
  void aPngThatWasCutOffIsRefused() throws IOException {
    byte[] bytes = written(noisy(300, 300), "png");
    assertThat(picture(bytes, SMALL).whole()).isTrue();
    assertThat(rule(Arrays.copyOf(bytes, bytes.length * 6 / 10), SMALL))
        .isEqualTo("broken-picture");
  }

  @Test
  void aThumbnailsEndIsNotThePictures() throws IOException {
    byte[] jpeg = turned(written(noisy(300, 300), "jpeg"), 0xffd9);
    assertThat(picture(jpeg, SMALL).whole()).isTrue();
    assertThat(picture(Arrays.copyOf(jpeg, jpeg.length * 2 / 3), SMALL).whole()).isFalse();
  }

  @Test
  void aChangedByteOfAPngIsSeen() throws IOException {
    byte[] png = written(noisy(300, 300), "png");
    png[png.length - 20] ^= 1;
    assertThat(Decoder.decode(png, SMALL).either(Decoded.Picture::whole, refusal -> false))
        .isFalse();
  }

  /** Its bytes grow row by row, so that a part of them is a part of the picture. */
  private static BufferedImage noisy(int width, int height) {
    BufferedImage image = drawn(width, height);
    Random random = new Random(1);
    for (int i = 0; i < width * height; i++) {
      int noise = random.nextInt(32);
      image.setRGB(
          i % width, i / width, image.getRGB(i % width, i / width) ^ noise << 8 ^ noise << 16);
    }
    return image;
  }

  @FuzzTest
  void anyBytesAreAPictureOrRefused(byte[] bytes) {
    Decoder.decode(bytes, SMALL)
        .either(
            picture -> {
              assertThat((long) picture.pixels().width() * picture.pixels().height())
                  .isLessThanOrEqualTo(SMALL.kept() * 2);
              return true;
            },
            refusal -> assertThat(refusal.reason().en()).isNotEmpty());
  }
}
