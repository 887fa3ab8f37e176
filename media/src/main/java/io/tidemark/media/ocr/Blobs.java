package io.tidemark.media.ocr;

import io.tidemark.media.picture.Box;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Boxes of a map of probabilities, by the steps of Liao et al. 2020: pixels above a threshold that
 * touch are one piece of text; its smallest rectangle is grown again by what training took off, the
 * area times a ratio divided by the circumference (Vatti's offset of a rectangle).
 */
final class Blobs {
  private static final float THRESHOLD = .3f;
  private static final double SURE = .55;
  private static final double RATIO = 1.6;
  private static final double THINNEST = 3;

  private final FloatBuffer map;
  private final int width;
  private final int height;
  private final List<Run> runs = new ArrayList<>();

  private Blobs(FloatBuffer map, int width, int height) {
    this.map = map;
    this.width = width;
    this.height = height;
  }

  /** Pixels of one row from {@code from} up to {@code to}, and the piece that they belong to. */
  private static final class Run {
    private final int row;
    private final int from;
    private final int to;
    private Run root = this;

    private Run(int row, int from, int to) {
      this.row = row;
      this.from = from;
      this.to = to;
    }

    private Run root() {
      Run at = this;
      while (at.root != at) {
        at.root = at.root.root;
        at = at.root;
      }
      return at;
    }
  }

  /** The boxes of a map, in its own pixels. */
  static List<Box> of(FloatBuffer map, int width, int height) {
    Blobs blobs = new Blobs(map, width, height);
    blobs.collect();
    return blobs.boxes();
  }

  private void collect() {
    int above = 0;
    for (int y = 0; y < height; y++) {
      int here = runs.size();
      for (int x = 0; x < width; x++) {
        if (map.get(y * width + x) > THRESHOLD) {
          int from = x;
          while (x < width && map.get(y * width + x) > THRESHOLD) {
            x++;
          }
          runs.add(new Run(y, from, x));
        }
      }
      join(above, here);
      above = here;
    }
  }

  /** Joins the runs of a row with those of the row above that they touch, corners included. */
  private void join(int above, int here) {
    int upper = above;
    for (int lower = here; lower < runs.size(); lower++) {
      Run run = runs.get(lower);
      while (upper < here && runs.get(upper).to < run.from) {
        upper++;
      }
      for (int i = upper; i < here && runs.get(i).from <= run.to; i++) {
        runs.get(i).root().root = run.root();
      }
    }
  }

  private List<Box> boxes() {
    Map<Run, List<Run>> pieces = new LinkedHashMap<>();
    for (Run run : runs) {
      pieces.computeIfAbsent(run.root(), root -> new ArrayList<>()).add(run);
    }
    List<Box> boxes = new ArrayList<>();
    for (List<Run> piece : pieces.values()) {
      if (probability(piece) >= SURE) {
        Box box = Hull.smallestBox(ends(piece));
        if (Math.min(box.length(), box.thickness()) >= THINNEST) {
          boxes.add(grown(box));
        }
      }
    }
    return boxes;
  }

  private double probability(List<Run> piece) {
    double sum = 0;
    int pixels = 0;
    for (Run run : piece) {
      for (int x = run.from; x < run.to; x++) {
        sum += map.get(run.row * width + x);
      }
      pixels += run.to - run.from;
    }
    return sum / pixels;
  }

  /** The outer corners of the pixels at both ends of each run: x and y alternate. */
  private static double[] ends(List<Run> piece) {
    double[] ends = new double[piece.size() * 8];
    int at = 0;
    for (Run run : piece) {
      for (int corner = 0; corner < 4; corner++) {
        ends[at++] = corner < 2 ? run.from : run.to;
        ends[at++] = run.row + corner % 2;
      }
    }
    return ends;
  }

  private static Box grown(Box box) {
    double by = box.length() * box.thickness() * RATIO / (2 * (box.length() + box.thickness()));
    return box.grown(by, by);
  }
}
