package io.tidemark.media.ocr;

import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Frame;
import io.tidemark.media.picture.Pixels;
import java.util.Comparator;
import java.util.List;

/**
 * Which way the text of a picture runs. The long sides of the boxes vote for an angle, each with
 * its length; a classifier then says of several lines whether they stand upside down, and the sum
 * of what it says (as log-odds) counts. Thread-safe.
 */
final class Direction implements AutoCloseable {
  private static final int HEIGHT = 48;
  private static final int WIDTH = 192;
  private static final int ASKED = 6;
  private static final double LONG = 2.2;
  private static final int TURNS = 180;
  private static final int NEAR = 6;
  private static final double TINY = 1e-4;

  private final Network network;

  Direction(int threads) {
    this.network = Network.load("/models/ch_ppocr_mobile_v2.0_cls_infer.onnx", threads);
  }

  /**
   * A box with the direction in which most lines are read; the boxes' own long sides say only up to
   * half a turn what it is.
   */
  Box of(Pixels picture, List<Box> boxes) {
    double angle = angle(boxes);
    Box page = new Box(0, 0, Math.cos(angle), Math.sin(angle), 1, 1);
    return upsideDown(picture, boxes, page) ? page.reversed() : page;
  }

  /** The angle that most of the length has, from 0 to π. */
  private static double angle(List<Box> boxes) {
    double[] votes = new double[TURNS];
    for (Box box : boxes) {
      votes[degrees(box)] += weight(box);
    }
    int best = 0;
    double most = -1;
    for (int at = 0; at < TURNS; at++) {
      double sum = 0;
      for (int near = -NEAR; near <= NEAR; near++) {
        sum += votes[Math.floorMod(at + near, TURNS)] * (NEAR + 1 - Math.abs(near));
      }
      if (sum > most) {
        most = sum;
        best = at;
      }
    }
    return mean(boxes, Math.toRadians(best));
  }

  private static double mean(List<Box> boxes, double about) {
    double sum = 0;
    double weights = TINY;
    for (Box box : boxes) {
      double off = Math.IEEEremainder(box.angle() - about, Math.PI);
      if (Math.abs(off) <= Math.toRadians(NEAR)) {
        sum += off * weight(box);
        weights += weight(box);
      }
    }
    return about + sum / weights;
  }

  private static int degrees(Box box) {
    return Math.floorMod((int) Math.round(Math.toDegrees(box.angle())), TURNS);
  }

  /** Boxes that are hardly longer than thick say little. */
  private static double weight(Box box) {
    return box.length() * (box.aspect() < LONG ? .1 : 1);
  }

  private boolean upsideDown(Pixels picture, List<Box> boxes, Box page) {
    List<Box> asked =
        boxes.stream()
            .map(box -> box.facing(page.ux(), page.uy()))
            .filter(box -> box.aspect() >= 1)
            .sorted(Comparator.comparingDouble(Direction::worth).reversed())
            .limit(ASKED)
            .toList();
    if (asked.isEmpty()) {
      return false;
    }
    float[] values = new float[asked.size() * 3 * HEIGHT * WIDTH];
    for (int i = 0; i < asked.size(); i++) {
      Box box = asked.get(i);
      Box beginning = box.stretch(0, Math.min(1, (double) WIDTH / HEIGHT / box.aspect()));
      int width = Math.min(WIDTH, (int) Math.ceil(HEIGHT * beginning.aspect()));
      Pixels line = picture.seen(Frame.of(beginning, width, HEIGHT));
      Planes.PLAIN.write(line, values, i, WIDTH);
    }
    Network.Answer answer = network.run(values, asked.size(), 3, HEIGHT, WIDTH);
    double odds = 0;
    for (int i = 0; i < asked.size(); i++) {
      double upright = answer.values().get(2 * i) + TINY;
      double turned = answer.values().get(2 * i + 1) + TINY;
      odds += Math.log(turned / upright);
    }
    return odds > 0;
  }

  /** Thick lines of at least four characters say most. */
  private static double worth(Box box) {
    return box.thickness() * Math.min(box.aspect(), (double) WIDTH / HEIGHT);
  }

  @Override
  public void close() {
    network.close();
  }
}
