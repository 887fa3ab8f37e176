package io.tidemark.media.ocr;

import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Frame;
import io.tidemark.media.picture.Pixels;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where text stands. A frame that is higher than the network reads at once is read in strips;
 * where two strips share a line, the one in whose middle it stands counts. Thread-safe.
 */
final class Detector implements AutoCloseable {
  private static final int STEP = 32;
  private static final int OVERLAP = 96;
  private static final int MOST_STRIPS = 24;

  /** Pixels that are looked at in one run: twice as many take more than twice as long. */
  private static final int MOST = 400_000;

  private final Network network;

  Detector(int threads) {
    this.network = Network.load("/models/ch_PP-OCRv4_det_infer.onnx", threads);
  }

  /** Boxes in the pixels of the picture, in no order; their long side is their direction. */
  List<Box> boxes(Pixels picture, Frame frame) {
    int rows = Math.max(4 * OVERLAP, MOST / up(frame.width()) / STEP * STEP);
    List<Box> found = new ArrayList<>();
    int strips = 0;
    for (int top = 0; top < frame.height() && strips < MOST_STRIPS; strips++) {
      int height = Math.min(rows, frame.height() - top);
      boolean last = top + height >= frame.height();
      double from = top == 0 ? -OVERLAP : OVERLAP / 2.0;
      double to = last ? height + OVERLAP : height - OVERLAP / 2.0;
      Frame strip = frame.part(0, top, up(frame.width()), up(height));
      for (Box box : boxesOf(picture, strip)) {
        if (box.y() >= from && box.y() < to) {
          found.add(strip.inPicture(box));
        }
      }
      top = last ? frame.height() : top + height - OVERLAP;
    }
    return found;
  }

  private List<Box> boxesOf(Pixels picture, Frame strip) {
    float[] values = new float[3 * strip.width() * strip.height()];
    Planes.IMAGENET.write(picture.seen(strip), values, 0, strip.width());
    Network.Answer answer = network.run(values, 1, 3, strip.height(), strip.width());
    return Blobs.of(answer.values(), strip.width(), strip.height());
  }

  private static int up(int size) {
    return (size + STEP - 1) / STEP * STEP;
  }

  @Override
  public void close() {
    network.close();
  }
}
