package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a list looks like to the planner.
 *
 * @param size how many people
 * @param contents how many different addresses and models they have between them
 * @param present the share of values that are there
 * @param carriers what a row offers
 */
record Shape(String name, int size, int contents, double present, List<Carrier> carriers) {
  static final List<Carrier> THREE = List.of(Carrier.PROVINCE, Carrier.UNIT, Carrier.MODEL_YEAR);
  static final List<Carrier> FIVE =
      List.of(
          Carrier.PROVINCE,
          Carrier.UNIT,
          Carrier.MODEL_YEAR,
          Carrier.REMARK_STOP,
          Carrier.REMARK_NUMBER);

  static Shape of(String name, int size, List<Carrier> carriers) {
    return new Shape(name, size, size, 1, carriers);
  }

  @Override
  public String toString() {
    return name;
  }

  /** A list of this shape as one recipient would have it. */
  List<List<MarkedCell>> list(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BiasKey biases = new BiasKey(bytes(random, 32));
    List<List<MarkedCell>> rows = new ArrayList<>();
    for (int person = 0; person < size; person++) {
      List<MarkedCell> row = new ArrayList<>();
      for (FieldClass field : List.of(FieldClass.ADDRESS, FieldClass.MODEL, FieldClass.REMARK)) {
        int content = contents == size ? person : random.nextInt(contents);
        if (random.nextDouble() < present) {
          Position position = position(field, content, seed);
          for (Carrier carrier : carriers) {
            if (carrier.field() == field) {
              Biases drawn = Biases.draw(biases.seed(position), carrier);
              row.add(new MarkedCell(position, carrier, drawn));
            }
          }
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static Position position(FieldClass field, int content, long seed) {
    SplittableRandom random =
        new SplittableRandom(seed * 1_000_003 + content * 31L + field.ordinal());
    return Position.of(bytes(random, Position.SIZE));
  }

  private static byte[] bytes(SplittableRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
