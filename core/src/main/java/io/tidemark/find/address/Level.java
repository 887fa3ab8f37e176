package io.tidemark.find.address;

/** What a part of an address says, the widest first. */
enum Level {
  /** A province, city, district, or a place that the lexicon knows and that says no more. */
  DIVISION,
  /** A town, village, community or group of houses. */
  VILLAGE,
  /** A road. */
  ROAD,
  /** A house number in a road or village. */
  HOUSE,
  /** An estate, a building that has a name. */
  ESTATE,
  /** A block, an entrance, a floor, a door. */
  DOOR;

  /** Whether it stands for one building or less. */
  boolean fine() {
    return this == HOUSE || this == DOOR;
  }
}
