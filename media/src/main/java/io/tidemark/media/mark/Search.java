package io.tidemark.media.mark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Poses at which the waves of a mark stand out of a spectrum: a sum of logarithms over the places
 * where they would be, as a likelihood ratio adds up. Stateless, thread-safe.
 */
final class Search {
  /** The smallest scale at which a mark is looked for. */
  static final double SMALLEST = .3;

  private static final double LARGEST = 1.8;
  private static final Grid UPRIGHT =
      new Grid(Math.log1p(.0022), Math.toRadians(.13), Math.toRadians(-3.51), 55);
  private static final Grid QUARTER =
      new Grid(Math.log1p(.0044), Math.toRadians(.26), 0, (int) Math.ceil(90 / .26));
  private static final int KEPT = 1200;
  private static final int KEPT_LATTICES = 120;
  private static final double LONG_WAVES = 9;
  private static final int FINER = 2;

  private Search() {}

  /**
   * A pose and how far it stands out.
   *
   * @param score in standard deviations of all poses that were looked at
   */
  record Candidate(Pose pose, double score) {}

  /** Poses in even steps of the scale's logarithm and of the angle. */
  private record Grid(double scaleStep, double angleStep, double firstAngle, int angles) {
    int scales() {
      return (int) (Math.log(LARGEST / SMALLEST) / scaleStep) + 1;
    }

    double scale(int step) {
      return SMALLEST * Math.exp(step * scaleStep);
    }

    Pose pose(int index) {
      double angle = firstAngle + index % angles * angleStep;
      return new Pose(scale(index / angles), angle, false);
    }
  }

  /** Nearly upright poses, up to 3.5 degrees either way, by a key's pilots, the best first. */
  static List<Candidate> upright(Spectrum spectrum, Carriers carriers) {
    int[][] pilots = new int[Carriers.PILOTS][];
    for (int i = 0; i < pilots.length; i++) {
      pilots[i] = new int[] {carriers.u(i), carriers.v(i)};
    }
    return best(scores(spectrum, pilots, UPRIGHT), UPRIGHT, KEPT);
  }

  /**
   * Poses at any angle, by the places of all waves, which no key decides. They form a square
   * lattice, so that a quarter turn and a mirror image look alike: angles are from 0 to 90 degrees.
   * The best first.
   */
  static List<Candidate> anyAngle(Spectrum spectrum) {
    int[][] waves = Carriers.places(Carriers.LARGEST);
    float[] scores = scores(spectrum, Carriers.places(LONG_WAVES), QUARTER);
    List<Candidate> finer = new ArrayList<>();
    for (Candidate coarse : best(scores, QUARTER, KEPT_LATTICES)) {
      Pose best = coarse.pose();
      double most = Double.NEGATIVE_INFINITY;
      for (int i = -FINER; i <= FINER; i++) {
        for (int j = -FINER; j <= FINER; j++) {
          Pose near = coarse.pose().near(i * QUARTER.scaleStep() / 4, j * QUARTER.angleStep() / 4);
          double score = score(spectrum, waves, near);
          best = score > most ? near : best;
          most = Math.max(most, score);
        }
      }
      finer.add(new Candidate(best, most));
    }
    finer.sort(Comparator.comparingDouble((Candidate one) -> -one.score()));
    return finer;
  }

  private static double score(Spectrum spectrum, int[][] waves, Pose pose) {
    float[] x = new float[waves.length];
    float[] y = new float[waves.length];
    places(spectrum, waves, pose, x, y);
    return score(spectrum, x, y, 1);
  }

  private static float[] scores(Spectrum spectrum, int[][] waves, Grid grid) {
    int scales = grid.scales();
    float[] scores = new float[scales * grid.angles()];
    float[] x = new float[waves.length];
    float[] y = new float[waves.length];
    for (int angle = 0; angle < grid.angles(); angle++) {
      places(spectrum, waves, grid.pose(angle), x, y);
      for (int scale = 0; scale < scales; scale++) {
        float smaller = (float) (SMALLEST / grid.scale(scale));
        scores[scale * grid.angles() + angle] = score(spectrum, x, y, smaller);
      }
    }
    return scores;
  }

  private static void places(Spectrum spectrum, int[][] waves, Pose pose, float[] x, float[] y) {
    for (int i = 0; i < waves.length; i++) {
      int u = waves[i][0];
      int v = waves[i][1];
      x[i] = (float) ((u * pose.acrossForU() + v * pose.acrossForV()) * spectrum.across());
      y[i] = (float) ((u * pose.downForU() + v * pose.downForV()) * spectrum.down());
    }
  }

  private static float score(Spectrum spectrum, float[] x, float[] y, float smaller) {
    float sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += spectrum.prominence(x[i] * smaller, y[i] * smaller);
    }
    return sum;
  }

  private static List<Candidate> best(float[] scores, Grid grid, int kept) {
    double mean = 0;
    for (float score : scores) {
      mean += score / scores.length;
    }
    double variance = 0;
    for (float score : scores) {
      variance += (score - mean) * (score - mean) / scores.length;
    }
    float[] sorted = scores.clone();
    Arrays.sort(sorted);
    float least = sorted[Math.max(0, sorted.length - kept)];
    double deviation = Math.sqrt(variance) + Double.MIN_NORMAL;
    List<Candidate> best = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= least) {
        best.add(new Candidate(grid.pose(i), (scores[i] - mean) / deviation));
      }
    }
    best.sort(Comparator.comparingDouble((Candidate one) -> -one.score()));
    return best.size() > kept ? best.subList(0, kept) : best;
  }
}
