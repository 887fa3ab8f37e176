package io.tidemark.media.mark;

import java.util.ArrayList;
import java.util.List;

/**
 * How a mark lies in a picture.
 *
 * @param scale pixels of the picture for one of the mark's usual tile
 * @param angle by which it is turned, in radians, clockwise as one looks at it
 * @param mirrored whether it was mirrored, left to right, before it was turned
 */
record Pose(double scale, double angle, boolean mirrored) {
  /** Cycles a pixel that one wave along the tile has across the picture. */
  double acrossForU() {
    return (mirrored ? -1 : 1) * Math.cos(angle) / (Carriers.PERIOD * scale);
  }

  /** Cycles a pixel that one wave along the tile has down the picture. */
  double downForU() {
    return (mirrored ? -1 : 1) * Math.sin(angle) / (Carriers.PERIOD * scale);
  }

  /** Cycles a pixel that one wave down the tile has across the picture. */
  double acrossForV() {
    return -Math.sin(angle) / (Carriers.PERIOD * scale);
  }

  /** Cycles a pixel that one wave down the tile has down the picture. */
  double downForV() {
    return Math.cos(angle) / (Carriers.PERIOD * scale);
  }

  Pose near(double scaled, double turned) {
    return new Pose(scale * (1 + scaled), angle + turned, mirrored);
  }

  /** All poses whose waves stand at the same places: quarter turns and mirror images. */
  List<Pose> sameLattice() {
    List<Pose> poses = new ArrayList<>();
    for (int quarter = 0; quarter < 4; quarter++) {
      poses.add(new Pose(scale, angle + quarter * Math.PI / 2, false));
      poses.add(new Pose(scale, angle + quarter * Math.PI / 2, true));
    }
    return poses;
  }

  boolean like(Pose other, double scaled, double turned) {
    double between = Math.IEEEremainder(angle - other.angle, 2 * Math.PI);
    return mirrored == other.mirrored
        && Math.abs(scale / other.scale - 1) < scaled
        && Math.abs(between) < turned;
  }
}
