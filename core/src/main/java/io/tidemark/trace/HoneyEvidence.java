package io.tidemark.trace;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The factor of honey customers. For each customer <i>j</i> of the <i>D</i> that the candidate's
 * keys draw, <i>T<sub>j</sub></i> is the mean over the rows read of {@link
 * io.tidemark.disclose.honey.HoneyParts#factor}: over the keys of an innocent its mean is at most
 * 1, and the customers are independent. So the mean is at most 1 for <i>S</i>, the average of the
 * <i>T<sub>j</sub></i>, and for <i>P</i> = ∏ (1 − 1/<i>D</i> + <i>T<sub>j</sub></i>/<i>D</i>),
 * which grows with every customer that is seen, and for ½ + ¼<i>S</i> + ¼<i>P</i>. It multiplies
 * with the factor of the marks, whose keys are separate.
 *
 * <p>Parties that hold none of the leaked people come into an inquiry by a honey customer alone.
 * They are not counted each: together they count as one candidate, and a party has the share of
 * ½<i>S</i> + ½<i>P</i> that its customers have among those of all such parties.
 */
public final class HoneyEvidence {
  private static final double QUARTER = StrictMath.log(0.25);
  private static final double HALF = StrictMath.log(0.5);

  /** How many mobile numbers a customer could have. */
  public static final double MOBILES = 1e8;

  /** As good as 0, and still a number. */
  private static final double NOTHING = -700;

  private HoneyEvidence() {}

  /**
   * A leaked row that shows a number of a customer.
   *
   * @param disclosure the customer's disclosure
   * @param draw which of its key's customers
   * @param row the leaked row's number
   * @param factor how strongly the row speaks for the customer, above 0
   */
  public record Hit(String disclosure, int draw, long row, double factor) {}

  private record Customer(String disclosure, int draw) implements Comparable<Customer> {
    @Override
    public int compareTo(Customer other) {
      return Comparator.comparing(Customer::disclosure)
          .thenComparingInt(Customer::draw)
          .compare(this, other);
    }
  }

  /**
   * The natural logarithm of the factor of a party that holds one of the leaked people.
   *
   * @param rows how many rows were read
   * @param draws how many customers its keys draw, in all of its disclosures before the inquiry
   * @param hits its customers that show up, each row and customer at most once
   */
  public static double log(long rows, long draws, Collection<Hit> hits) {
    if (draws == 0) {
      return 0;
    }
    if (hits.isEmpty()) {
      return HALF;
    }
    return log(draws, means(rows, hits));
  }

  private static double log(long draws, List<Double> means) {
    return logSum(
        HALF, logSum(QUARTER + logAverage(draws, means), QUARTER + logProduct(draws, means)));
  }

  /**
   * What the factor of a party with this list will be, when of each customer that shows up one
   * number alone can be read.
   *
   * @param rows how many rows were read
   * @param draws how many customers its keys draw
   * @param seen how many of them show up
   * @param strength by what factor the number is too much for chance: {@link #MOBILES} for a mobile
   */
  public static double foreseen(long rows, long draws, int seen, double strength) {
    if (draws == 0) {
      return 0;
    }
    return seen == 0 ? HALF : log(draws, Collections.nCopies(seen, strength / rows));
  }

  /**
   * The same for a party that holds none of the leaked people.
   *
   * @param among how many customers the keys of all such parties draw, this one among them
   */
  public static double log(long rows, long draws, long among, Collection<Hit> hits) {
    if (draws == 0 || hits.isEmpty()) {
      return NOTHING;
    }
    List<Double> means = means(rows, hits);
    double share = StrictMath.log(draws / (double) Math.max(draws, among));
    return share + logSum(HALF + logAverage(draws, means), HALF + logProduct(draws, means));
  }

  /** T of each customer that shows up, in the order of disclosures and draws. */
  private static List<Double> means(long rows, Collection<Hit> hits) {
    SortedMap<Customer, Double> means = new TreeMap<>();
    hits.stream()
        .sorted(Comparator.comparingLong(Hit::row))
        .forEach(
            hit ->
                means.merge(
                    new Customer(hit.disclosure(), hit.draw()), hit.factor() / rows, Double::sum));
    return List.copyOf(means.values());
  }

  private static double logAverage(long draws, List<Double> means) {
    double sum = 0;
    for (double mean : means) {
      sum += mean / draws;
    }
    return StrictMath.log(sum);
  }

  private static double logProduct(long draws, List<Double> means) {
    long unseen = draws - means.size();
    double log = unseen == 0 ? 0 : unseen * StrictMath.log1p(-1.0 / draws);
    for (double mean : means) {
      log += StrictMath.log(1 - 1.0 / draws + mean / draws);
    }
    return log;
  }

  private static double logSum(double a, double b) {
    double most = Math.max(a, b);
    return most + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - most));
  }
}
