package io.tidemark.chainsim.portfolio;

import io.tidemark.classify.WordList;
import java.util.List;

/** Draws where a household lives. */
final class Homes {
  private static final List<String> STREETS = WordList.words(Homes.class, "streets.txt");
  private static final List<String> KINDS = WordList.words(Homes.class, "street-kinds.txt");
  private static final List<String> COMPOUNDS = WordList.words(Homes.class, "compounds.txt");

  private final long seed;
  private final Places places = new Places();

  Homes(long seed) {
    this.seed = seed;
  }

  Home of(long household) {
    Draw draw = Draw.of(seed, "home", household);
    return new Home(
        places.drawn(draw),
        draw.of(STREETS) + (draw.chance(.5) ? "路" : draw.of(KINDS)),
        draw.between(1, 399),
        draw.of(COMPOUNDS),
        draw.between(1, 40),
        draw.between(1, 5),
        draw.between(3, 33) * 100 + draw.between(1, 4));
  }

  Place elsewhere(Draw draw) {
    return places.drawn(draw);
  }
}
