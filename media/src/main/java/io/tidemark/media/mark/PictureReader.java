package io.tidemark.media.mark;

import io.tidemark.media.mark.Alignment.Aligned;
import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.media.mark.MarkReading.NoMark;
import io.tidemark.media.mark.Search.Candidate;
import io.tidemark.media.picture.Pixels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads marks of {@link PictureMarker}, without the original, its size or what was cut off: first
 * nearly upright, then at any angle and in the mirror. A payload is given only where its check bits
 * prove it. The tables of the keys live as long as this object. Thread-safe.
 *
 * <p>Cost on one processor for 1,280 × 880 pixels and one key: 0.2 s where a mark is found upright,
 * about 1 s where there is none; memory: about 30 bytes a pixel of the picture and 60 MB.
 *
 * <p>That a mark repeats and so shows as a lattice: Kutter 1998; that known waves in the spectrum
 * tell how it lies: Pereira and Pun 2000.
 */
public final class PictureReader {
  private static final int[] SIDES = {1400, 800, 2800};
  private static final int POSES = 24;
  private static final int TRIED = 8;
  private static final double LEAST_AGREEMENT = 5;
  private static final double ALIKE_SCALE = .006;
  private static final double ALIKE_ANGLE = .006;
  private static final double FINE_SCALE = .0015;
  private static final double FINE_ANGLE = Math.toRadians(.07);
  private static final int HALVINGS = 3;
  private static final int STEPS = 12;

  private final List<Carriers> keys;

  /** A reader of marks under any of these keys. */
  public PictureReader(List<PictureKey> keys) {
    this.keys = keys.stream().map(Carriers::new).toList();
  }

  /** The most times that check bits are asked of one picture. */
  public int mostTries() {
    return SIDES.length * 2 * TRIED * keys.size();
  }

  /** What the picture says. */
  public MarkReading read(Pixels picture) {
    Plane whole = Plane.brightness(picture);
    int tries = 0;
    int looked = 0;
    for (int side : SIDES) {
      Plane plane = whole.shrunkTo(side);
      if (plane.longSide() == looked) {
        continue;
      }
      looked = plane.longSide();
      MarkReading reading = new Look(plane, tries).read();
      if (reading instanceof Mark) {
        return reading;
      }
      tries = reading.tries();
    }
    return new NoMark(tries);
  }

  /** One size of a picture. */
  private final class Look {
    private final Plane residue;
    private final Spectrum spectrum;
    private int tries;

    Look(Plane plane, int tries) {
      this.residue = Residue.of(plane);
      this.spectrum = Spectrum.of(residue, Carriers.LARGEST / (Carriers.PERIOD * Search.SMALLEST));
      this.tries = tries;
    }

    MarkReading read() {
      for (int key = 0; key < keys.size(); key++) {
        Optional<Mark> mark = mark(key, Search.upright(spectrum, keys.get(key)));
        if (mark.isPresent()) {
          return mark.get();
        }
      }
      List<Candidate> turned = new ArrayList<>();
      for (Candidate lattice : Search.anyAngle(spectrum)) {
        lattice.pose().sameLattice().forEach(pose -> turned.add(new Candidate(pose, 0)));
      }
      for (int key = 0; key < keys.size(); key++) {
        Optional<Mark> mark = mark(key, turned);
        if (mark.isPresent()) {
          return mark.get();
        }
      }
      return new NoMark(tries);
    }

    private Optional<Mark> mark(int key, List<Candidate> candidates) {
      Carriers carriers = keys.get(key);
      Alignment alignment = new Alignment(spectrum, carriers);
      int tried = 0;
      for (Pose pose : poses(candidates, alignment)) {
        Aligned aligned = refined(alignment, pose);
        if (aligned.agreement() < LEAST_AGREEMENT || tried == TRIED) {
          continue;
        }
        tried++;
        tries++;
        OptionalLong payload = Hearing.payload(residue, aligned, carriers);
        if (payload.isPresent()) {
          return Optional.of(mark(payload.getAsLong(), key, aligned.pose()));
        }
      }
      return Optional.empty();
    }

    private Mark mark(long payload, int key, Pose pose) {
      double degrees = Math.toDegrees(Math.IEEEremainder(pose.angle(), 2 * Math.PI));
      return new Mark(payload, key, pose.scale(), degrees, pose.mirrored(), tries);
    }
  }

  /** The poses that are worth a closer look, the best first, no two alike. */
  private static List<Pose> poses(List<Candidate> candidates, Alignment alignment) {
    List<Candidate> ranked = new ArrayList<>();
    for (Candidate candidate : candidates) {
      double agreement = alignment.at(candidate.pose()).agreement();
      ranked.add(new Candidate(candidate.pose(), agreement + candidate.score() / 2));
    }
    ranked.sort(Comparator.comparingDouble((Candidate one) -> -one.score()));
    List<Pose> poses = new ArrayList<>();
    for (Candidate one : ranked) {
      if (poses.size() < POSES
          && poses.stream().noneMatch(pose -> pose.like(one.pose(), ALIKE_SCALE, ALIKE_ANGLE))) {
        poses.add(one.pose());
      }
    }
    return poses;
  }

  /** Climbs to the pose of the best agreement: in smaller steps where no neighbour is better. */
  private static Aligned refined(Alignment alignment, Pose pose) {
    Aligned best = alignment.at(pose);
    int halvings = 0;
    for (int step = 0; step < STEPS && halvings <= HALVINGS; step++) {
      Pose centre = best.pose();
      double part = 1.0 / (1 << halvings);
      for (int i = -1; i <= 1; i++) {
        for (int j = -1; j <= 1; j++) {
          if (i != 0 || j != 0) {
            Aligned near = alignment.at(centre.near(i * part * FINE_SCALE, j * part * FINE_ANGLE));
            best = near.agreement() > best.agreement() ? near : best;
          }
        }
      }
      halvings += best.pose().equals(centre) ? 1 : 0;
    }
    return best;
  }
}
