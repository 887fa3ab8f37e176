package io.tidemark.media.ocr;

import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Decoded.Picture;
import io.tidemark.media.picture.Frame;
import io.tidemark.media.picture.Limits;
import io.tidemark.media.picture.Pixels;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Reads pictures in two looks. The first, coarse, says where text stands, which way it runs and how
 * large it is; the second is taken of that region alone, turned upright and at the size that the
 * detector knows best. Where the first was as good, it is the only one. Lines are then read from
 * the original pixels.
 *
 * <p>Thread-safe; calls share {@code threads} threads. Close it after the last.
 */
public final class Reader implements AutoCloseable {
  private static final double COARSE = 608;
  private static final double WANTED = 28;
  private static final double LONGEST = 1024;
  private static final double WIDEST = 2880;
  private static final double ENLARGED = 2.5;
  private static final double ENOUGH = 1.3;
  private static final double UPRIGHT = Math.toRadians(5);
  private static final double LEGIBLE = .5;

  private final ExecutorService threads;
  private final Detector detector;
  private final Direction direction;
  private final Recogniser recogniser;

  /**
   * Loads the networks, which takes about a second.
   *
   * @param threads how many processors one picture may use, at least 1
   */
  public Reader(int threads) {
    this.threads =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "picture reader");
              thread.setDaemon(true);
              return thread;
            });
    this.detector = new Detector(threads);
    this.direction = new Direction(threads);
    this.recogniser = new Recogniser(this.threads);
  }

  /**
   * The lines of a picture in the order of reading, without those that cannot be made out.
   *
   * @param labels given all lines but small print, says which are labels whose translation, printed
   *     smaller right below, need not be read
   */
  public List<TextLine> read(
      Picture decoded, Limits limits, Function<List<TextLine>, Predicate<TextLine>> labels) {
    Pixels picture = decoded.pixels();
    double coarse = coarse(picture);
    List<Box> first = detector.boxes(picture, Frame.whole(picture, coarse));
    if (first.isEmpty()) {
      return List.of();
    }
    Box page = direction.of(picture, first);
    Region region = Region.of(facing(first, page), page);
    double fine = fine(region);
    boolean enough = Math.abs(page.angle()) < UPRIGHT && fine < coarse * ENOUGH;
    List<Box> second = enough ? first : detector.boxes(picture, region.frame(fine));
    List<Box> boxes =
        facing(second, page).stream()
            .sorted(Comparator.comparingDouble(Box::thickness).reversed())
            .limit(limits.lines())
            .toList();
    return lines(decoded, region.inOrder(boxes), labels);
  }

  /** Reads these boxes of a picture, whose pixels they are counted in. */
  public List<Reading> again(Picture decoded, List<Box> boxes) {
    double scale = 1.0 / decoded.step();
    return recogniser.read(decoded.pixels(), boxes.stream().map(box -> box.scaled(scale)).toList());
  }

  private List<TextLine> lines(
      Picture decoded, List<Box> boxes, Function<List<TextLine>, Predicate<TextLine>> labels) {
    int[] above = SmallPrint.above(boxes);
    Map<Integer, TextLine> large = read(decoded, boxes, i -> above[i] < 0);
    Predicate<TextLine> translated = labels.apply(List.copyOf(new TreeMap<>(large).values()));
    Map<Integer, TextLine> small =
        read(
            decoded,
            boxes,
            i -> {
              TextLine label = large.get(above[i]);
              return above[i] >= 0 && (label == null || !translated.test(label));
            });
    Map<Integer, TextLine> lines = new TreeMap<>(large);
    lines.putAll(small);
    return lines.values().stream().filter(line -> line.confidence() >= LEGIBLE).toList();
  }

  /** The lines of those boxes whose number is wanted. */
  private Map<Integer, TextLine> read(Picture decoded, List<Box> boxes, IntPredicate wanted) {
    List<Integer> numbers = IntStream.range(0, boxes.size()).filter(wanted).boxed().toList();
    List<Reading> readings =
        recogniser.read(decoded.pixels(), numbers.stream().map(boxes::get).toList());
    Map<Integer, TextLine> lines = new HashMap<>();
    for (int i = 0; i < readings.size(); i++) {
      Box box = boxes.get(numbers.get(i));
      lines.put(
          numbers.get(i), TextLine.of(decoded.pixels(), decoded.step(), box, readings.get(i)));
    }
    return lines;
  }

  /** A long screenshot is looked at by its width; the detector takes its height in strips. */
  private static double coarse(Pixels picture) {
    double longer = Math.max(picture.width(), picture.height());
    double shorter = Math.min(picture.width(), picture.height());
    double wanted = COARSE / Math.min(longer, 2 * shorter);
    return Math.min(Math.min(1, wanted), WIDEST / picture.width());
  }

  private static double fine(Region region) {
    double wanted = WANTED / region.thickness();
    double fitting = LONGEST / Math.min(region.length(), 2 * region.breadth());
    return Math.min(
        Math.min(Math.min(wanted, fitting), ENLARGED), WIDEST / region.place().length());
  }

  private static List<Box> facing(List<Box> boxes, Box page) {
    return boxes.stream().map(box -> box.facing(page.ux(), page.uy())).toList();
  }

  @Override
  public void close() {
    threads.shutdown();
    recogniser.close();
    direction.close();
    detector.close();
  }
}
