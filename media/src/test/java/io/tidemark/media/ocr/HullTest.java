package io.tidemark.media.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.media.picture.Box;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class HullTest {
  private static final double SLACK = 1e-6;

  @Property(tries = 300)
  void itHoldsAllPoints(
      @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -500, max = 500) Double> drawn) {
    double[] points =
        drawn.stream().limit(drawn.size() / 2 * 2).mapToDouble(Double::doubleValue).toArray();
    Box box = Hull.smallestBox(points);
    for (int i = 0; i < points.length; i += 2) {
      double dx = points[i] - box.x();
      double dy = points[i + 1] - box.y();
      assertThat(Math.abs(dx * box.ux() + dy * box.uy())).isLessThan(box.length() / 2 + SLACK);
      assertThat(Math.abs(dy * box.ux() - dx * box.uy())).isLessThan(box.thickness() / 2 + SLACK);
    }
  }

  @Property(tries = 300)
  void aTurnedRectangleIsFoundAgain(
      @ForAll @DoubleRange(min = -3, max = 3) double angle,
      @ForAll @DoubleRange(min = 20, max = 300) double length,
      @ForAll @DoubleRange(min = 2, max = 15) double thickness) {
    Box drawn = new Box(400, 300, Math.cos(angle), Math.sin(angle), length, thickness);
    double[] corners = new double[8];
    for (int i = 0; i < 4; i++) {
      corners[2 * i] = drawn.corner(i / 2 * 2 - 1, i % 2 * 2 - 1).x();
      corners[2 * i + 1] = drawn.corner(i / 2 * 2 - 1, i % 2 * 2 - 1).y();
    }
    Box found = Hull.smallestBox(corners);
    assertThat(found.length()).isCloseTo(length, within(SLACK));
    assertThat(found.thickness()).isCloseTo(thickness, within(SLACK));
    assertThat(Math.abs(found.ux() * drawn.ux() + found.uy() * drawn.uy()))
        .isCloseTo(1, within(SLACK));
  }
}
