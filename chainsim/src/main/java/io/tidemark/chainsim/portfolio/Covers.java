package io.tidemark.chainsim.portfolio;

import io.tidemark.chainsim.portfolio.Policy.Cover;
import java.time.LocalDate;
import java.util.List;

/** Draws what was agreed: policies in force on the portfolio's day, unique numbers. */
final class Covers {
  private static final List<String> KINDS = List.of("商业险", "交强险", "商业险+交强险");
  private static final List<String> PREFIXES = List.of("PDZA", "PDAA", "P2050");
  private static final long SERIALS = 1_000_000_000_000L;

  private final long seed;
  private final LocalDate today;
  private final Shuffled serials;

  Covers(long seed, LocalDate today) {
    this.seed = seed;
    this.today = today;
    this.serials = new Shuffled(Draw.key(seed, "policy number"), SERIALS);
  }

  Cover of(long policy) {
    Draw draw = Draw.of(seed, "cover", policy);
    LocalDate inception = today.minusDays(draw.between(1, 363));
    String serial = String.valueOf(SERIALS + serials.at(policy)).substring(1);
    return new Cover(
        draw.of(PREFIXES) + inception.getYear() + serial,
        draw.of(KINDS),
        inception,
        inception.plusYears(1),
        draw.between(90_000, 780_000));
  }
}
