package io.tidemark.media.ocr;

import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Frame;
import io.tidemark.media.picture.Pixels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Reads lines: each is laid upright, 48 pixels high, and read in batches of lines of about the same
 * length, one batch a thread. Thread-safe.
 */
final class Recogniser implements AutoCloseable {
  private static final int HEIGHT = 48;
  private static final int SHORTEST = 48;
  private static final int LONGEST = 2400;

  /** Pixels of length that one batch holds. */
  private static final int MOST = 1600;

  private static final double ALIKE = 1.35;

  private final Network network;
  private final Executor threads;

  Recogniser(Executor threads) {
    this.network = Network.load("/models/ch_PP-OCRv4_rec_infer.onnx", 1);
    this.threads = threads;
  }

  /** A line of a batch: which of the boxes it is, and how long it is at this height. */
  private record Strip(int number, Box box, int width) {}

  /** What stands in each box, in the order of the boxes. */
  List<Reading> read(Pixels picture, List<Box> boxes) {
    Reading[] readings = new Reading[boxes.size()];
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (List<Strip> batch : batches(boxes)) {
      running.add(CompletableFuture.runAsync(() -> read(picture, batch, readings), threads));
    }
    running.forEach(CompletableFuture::join);
    return List.of(readings);
  }

  private static List<List<Strip>> batches(List<Box> boxes) {
    List<Strip> strips =
        IntStream.range(0, boxes.size())
            .mapToObj(i -> new Strip(i, boxes.get(i), width(boxes.get(i))))
            .sorted(Comparator.comparingInt(Strip::width).reversed())
            .toList();
    List<List<Strip>> batches = new ArrayList<>();
    List<Strip> batch = new ArrayList<>();
    for (Strip strip : strips) {
      if (!batch.isEmpty()) {
        int longest = batch.get(0).width();
        if (longest * (batch.size() + 1) > MOST || longest > ALIKE * strip.width()) {
          batches.add(batch);
          batch = new ArrayList<>();
        }
      }
      batch.add(strip);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private static int width(Box box) {
    int width = (int) Math.round(HEIGHT * box.aspect());
    return Math.min(Math.max(width, SHORTEST), LONGEST);
  }

  private void read(Pixels picture, List<Strip> batch, Reading[] readings) {
    int longest = (batch.get(0).width() + 7) / 8 * 8;
    float[] values = new float[batch.size() * 3 * HEIGHT * longest];
    for (int i = 0; i < batch.size(); i++) {
      Strip strip = batch.get(i);
      Pixels line = picture.seen(Frame.of(strip.box(), strip.width(), HEIGHT));
      Planes.PLAIN.write(line, values, i, longest);
    }
    Network.Answer answer = network.run(values, batch.size(), 3, HEIGHT, longest);
    int steps = (int) answer.shape()[1];
    if (answer.shape()[2] != Alphabet.size()) {
      throw new IllegalStateException("the network has another alphabet");
    }
    for (int i = 0; i < batch.size(); i++) {
      Strip strip = batch.get(i);
      int own = Math.min(steps, (int) Math.ceil((double) steps * strip.width() / longest));
      readings[strip.number()] =
          Reading.of(answer.values(), i * steps * Alphabet.size(), Math.max(1, own));
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
