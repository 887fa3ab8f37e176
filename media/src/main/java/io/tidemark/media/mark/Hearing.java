package io.tidemark.media.mark;

import io.tidemark.media.mark.Alignment.Aligned;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What the waves of an aligned picture say: each wave's share along the phase that it should have,
 * weighed by how well the pilots of about its length came through. Stateless, thread-safe.
 */
final class Hearing {
  private static final int HALF_STEPS = 3;
  private static final double NEAR = 1.5;
  private static final double PILOTS_NEAR = 2.5;
  private static final double LEAST = .05;
  private static final double LOUDEST = 4;
  private static final double SUREST = 6;

  private Hearing() {}

  /** The payload, if one is said that its check bits prove. */
  static OptionalLong payload(Plane residue, Aligned aligned, Carriers carriers) {
    float[][] waves = Folding.of(residue, aligned.pose()).waves(carriers);
    double[] re = new double[Carriers.COUNT];
    double[] im = new double[Carriers.COUNT];
    turn(waves, carriers, aligned, re, im);
    float[] soft = new float[Payload.CODE_BITS];
    for (int i = Carriers.PILOTS; i < Carriers.COUNT; i++) {
      double radius = carriers.radius(i);
      double noise = noise(carriers, radius, im);
      double said = re[i] / noise;
      double weight = Math.min(SUREST, Math.max(LEAST, pilots(carriers, radius, re) / noise));
      double heard = Math.min(LOUDEST, Math.max(-LOUDEST, said)) * weight;
      soft[carriers.bit(i)] += (float) (carriers.flipped(i) ? -heard : heard);
    }
    return Payload.read(soft, carriers.key());
  }

  /** Turns every wave to the phase of a zero, at the shift near the given one that suits pilots. */
  private static void turn(
      float[][] waves, Carriers carriers, Aligned aligned, double[] re, double[] im) {
    double most = Double.NEGATIVE_INFINITY;
    double bestX = 0;
    double bestY = 0;
    for (int j = -HALF_STEPS; j <= HALF_STEPS; j++) {
      for (int i = -HALF_STEPS; i <= HALF_STEPS; i++) {
        double x = aligned.shiftX() + i / 2.0;
        double y = aligned.shiftY() + j / 2.0;
        double sum = 0;
        for (int wave = 0; wave < Carriers.PILOTS; wave++) {
          double turn = turn(carriers, wave, x, y);
          double loud = Math.hypot(waves[0][wave], waves[1][wave]) + Double.MIN_NORMAL;
          sum +=
              (waves[0][wave] * Math.cos(turn) - waves[1][wave] * Math.sin(turn)) / Math.sqrt(loud);
        }
        if (sum > most) {
          most = sum;
          bestX = x;
          bestY = y;
        }
      }
    }
    for (int wave = 0; wave < Carriers.COUNT; wave++) {
      double turn = turn(carriers, wave, bestX, bestY);
      re[wave] = waves[0][wave] * Math.cos(turn) - waves[1][wave] * Math.sin(turn);
      im[wave] = waves[0][wave] * Math.sin(turn) + waves[1][wave] * Math.cos(turn);
    }
  }

  private static double turn(Carriers carriers, int wave, double x, double y) {
    double cycles = (carriers.u(wave) * x + carriers.v(wave) * y) / Carriers.PERIOD;
    return 2 * Math.PI * cycles - carriers.phase(wave);
  }

  /** How far waves of about this length lie off their phase. */
  private static double noise(Carriers carriers, double radius, double[] im) {
    double[] off = new double[Carriers.COUNT];
    int count = 0;
    for (int i = 0; i < Carriers.COUNT; i++) {
      if (Math.abs(carriers.radius(i) - radius) <= NEAR) {
        off[count++] = Math.abs(im[i]);
      }
    }
    Arrays.sort(off, 0, count);
    return off[count / 2] + Double.MIN_NORMAL;
  }

  private static double pilots(Carriers carriers, double radius, double[] re) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < Carriers.PILOTS; i++) {
      if (Math.abs(carriers.radius(i) - radius) <= PILOTS_NEAR) {
        sum += re[i];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
