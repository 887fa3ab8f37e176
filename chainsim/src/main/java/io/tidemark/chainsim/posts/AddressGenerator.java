package io.tidemark.chainsim.posts;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.classify.WordList;
import io.tidemark.terms.Divisions;
import java.util.List;

/** Addresses as people write them, whole or short, of towns and of villages. */
public final class AddressGenerator {
  private static final List<String> ROADS = WordList.words(AddressGenerator.class, "roads.txt");
  private static final List<String> ROAD_KINDS =
      List.of("路", "路", "路", "街", "大道", "东路", "西路", "南街", "北路", "中路", "巷", "大街", "胡同");
  private static final List<String> ESTATES = WordList.words(AddressGenerator.class, "estates.txt");
  private static final List<String> VILLAGES =
      WordList.words(AddressGenerator.class, "villages.txt");

  private final long seed;

  /** Addresses of this seed. */
  public AddressGenerator(long seed) {
    this.seed = seed;
  }

  /** The address of this number. */
  public String address(long number) {
    Draw draw = Draw.of(seed, "address", number);
    String place = divisions(draw);
    double way = draw.fraction();
    if (way < .25) {
      return place + village(draw);
    }
    String road = draw.of(ROADS) + draw.of(ROAD_KINDS);
    String house = draw.between(1, 899) + (draw.chance(.06) ? "-" + draw.between(1, 20) : "") + "号";
    if (way < .45) {
      return place + road + house;
    }
    if (way < .60) {
      return (place.isEmpty() && draw.chance(.5) ? "" : place) + draw.of(ESTATES) + door(draw);
    }
    return place + road + house + draw.of(ESTATES) + door(draw);
  }

  private static String divisions(Draw draw) {
    Divisions.Province province = draw.of(Divisions.china().provinces());
    List<Divisions.City> cities =
        province.cities().stream().filter(city -> !city.districts().isEmpty()).toList();
    Divisions.City city = draw.of(cities);
    String district = draw.of(city.districts()).name();
    String town = city.placeholder() ? "" : city.name();
    String shortTown = town.endsWith("市") ? town.substring(0, town.length() - 1) : town;
    return switch (draw.below(6)) {
      case 0 -> province.name() + town + district;
      case 1 -> province.shortName() + town + district;
      case 2 -> town + district;
      case 3 -> shortTown + district;
      case 4 -> town.isEmpty() ? district : town;
      default -> "";
    };
  }

  private static String village(Draw draw) {
    String village = draw.of(VILLAGES) + draw.of(List.of("村", "村", "屯", "庄", "湾村"));
    String town = draw.chance(.7) ? draw.of(VILLAGES) + draw.of(List.of("镇", "镇", "乡", "街道")) : "";
    return town
        + village
        + switch (draw.below(5)) {
          case 0 -> draw.between(1, 12) + "组";
          case 1 -> draw.between(1, 300) + "号";
          case 2 -> draw.of(List.of("一", "二", "三", "四")) + "组" + draw.between(1, 90) + "号";
          case 3 -> draw.of(List.of("一", "二", "三", "四")) + "社";
          default -> draw.between(1, 9) + "队" + draw.between(1, 90) + "号";
        };
  }

  private static String door(Draw draw) {
    int room = draw.between(1, 33) * 100 + draw.between(1, 8);
    return switch (draw.below(6)) {
      case 0 -> draw.between(1, 30) + "栋" + draw.between(1, 4) + "单元" + room;
      case 1 -> draw.between(1, 30) + "号楼" + draw.between(1, 4) + "单元" + room + "室";
      case 2 -> draw.between(1, 30) + "-" + draw.between(1, 4) + "-" + room;
      case 3 -> draw.text("ABCDE", 1) + "座" + room;
      case 4 -> draw.between(1, 30) + "幢" + room + "室";
      default -> "";
    };
  }
}
