package io.tidemark.media.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.media.picture.Box;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlobsTest {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 60;

  private static FloatBuffer map(int[]... rectangles) {
    float[] map = new float[WIDTH * HEIGHT];
    for (int[] r : rectangles) {
      for (int y = r[1]; y < r[3]; y++) {
        for (int x = r[0]; x < r[2]; x++) {
          map[y * WIDTH + x] = r[4] / 100f;
        }
      }
    }
    return FloatBuffer.wrap(map);
  }

  @Test
  void piecesThatTouchByACornerAreOne() {
    assertThat(
            Blobs.of(map(new int[] {10, 10, 40, 15, 90}, new int[] {40, 15, 70, 20, 90}), 100, 60))
        .hasSize(1);
    assertThat(
            Blobs.of(map(new int[] {10, 10, 40, 15, 90}, new int[] {41, 16, 70, 21, 90}), 100, 60))
        .hasSize(2);
  }

  @Test
  void aCornerToTheRightJoinsAsWell() {
    assertThat(
            Blobs.of(
                map(new int[] {40, 10, 70, 15, 90}, new int[] {10, 15, 40, 20, 90}), WIDTH, HEIGHT))
        .hasSize(1);
  }

  @Test
  void aBoxIsGrownByItsAreaOverItsCircumference() {
    List<Box> boxes = Blobs.of(map(new int[] {20, 20, 60, 30, 90}), WIDTH, HEIGHT);
    assertThat(boxes).hasSize(1);
    double by = 40 * 10 * 1.6 / (2 * (40 + 10));
    assertThat(boxes.get(0).length()).isEqualTo(40 + 2 * by);
    assertThat(boxes.get(0).thickness()).isEqualTo(10 + 2 * by);
    assertThat(boxes.get(0).x()).isEqualTo(40);
    assertThat(boxes.get(0).y()).isEqualTo(25);
  }

  @Test
  void whatIsUnsureOrThinIsNoText() {
    assertThat(Blobs.of(map(new int[] {20, 20, 60, 30, 40}), WIDTH, HEIGHT)).isEmpty();
    assertThat(Blobs.of(map(new int[] {20, 20, 60, 22, 90}), WIDTH, HEIGHT)).isEmpty();
    assertThat(Blobs.of(map(), WIDTH, HEIGHT)).isEmpty();
  }

  @Test
  void piecesThatMeetFurtherDownAreOne() {
    FloatBuffer u =
        map(
            new int[] {10, 10, 16, 40, 90},
            new int[] {50, 10, 56, 40, 90},
            new int[] {10, 40, 56, 46, 90});
    assertThat(Blobs.of(u, WIDTH, HEIGHT)).hasSize(1);
  }
}
