package io.tidemark.media.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.chainsim.picture.Handling;
import io.tidemark.chainsim.picture.Scene;
import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.media.mark.MarkReading.NoMark;
import io.tidemark.media.picture.Decoded;
import io.tidemark.media.picture.Decoder;
import io.tidemark.media.picture.Encoder;
import io.tidemark.media.picture.Limits;
import io.tidemark.media.picture.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Marks through what becomes of pictures. What {@code bench media} asks at length, once each. */
class MarkTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("project.root", ".."), "vectors", "picture");
  private static final long PAYLOAD = 0x0123_4567_89ab_cdefL;
  private static final PictureKey KEY = key(1);
  private static final BufferedImage HILLS = marked(Scene.hills(1, 1000, 750));
  private static final BufferedImage FLAT = marked(Scene.gradient(2, 1000, 750));

  private static PictureKey key(int first) {
    byte[] bytes = new byte[PictureKey.SIZE];
    bytes[0] = (byte) first;
    return new PictureKey(bytes);
  }

  private static BufferedImage marked(BufferedImage picture) {
    Pixels marked = new PictureMarker(KEY).mark(Pixels.of(picture), PAYLOAD, new Random(9));
    try {
      return ImageIO.read(new ByteArrayInputStream(Encoder.png(marked)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static MarkReading read(BufferedImage picture, PictureKey... keys) {
    return new PictureReader(List.of(keys)).read(Pixels.of(picture));
  }

  private static Mark mark(MarkReading reading) {
    return reading.either(
        mark -> mark,
        none -> {
          throw new AssertionError("no mark, " + none.tries() + " tries");
        });
  }

  @ParameterizedTest
  @EnumSource(value = Handling.class, mode = EnumSource.Mode.EXCLUDE, names = "BURNT")
  void theNumberIsReadAfter(Handling handling) {
    for (BufferedImage picture : List.of(HILLS, FLAT)) {
      BufferedImage handled = handling.of(picture, new Random(handling.ordinal()));
      assertThat(mark(read(handled, KEY)).payload()).isEqualTo(PAYLOAD);
    }
  }

  @Test
  void theReadingSaysHowTheMarkLies() {
    Mark turned = mark(read(Handling.TURNED.of(HILLS, new Random(4)), KEY));
    double degrees = new Random(4).nextDouble(0, 360);
    assertThat(Math.IEEEremainder(turned.degrees() - degrees, 360)).isBetween(-.3, .3);
    assertThat(turned.mirrored()).isFalse();
    Mark mirrored = mark(read(Handling.MIRRORED.of(HILLS, new Random(4)), KEY));
    assertThat(mirrored.mirrored()).isTrue();
    assertThat(mark(read(Handling.HALF.of(HILLS, new Random(4)), KEY)).scale())
        .isBetween(.497, .503);
  }

  @Test
  void theMarkIsFaint() {
    for (BufferedImage[] pair :
        new BufferedImage[][] {
          {Scene.hills(1, 1000, 750), HILLS}, {Scene.gradient(2, 1000, 750), FLAT}
        }) {
      double squares = 0;
      int most = 0;
      for (int y = 0; y < 750; y++) {
        for (int x = 0; x < 1000; x++) {
          int off = (pair[0].getRGB(x, y) & 255) - (pair[1].getRGB(x, y) & 255);
          squares += off * off;
          most = Math.max(most, Math.abs(off));
        }
      }
      assertThat(10 * Math.log10(255 * 255 / (squares / 750_000))).isGreaterThan(41);
      assertThat(most).isLessThan(8);
    }
  }

  @Test
  void anUnmarkedPictureSaysNothing() {
    for (int seed = 0; seed < 4; seed++) {
      assertThat(read(Scene.hills(seed, 640, 480), KEY)).isInstanceOf(NoMark.class);
      assertThat(read(Scene.gradient(seed, 640, 480), KEY)).isInstanceOf(NoMark.class);
    }
  }

  @Test
  void anotherKeyReadsNothingAndTheRightOneAmongSeveralIsNamed() {
    assertThat(read(HILLS, key(2))).isInstanceOf(NoMark.class);
    Mark mark = mark(read(HILLS, key(2), KEY, key(3)));
    assertThat(mark.key()).isEqualTo(1);
    assertThat(mark.payload()).isEqualTo(PAYLOAD);
  }

  @Test
  void eachTryIsCountedAndTheyAreBounded() {
    PictureReader reader = new PictureReader(List.of(key(2)));
    MarkReading reading = reader.read(Pixels.of(HILLS));
    assertThat(reading.tries()).isBetween(1, reader.mostTries());
    assertThat(reader.mostTries() * 0x1p-40).isLessThan(1e-9);
  }

  @Test
  void aPictureThatIsTooSmallIsRefused() {
    assertThat(PictureMarker.tooSmall(200, 900)).isPresent();
    assertThat(PictureMarker.tooSmall(640, 480)).isEmpty();
    Pixels small = Pixels.of(Scene.hills(1, 200, 200));
    PictureMarker marker = new PictureMarker(KEY);
    assertThatThrownBy(() -> marker.mark(small, PAYLOAD, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(read(Scene.hills(1, 1, 1), KEY)).isInstanceOf(NoMark.class);
    assertThat(read(Scene.hills(1, 3, 2000), KEY)).isInstanceOf(NoMark.class);
  }

  /**
   * Written anew with {@code -Dtidemark.vectors=write}, which breaks every picture marked before.
   */
  @Test
  void aPictureThatWasMarkedLongAgoIsStillRead() throws IOException {
    Path vector = VECTORS.resolve("marked.jpg");
    PictureKey key =
        new PictureKey(
            java.util.Arrays.copyOf(
                "tidemark picture vector".getBytes(StandardCharsets.UTF_8), PictureKey.SIZE));
    if ("write".equals(System.getProperty("tidemark.vectors"))) {
      Pixels picture = Pixels.of(Scene.hills(5, 800, 600));
      Files.write(
          vector, Encoder.jpeg(new PictureMarker(key).mark(picture, PAYLOAD, new Random(1))));
    }
    Decoded decoded = Decoder.decode(Files.readAllBytes(vector), Limits.USUAL);
    MarkReading reading =
        decoded.either(
            picture -> new PictureReader(List.of(key)).read(picture.pixels()),
            refused -> new NoMark(0));
    assertThat(mark(reading).payload()).isEqualTo(PAYLOAD);
  }
}
