package io.tidemark.chainsim.portfolio;

import io.tidemark.chainsim.portfolio.Policy.Car;
import java.time.LocalDate;

/** Draws vehicles. */
final class Cars {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String MUNICIPAL_LETTERS = "ABCDEFGHJKLMN";
  private static final long PLATES = 34L * 34 * 34 * 34 * 34;

  private final long seed;
  private final LocalDate today;
  private final Vins vins;
  private final Shuffled plates;

  Cars(long seed, LocalDate today) {
    this.seed = seed;
    this.today = today;
    this.vins = new Vins(seed);
    this.plates = new Shuffled(Draw.key(seed, "plate"), PLATES);
  }

  Car of(long vehicle, Place registered) {
    Draw draw = Draw.of(seed, "car", vehicle);
    CarModel model = draw.of(CarModel.all());
    int year = draw.between(model.firstYear(), model.lastYear());
    return new Car(
        plate(vehicle, registered, model.fuel(), draw),
        vins.of(vehicle, model.maker(), year, ALPHABET.charAt(draw.below(10))),
        draw.text("0123456789ABCDEFGHJK", draw.between(7, 9)),
        model,
        year,
        draw.of(model.equipment()),
        firstRegistration(year, draw));
  }

  /** Five characters; cars on electricity have a sixth, D or F, before them (GA 36-2018). */
  private String plate(long vehicle, Place registered, CarModel.Fuel fuel, Draw draw) {
    String head = registered.plateHead();
    if (registered.city().isEmpty() && registered.province().endsWith("市")) {
      head = head.charAt(0) + draw.text(MUNICIPAL_LETTERS, 1);
    }
    String kind =
        switch (fuel) {
          case PETROL -> "";
          case ELECTRIC -> "D";
          case HYBRID -> "F";
        };
    StringBuilder plate = new StringBuilder(head).append(kind);
    long place = plates.at(vehicle);
    for (int i = 0; i < 5; i++) {
      plate.append(ALPHABET.charAt((int) (place % 34)));
      place /= 34;
    }
    return plate.toString();
  }

  /** In the model year or the one after, never within the year before the portfolio's day. */
  private LocalDate firstRegistration(int year, Draw draw) {
    LocalDate date = LocalDate.of(year, 1, 1).plusDays(draw.below(600));
    LocalDate latest = today.minusYears(1);
    return date.isBefore(latest) ? date : latest.minusDays(draw.below(300));
  }
}
