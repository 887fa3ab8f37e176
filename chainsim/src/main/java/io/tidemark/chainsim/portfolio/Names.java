package io.tidemark.chainsim.portfolio;

import io.tidemark.classify.WordList;
import java.util.Arrays;
import java.util.List;

/** Names that sound real: surnames about as frequent as in life, given names by gender. */
final class Names {
  private static final double TWO_CHARACTERS = .84;
  private static final double COMPOUND_SURNAME = .008;
  private static final List<String> SURNAMES = WordList.words(Names.class, "surnames.txt");
  private static final List<String> MALE = WordList.words(Names.class, "given-male.txt");
  private static final List<String> FEMALE = WordList.words(Names.class, "given-female.txt");
  private static final List<String> SECOND = WordList.words(Names.class, "given-tail.txt");
  private static final List<String> COMPOUND =
      SURNAMES.stream().filter(surname -> surname.length() == 2).toList();
  private static final double[] UP_TO = frequencies();

  private Names() {}

  static String drawn(Draw draw, boolean male) {
    String given = draw.of(male ? MALE : FEMALE);
    if (given.length() == 1 && draw.chance(TWO_CHARACTERS)) {
      String other = draw.of(SECOND);
      given = draw.chance(.5) ? given + other : other + given;
    }
    return surname(draw) + given;
  }

  private static String surname(Draw draw) {
    if (draw.chance(COMPOUND_SURNAME)) {
      return draw.of(COMPOUND);
    }
    int found = Arrays.binarySearch(UP_TO, draw.fraction() * UP_TO[UP_TO.length - 1]);
    return SURNAMES.get(found >= 0 ? found : -found - 1);
  }

  /** Close to the census: the first bears 7 %, the tenth 2 %, the hundredth 0.2 %. */
  private static double[] frequencies() {
    double[] weights = new double[SURNAMES.size()];
    Arrays.setAll(weights, rank -> Math.pow(rank + 6, -1.5));
    Arrays.parallelPrefix(weights, Double::sum);
    return weights;
  }
}
