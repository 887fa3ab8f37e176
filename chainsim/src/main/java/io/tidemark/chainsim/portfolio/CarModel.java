package io.tidemark.chainsim.portfolio;

import io.tidemark.classify.WordList;
import java.util.List;

/**
 * A model that is really sold.
 *
 * @param brand {@code 大众}
 * @param series {@code 朗逸}
 * @param maker the world manufacturer identifier, the first three characters of its VINs (ISO 3780)
 * @param fuel decides the plate
 * @param firstYear its first model year here
 * @param lastYear its last
 * @param equipment engine, gearbox and equipment, as sellers word them
 */
public record CarModel(
    String brand,
    String series,
    String maker,
    Fuel fuel,
    int firstYear,
    int lastYear,
    List<String> equipment) {

  private static final List<CarModel> ALL =
      WordList.lines(CarModel.class, "models.txt").stream().map(CarModel::parsed).toList();

  /** What moves it. */
  public enum Fuel {
    PETROL,
    ELECTRIC,
    HYBRID
  }

  /** All models of the list. */
  public static List<CarModel> all() {
    return ALL;
  }

  private static CarModel parsed(String line) {
    String[] part = line.split("\\|");
    Fuel fuel =
        part[3].equals("P") ? Fuel.PETROL : part[3].equals("E") ? Fuel.ELECTRIC : Fuel.HYBRID;
    int first = Integer.parseInt(part[4].substring(0, 4));
    int last = Integer.parseInt(part[4].substring(5));
    return new CarModel(part[0], part[1], part[2], fuel, first, last, List.of(part[5].split(";")));
  }
}
