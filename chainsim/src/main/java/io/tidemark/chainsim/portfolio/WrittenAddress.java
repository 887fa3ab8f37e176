package io.tidemark.chainsim.portfolio;

/** The ways in which clerks write one address. */
final class WrittenAddress {
  private WrittenAddress() {}

  static String of(Home home, Draw draw, double noProvince) {
    Place place = home.district();
    boolean shortened = !place.province().endsWith("市") && draw.chance(noProvince);
    return (shortened ? "" : place.province())
        + place.withinProvince()
        + home.street()
        + home.number()
        + "号"
        + home.compound()
        + ending(home, draw);
  }

  /** The shares of the endings are those of the exports: most write 号楼, 单元 and 室 in full. */
  private static String ending(Home home, Draw draw) {
    double way = draw.fraction();
    if (way < .06) {
      return home.building() + "-" + home.entrance() + "-" + home.room();
    }
    String block = way < .17 ? "栋" : way < .25 ? "幢" : "号楼";
    String door = draw.chance(.1) ? "" : "室";
    return home.building() + block + home.entrance() + "单元" + home.room() + door;
  }
}
