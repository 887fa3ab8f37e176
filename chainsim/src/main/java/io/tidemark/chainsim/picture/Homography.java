package io.tidemark.chainsim.picture;

/**
 * A plane seen in perspective (Heckbert, "Fundamentals of Texture Mapping", 1989): nine numbers row
 * by row.
 */
record Homography(
    double a, double b, double c, double d, double e, double f, double g, double h, double i) {

  /**
   * Leads the unit square onto a quadrilateral.
   *
   * @param q x and y of the corners that (0,0), (1,0), (1,1) and (0,1) get
   */
  static Homography fromUnitSquare(double[] q) {
    double sumX = q[0] - q[2] + q[4] - q[6];
    double sumY = q[1] - q[3] + q[5] - q[7];
    double dx1 = q[2] - q[4];
    double dx2 = q[6] - q[4];
    double dy1 = q[3] - q[5];
    double dy2 = q[7] - q[5];
    double area = dx1 * dy2 - dx2 * dy1;
    double g = (sumX * dy2 - dx2 * sumY) / area;
    double h = (dx1 * sumY - sumX * dy1) / area;
    return new Homography(
        q[2] - q[0] + g * q[2],
        q[6] - q[0] + h * q[6],
        q[0],
        q[3] - q[1] + g * q[3],
        q[7] - q[1] + h * q[7],
        q[1],
        g,
        h,
        1);
  }

  /** The way back; the scale of the nine numbers does not matter. */
  Homography inverse() {
    return new Homography(
        e * i - f * h,
        c * h - b * i,
        b * f - c * e,
        f * g - d * i,
        a * i - c * g,
        c * d - a * f,
        d * h - e * g,
        b * g - a * h,
        a * e - b * d);
  }

  double x(double u, double v) {
    return (a * u + b * v + c) / (g * u + h * v + i);
  }

  double y(double u, double v) {
    return (d * u + e * v + f) / (g * u + h * v + i);
  }
}
