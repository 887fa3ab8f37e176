package io.tidemark.media.ocr.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Constant numbers of single precision. Nobody changes them; thread-safe.
 *
 * @param shape how many in each dimension; none for one number alone
 * @param values in the order of the last dimension first
 */
record Tensor(long[] shape, float[] values) {
  private static final int SHAPE = 1;
  private static final int TYPE = 2;
  private static final int RAW = 9;
  private static final long FLOAT = 1;

  /** So many equal ones. */
  static Tensor all(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return new Tensor(new long[] {size}, values);
  }

  /** What a message {@code TensorProto} holds, if these are such numbers and written raw. */
  static Optional<Tensor> read(byte[] message) {
    Fields fields = Fields.read(message);
    if (!fields.numbers(TYPE).contains(FLOAT)) {
      return Optional.empty();
    }
    return fields
        .first(RAW)
        .map(
            raw -> {
              FloatBuffer in = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
              float[] values = new float[in.remaining()];
              in.get(values);
              long[] shape = fields.numbers(SHAPE).stream().mapToLong(Long::longValue).toArray();
              return new Tensor(shape, values);
            });
  }

  byte[] written() {
    Fields fields = new Fields();
    Arrays.stream(shape).forEach(size -> fields.with(SHAPE, size));
    ByteBuffer raw =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return fields.with(TYPE, FLOAT).with(RAW, raw.array()).written();
  }

  /** Whether it is one number. */
  boolean single() {
    return values.length == 1;
  }

  /** Each number times one and plus another. */
  Tensor times(float factor, float more) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i] * factor + more;
    }
    return new Tensor(shape, out);
  }

  /** Each number plus another, times a factor. */
  Tensor plus(double[] others, float factor) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (values[i] + factor * others[i]);
    }
    return new Tensor(shape, out);
  }

  /** The sums over all dimensions but the first. */
  double[] sums() {
    double[] sums = new double[(int) shape[0]];
    int each = values.length / sums.length;
    for (int i = 0; i < values.length; i++) {
      sums[i / each] += values[i];
    }
    return sums;
  }
}
