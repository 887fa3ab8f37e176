package io.tidemark.fingerprint.code;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A list of positions, recipients with random spellings, and leaks of it: all from one seed. */
public final class Played {
  /** What the product's rows offer: address and model. */
  public static final Carrier[] PRODUCT = {Carrier.PROVINCE, Carrier.UNIT, Carrier.MODEL_YEAR};

  /** What an ordinary renewal list with agency and remark offers. */
  public static final Carrier[] RENEWAL = {
    Carrier.PROVINCE, Carrier.UNIT, Carrier.MODEL_YEAR, Carrier.AGENCY_FORM, Carrier.REMARK_NOT
  };

  /** At most 1e-6 is spent on a case, half of it by the first attempt, among 1,000 candidates. */
  public static final double NAMED = Math.log(1_000 / 5e-7);

  private static final double REWRITTEN = 0.2;

  /** One carrier at one position. */
  public record Place(Position position, Carrier carrier, Biases biases) {}

  private final SplittableRandom random;
  private final List<List<Place>> rows = new ArrayList<>();
  private final Map<Position, List<Place>> values;

  /** A list of {@code count} rows with these carriers. */
  public Played(long seed, int count, Carrier... carriers) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      Map<FieldClass, Position> positions = new EnumMap<>(FieldClass.class);
      Map<FieldClass, Seed> seeds = new EnumMap<>(FieldClass.class);
      List<Place> row = new ArrayList<>();
      for (Carrier carrier : carriers) {
        Position position = positions.computeIfAbsent(carrier.field(), f -> position(random));
        Seed drawn = seeds.computeIfAbsent(carrier.field(), f -> new Seed(bytes(random)));
        row.add(new Place(position, carrier, Biases.draw(drawn, carrier)));
      }
      rows.add(row);
    }
    values = rows.stream().flatMap(List::stream).collect(Collectors.groupingBy(Place::position));
  }

  static byte[] bytes(SplittableRandom random) {
    byte[] bytes = new byte[Position.SIZE];
    random.nextBytes(bytes);
    return bytes;
  }

  static Position position(SplittableRandom random) {
    return Position.of(bytes(random));
  }

  /** The rows. */
  public List<List<Place>> rows() {
    return rows;
  }

  /** A recipient whose spellings are drawn by the biases. */
  public static LikelihoodRatio.Symbols recipient(long number) {
    return (position, carrier, biases) ->
        biases.spelling(
            (int) (mix(mix(number) + position.hashCode() * 8L + carrier.lane()) >>> 48));
  }

  private static long mix(long value) {
    long z = (value + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 30)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A recipient's spelling of a place. */
  static int symbol(LikelihoodRatio.Symbols recipient, Place place) {
    return recipient.at(place.position(), place.carrier(), place.biases());
  }

  private static Leak leak(
      List<List<Place>> rows, java.util.function.Function<Place, Shown> shown) {
    return Leak.of(
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(
                            place ->
                                new Leak.Cell(
                                    place.position(),
                                    place.carrier(),
                                    shown.apply(place),
                                    place.biases()))
                        .toList())
            .toList());
  }

  /** The recipient's rows as they were released. */
  public Leak asReleased(LikelihoodRatio.Symbols recipient) {
    return leak(rows, place -> new Shown(1 << symbol(recipient, place)));
  }

  /** Without spaces and punctuation. */
  public Leak cleaned(LikelihoodRatio.Symbols recipient) {
    return leak(rows, place -> place.carrier().whenCleaned(symbol(recipient, place)));
  }

  /** Cleaned, and a fifth of the addresses and models rewritten in one habit. */
  public Leak retyped(LikelihoodRatio.Symbols recipient) {
    Map<Carrier, Integer> habit = new EnumMap<>(Carrier.class);
    for (Carrier carrier : Carrier.values()) {
      habit.put(carrier, random.nextInt(carrier.spellings()));
    }
    List<List<Leak.Cell>> leaked = new ArrayList<>();
    for (List<Place> row : rows) {
      Map<FieldClass, Boolean> rewritten = new EnumMap<>(FieldClass.class);
      List<Leak.Cell> cells = new ArrayList<>();
      for (Place place : row) {
        Carrier carrier = place.carrier();
        boolean again =
            rewritten.computeIfAbsent(carrier.field(), f -> random.nextDouble() < REWRITTEN);
        int spelling = again ? habit.getOrDefault(carrier, 0) : symbol(recipient, place);
        cells.add(
            new Leak.Cell(
                place.position(), carrier, carrier.whenCleaned(spelling), place.biases()));
      }
      leaked.add(cells);
    }
    return Leak.of(leaked);
  }

  /** The text as it was deposited: by nature's own habit, the same for everybody. */
  public Leak original() {
    return leak(rows, place -> new Shown(1 << (place.position().hashCode() & 1)));
  }

  /** How several who compare their copies choose what they show. */
  public enum Mixing {
    RANDOM,
    MAJORITY,
    RAREST,
    BALANCED,
    /** Nothing where a carrier differs. */
    BLANKS,
    /** Nothing where any carrier of the value differs. */
    BLANK_VALUES
  }

  /** What these recipients show together. */
  public Leak mixed(List<LikelihoodRatio.Symbols> colluders, Mixing mixing) {
    int[] balance = {0};
    return leak(rows, place -> mix(place, colluders, mixing, balance));
  }

  private boolean alike(Position position, List<LikelihoodRatio.Symbols> colluders) {
    return values.getOrDefault(position, List.of()).stream()
        .allMatch(
            place -> colluders.stream().mapToInt(one -> symbol(one, place)).distinct().count() < 2);
  }

  private Shown mix(
      Place place, List<LikelihoodRatio.Symbols> colluders, Mixing mixing, int[] balance) {
    int[] held = colluders.stream().mapToInt(colluder -> symbol(colluder, place)).toArray();
    int[] distinct = Arrays.stream(held).distinct().toArray();
    ToIntFunction<Integer> count = s -> (int) Arrays.stream(held).filter(h -> h == s).count();
    int most = distinct[0];
    int rarest = distinct[0];
    for (int s : distinct) {
      most = count.applyAsInt(s) > count.applyAsInt(most) ? s : most;
      rarest = place.biases().weight(s) < place.biases().weight(rarest) ? s : rarest;
    }
    return switch (mixing) {
      case RANDOM -> new Shown(1 << held[random.nextInt(held.length)]);
      case MAJORITY -> new Shown(1 << most);
      case RAREST -> new Shown(1 << rarest);
      case BALANCED -> {
        // the spelling that keeps the first colluder's matches nearest to chance
        int shown = balance[0] > 0 ? distinct[distinct.length - 1] : held[0];
        double expected = place.biases().probability(1 << shown);
        balance[0] += (int) (1_000 * ((shown == held[0] ? 1 : 0) - expected));
        yield new Shown(1 << shown);
      }
      case BLANKS -> distinct.length > 1 ? Shown.UNREAD : new Shown(1 << distinct[0]);
      case BLANK_VALUES ->
          alike(place.position(), colluders) ? new Shown(1 << distinct[0]) : Shown.UNREAD;
    };
  }
}
