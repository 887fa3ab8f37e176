package io.tidemark.chainsim.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.chainsim.picture.Paper.Kind;
import java.awt.image.BufferedImage;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureGeneratorTest {
  @BeforeEach
  void typefaces() {
    assumeTrue(Typeface.anyInstalled(), "no Chinese typeface here: " + Typeface.install());
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theSameSeedAndNumberDrawTheSame(Kind kind) {
    Paper once = new PictureGenerator(5, true).clean(kind, 9);
    Paper again = new PictureGenerator(5, true).clean(kind, 9);
    assertThat(again.truth()).isEqualTo(once.truth());
    assertThat(pixels(again.image())).isEqualTo(pixels(once.image()));
    assertThat(pixels(new PictureGenerator(6, true).clean(kind, 9).image()))
        .isNotEqualTo(pixels(once.image()));
  }

  @Test
  void aPhotoIsTheSamePaperSeenOtherwise() {
    PictureGenerator generator = new PictureGenerator(5, false);
    Paper photo = generator.photo(Kind.VEHICLE_LICENCE, 2);
    assertThat(photo.truth()).isEqualTo(generator.clean(Kind.VEHICLE_LICENCE, 2).truth());
    assertThat(photo.truth()).containsKeys("号牌号码", "所有人", "车辆识别代号", "住址");
    assertThat(photo.image().getWidth()).isBetween(1440, 2000);
    assertThat(pixels(generator.photo(Kind.VEHICLE_LICENCE, 2).image()))
        .isEqualTo(pixels(photo.image()));
  }

  @Test
  void aChatIsScrolledThroughWithNothingLeftOut() {
    Chat chat = new PictureGenerator(5, true).chat(1, 30);
    List<BufferedImage> screens = chat.screens();
    assertThat(chat.messages()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(screens).hasSizeGreaterThan(2);
    screens.forEach(screen -> assertThat(screen.getHeight()).isEqualTo(2200));
  }

  @Property(tries = 100)
  void perspectiveLeadsThereAndBack(
      @ForAll @DoubleRange(min = 0, max = 1) double u,
      @ForAll @DoubleRange(min = 0, max = 1) double v) {
    Homography there = Homography.fromUnitSquare(new double[] {10, 5, 200, 20, 190, 150, 0, 140});
    double x = there.x(u, v);
    double y = there.y(u, v);
    Homography back = there.inverse();
    assertThat(back.x(x, y)).isCloseTo(u, within(1e-9));
    assertThat(back.y(x, y)).isCloseTo(v, within(1e-9));
    assertThat(there.x(1, 1)).isCloseTo(190, within(1e-9));
    assertThat(there.y(0, 1)).isCloseTo(140, within(1e-9));
  }
}
