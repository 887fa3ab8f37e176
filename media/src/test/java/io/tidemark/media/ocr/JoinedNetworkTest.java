package io.tidemark.media.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.media.ocr.graph.Joining;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinedNetworkTest {
  private static final float ROUNDING = 2e-5f;

  private static FloatBuffer answer(byte[] model, int height, int width) {
    float[] values = new float[3 * height * width];
    Random random = new Random(height * 31L + width);
    for (int i = 0; i < values.length; i++) {
      int x = i % width;
      int y = i / width % height;
      boolean stroke = y % 32 > 8 && y % 32 < 24 && x > 16 && x < width - 16 && x % 7 < 3;
      values[i] = (stroke ? -1 : 1) + random.nextFloat() / 10;
    }
    try (Network network = Network.of(model, 1)) {
      return network.run(values, 1, 3, height, width).values();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ch_PP-OCRv4_rec_infer.onnx, 48, 48",
    "ch_PP-OCRv4_rec_infer.onnx, 48, 328",
    "ch_PP-OCRv4_det_infer.onnx, 64, 96",
    "ch_PP-OCRv4_det_infer.onnx, 224, 160",
    "ch_ppocr_mobile_v2.0_cls_infer.onnx, 48, 192"
  })
  void itAnswersAsBefore(String model, int height, int width) {
    byte[] before = Network.resource("/models/" + model);
    FloatBuffer said = answer(before, height, width);
    FloatBuffer joined = answer(Joining.joined(before), height, width);
    assertThat(joined.remaining()).isEqualTo(said.remaining());
    float most = 0;
    float off = 0;
    for (int i = 0; i < said.remaining(); i++) {
      most = Math.max(most, said.get(i));
      off = Math.max(off, Math.abs(said.get(i) - joined.get(i)));
    }
    assertThat(most).isGreaterThan(1000 * ROUNDING);
    assertThat(off).isLessThan(ROUNDING);
  }
}
