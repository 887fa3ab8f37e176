package io.tidemark.media.ocr;

import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Frame;
import io.tidemark.media.picture.Pixels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Reads lines: each is laid upright, 48 pixels high, and read by itself, the longest first, one on
 * each thread. Batches would be slower: what the network holds of one line fits the processor's
 * cache, of four it does not (20 and 30 ms a line of 320 pixels). Thread-safe.
 */
final class Recogniser implements AutoCloseable {
  private static final int HEIGHT = 48;
  private static final int SHORTEST = 48;
  private static final int LONGEST = 2400;
  private static final int STEP = 8;

  private final Network network;
  private final Executor threads;

  Recogniser(Executor threads) {
    this.network = Network.load("/models/ch_PP-OCRv4_rec_infer.onnx", 1);
    this.threads = threads;
  }

  /** What stands in each box, in the order of the boxes. */
  List<Reading> read(Pixels picture, List<Box> boxes) {
    List<CompletableFuture<Reading>> running =
        new ArrayList<>(Collections.nCopies(boxes.size(), null));
    IntStream.range(0, boxes.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> -width(boxes.get(i))))
        .forEach(
            i ->
                running.set(
                    i, CompletableFuture.supplyAsync(() -> read(picture, boxes.get(i)), threads)));
    return running.stream().map(CompletableFuture::join).toList();
  }

  private static int width(Box box) {
    int width = (int) Math.round(HEIGHT * box.aspect());
    return Math.min(Math.max(width, SHORTEST), LONGEST);
  }

  private Reading read(Pixels picture, Box box) {
    int width = width(box);
    int wide = (width + STEP - 1) / STEP * STEP;
    float[] values = new float[3 * HEIGHT * wide];
    Planes.PLAIN.write(picture.seen(Frame.of(box, width, HEIGHT)), values, 0, wide);
    Network.Answer answer = network.run(values, 1, 3, HEIGHT, wide);
    if (answer.shape()[2] != Alphabet.size()) {
      throw new IllegalStateException("the network has another alphabet");
    }
    return Reading.of(answer.values(), 0, (int) answer.shape()[1]);
  }

  @Override
  public void close() {
    network.close();
  }
}
