package io.tidemark.media.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.media.picture.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallPrintTest {
  /** A box that begins at {@code x}, turned around the picture's corner. */
  private static Box box(double x, double y, double length, double thickness, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double middle = x + length / 2;
    return new Box(middle * cos - y * sin, middle * sin + y * cos, cos, sin, length, thickness);
  }

  private static int[] above(double angle) {
    Box label = box(100, 100, 120, 36, angle);
    Box translation = box(98, 128, 88, 26, angle);
    Box value = box(240, 104, 180, 42, angle);
    Box farBelow = box(100, 190, 88, 26, angle);
    Box sameSize = box(100, 132, 118, 35, angle);
    return SmallPrint.above(List.of(label, translation, value, farBelow, sameSize));
  }

  @Test
  void aTranslationIsSmallerAndRightBelow() {
    assertThat(above(0)).containsExactly(-1, 0, -1, -1, -1);
  }

  @Test
  void theAngleDoesNotMatter() {
    assertThat(above(2.2)).containsExactly(-1, 0, -1, -1, -1);
  }

  @Test
  void aTitlesTranslationIsCentred() {
    Box title = box(200, 50, 600, 47, 0);
    Box below = box(230, 85, 540, 29, 0);
    assertThat(SmallPrint.above(List.of(title, below))).containsExactly(-1, 0);
  }
}
