package io.tidemark.media.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The steps of marking and reading against plain ways to compute the same. */
class StepsTest {
  private static final PictureKey KEY = new PictureKey(new byte[PictureKey.SIZE]);

  private static Plane plane(long seed, int width, int height) {
    Random random = new Random(seed);
    Plane plane = Plane.empty(width, height);
    for (int i = 0; i < plane.values().length; i++) {
      plane.values()[i] = random.nextInt(256);
    }
    return plane;
  }

  private static float inside(Plane plane, int x, int y) {
    int column = Math.min(Math.max(x, 0), plane.width() - 1);
    int row = Math.min(Math.max(y, 0), plane.height() - 1);
    return plane.values()[row * plane.width() + column];
  }

  @Property(tries = 40)
  void boxesAndLeastValues(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int width,
      @ForAll @IntRange(min = 1, max = 30) int height,
      @ForAll @IntRange(min = 1, max = 7) int reach) {
    Plane plane = plane(seed, width, height);
    Plane box = Smoothing.box(plane, reach);
    Plane least = Smoothing.least(plane, reach);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        float smallest = Float.MAX_VALUE;
        for (int j = -reach; j <= reach; j++) {
          for (int i = -reach; i <= reach; i++) {
            sum += inside(plane, x + i, y + j);
            smallest = Math.min(smallest, inside(plane, x + i, y + j));
          }
        }
        double mean = sum / ((2 * reach + 1) * (2 * reach + 1));
        assertThat(box.values()[y * width + x]).isCloseTo((float) mean, within(.01f));
        assertThat(least.values()[y * width + x]).isEqualTo(smallest);
      }
    }
  }

  @Property(tries = 20)
  void mediansOfEverySecondPixel(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 70) int width,
      @ForAll @IntRange(min = 1, max = 70) int height) {
    Plane plane = plane(seed, width, height);
    Plane medians = Median.around(plane).map();
    for (int y = 0; y < medians.height(); y++) {
      for (int x = 0; x < medians.width(); x++) {
        float[] around = new float[15 * 15];
        int count = 0;
        for (int j = Math.max(0, y - 7); j <= Math.min(medians.height() - 1, y + 7); j++) {
          for (int i = Math.max(0, x - 7); i <= Math.min(medians.width() - 1, x + 7); i++) {
            around[count++] = plane.values()[2 * j * width + 2 * i];
          }
        }
        Arrays.sort(around, 0, count);
        float median = medians.values()[y * medians.width() + x];
        assertThat(median).isBetween(around[(count - 1) / 2], around[count / 2] + .01f);
      }
    }
  }

  @Test
  void foldingGivesTheTransformOfThePlaneAtEveryWave() {
    Plane plane = plane(3, 211, 190);
    for (int i = 0; i < plane.values().length; i++) {
      plane.values()[i] -= 127.5f;
    }
    Pose pose = new Pose(.83, .4, true);
    Carriers carriers = new Carriers(KEY);
    float[][] waves = Folding.of(plane, pose).waves(carriers);
    double scale = Math.sqrt(plane.values().length) * 75;
    for (int i = 0; i < Carriers.COUNT; i += 17) {
      double x = carriers.u(i) * pose.acrossForU() + carriers.v(i) * pose.acrossForV();
      double y = carriers.u(i) * pose.downForU() + carriers.v(i) * pose.downForV();
      double re = 0;
      double im = 0;
      for (int row = 0; row < plane.height(); row++) {
        for (int column = 0; column < plane.width(); column++) {
          double turn = 2 * Math.PI * (x * (column - 105) + y * (row - 95));
          re += plane.values()[row * plane.width() + column] * Math.cos(turn);
          im -= plane.values()[row * plane.width() + column] * Math.sin(turn);
        }
      }
      assertThat(Math.hypot(waves[0][i] - re, waves[1][i] - im) / scale).isLessThan(.25);
    }
  }

  @Test
  void theSpectrumIsTheTransformToo() {
    Plane plane = plane(4, 300, 200);
    Spectrum spectrum = Spectrum.of(plane, .3);
    float[] out = new float[2];
    for (int[] bin : new int[][] {{0, 9}, {20, 5}, {51, -37}, {-60, 13}}) {
      spectrum.at(bin[0], bin[1], out);
      double re = 0;
      double im = 0;
      for (int y = 0; y < 200; y++) {
        for (int x = 0; x < 300; x++) {
          double turn =
              2
                  * Math.PI
                  * ((double) bin[0] * (x - 150) / spectrum.across()
                      + (double) bin[1] * (y - 100) / spectrum.down());
          re += plane.values()[y * 300 + x] * Math.cos(turn);
          im -= plane.values()[y * 300 + x] * Math.sin(turn);
        }
      }
      assertThat((double) out[0]).isCloseTo(re, within(15.0));
      assertThat((double) out[1]).isCloseTo(im, within(15.0));
    }
  }

  @Test
  void aTileHasItsWavesAndNothingElse() {
    Carriers carriers = new Carriers(KEY);
    Tile tile = Tile.of(carriers, 77, Carriers.PERIOD);
    Tile large = Tile.of(carriers, 77, 2 * Carriers.PERIOD);
    double power = 0;
    double peak = 0;
    for (int y = 0; y < Carriers.PERIOD; y++) {
      for (int x = 0; x < Carriers.PERIOD; x++) {
        power += tile.at(x, y) * tile.at(x, y);
        peak = Math.max(peak, Math.abs(tile.at(x, y)));
        assertThat(large.at(2 * x, 2 * y)).isCloseTo(tile.at(x, y), within(1e-3f));
      }
    }
    assertThat(power / (Carriers.PERIOD * Carriers.PERIOD)).isCloseTo(1, within(1e-3));
    assertThat(peak).isLessThan(2.6);
  }
}
