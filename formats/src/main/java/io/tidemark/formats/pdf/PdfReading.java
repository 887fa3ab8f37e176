package io.tidemark.formats.pdf;

import java.util.List;
import java.util.Optional;

/**
 * What was read from a copy that was found.
 *
 * @param layout the number in the layout, if its check bits hold
 * @param structure the number in the structure: such a copy was hardly touched
 * @param likely of the numbers that were given out, the one with which the layout agrees too well
 *     for chance, where too little is left to read a number without knowing any
 * @param groups how many different groups of letters spoke
 * @param lines how many lines could have carried a mark
 * @param tries how many times check bits were asked: each would have let chance pass once in 2^40
 */
public record PdfReading(
    Optional<Found> layout,
    Optional<Found> structure,
    Optional<Found> likely,
    int groups,
    int lines,
    int tries) {
  /**
   * A number that was read.
   *
   * @param bound the chance that a document that was never marked, or for somebody else, gives any
   *     number like this; all tries are counted
   */
  public record Found(long payload, double bound) {
    /** Its 16 hexadecimal digits. */
    public String hex() {
      return String.format(java.util.Locale.ROOT, "%016x", payload);
    }
  }

  /** How little chance has to be left before a number among those given out is believed. */
  private static final double LIKELY = 1e-9;

  private static final double CHANCE = 1.0 / (1L << MarkKey.CHECK_BITS);

  /**
   * Reads.
   *
   * @param issued the numbers that were given out
   */
  public static PdfReading of(Traces traces, MarkKey key, List<Long> issued) {
    Optional<Found> structure = Optional.empty();
    for (byte[] token : traces.tokens()) {
      Optional<Long> number = StructureToken.number(token, key);
      if (structure.isEmpty() && number.isPresent()) {
        structure = Optional.of(new Found(number.get(), CHANCE * traces.tokens().size()));
      }
    }
    List<Decoding> ways = ways(traces, key);
    Optional<Found> layout =
        ways.stream()
            .flatMap(way -> way.number().stream())
            .findFirst()
            .map(number -> new Found(number, CHANCE * ways.size()));
    Optional<Found> likely = layout.isPresent() ? Optional.empty() : likely(ways, issued);
    return new PdfReading(
        layout,
        structure,
        likely,
        ways.get(0).voices(),
        traces.lines(),
        ways.size() + traces.tokens().size());
  }

  /** All groups; those known by their text; those known by their place. Each is a try. */
  private static List<Decoding> ways(Traces traces, MarkKey key) {
    return List.of(
        new Decoding(key, traces.groups()),
        new Decoding(key, traces.groups().stream().filter(group -> !group.byPlace()).toList()),
        new Decoding(key, traces.groups().stream().filter(Group::byPlace).toList()));
  }

  private static Optional<Found> likely(List<Decoding> ways, List<Long> issued) {
    double tries = (double) issued.size() * ways.size();
    Optional<Found> best = Optional.empty();
    for (Decoding way : ways) {
      for (long payload : issued) {
        double bound = Math.min(1, way.chance(payload).orElse(1) * tries);
        if (bound <= LIKELY && best.map(one -> bound < one.bound()).orElse(true)) {
          best = Optional.of(new Found(payload, bound));
        }
      }
    }
    return best;
  }

  /** The number that this copy names, the surest first. */
  public Optional<Found> number() {
    return layout.or(() -> likely).or(() -> structure);
  }
}
