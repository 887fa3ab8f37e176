package io.tidemark.chainsim.holders;

import java.util.List;

/**
 * The posterior by its definition, for somebody who knows the rates of the world: a leak comes from
 * outside with the chance {@code outside}, else from each party with an equal chance. With {@code
 * h} of the {@code n} leaked people in a list of {@code s} among {@code M} in custody, and
 * background of rate {@code b}, their likelihood is the sum over how many {@code g} of the {@code
 * h} came from the list: {@code C(h,g) (1-b)^g b^(n-g) / ((s)_g (M)_(n-g))}, where {@code (s)_g =
 * s(s-1)...(s-g+1)}: nobody is drawn twice from a list or from the background.
 *
 * @param chain who holds whom
 * @param rates the rates of the world
 */
public record ExactPosterior(NestedChain chain, Rates rates) {
  /** The probability of each holder, in their order, and last that of a source without us. */
  public double[] of(List<Integer> people) {
    int holders = chain.holders().size();
    double[] logs = new double[holders + 1];
    double party = Math.log((1 - rates.outside()) / holders);
    for (int i = 0; i < holders; i++) {
      logs[i] = party + logFrom(chain.holders().get(i), people);
    }
    logs[holders] = Math.log(rates.outside()) - logFalling(chain.people(), people.size());
    double whole = logSum(logs);
    double[] posterior = new double[holders + 1];
    for (int i = 0; i <= holders; i++) {
      posterior[i] = Math.exp(logs[i] - whole);
    }
    return posterior;
  }

  private double logFrom(NestedChain.Holder holder, List<Integer> people) {
    int all = people.size();
    int held = (int) people.stream().filter(holder.people()::get).count();
    int size = holder.people().cardinality();
    double[] terms = new double[held + 1];
    for (int listed = 0; listed <= held; listed++) {
      terms[listed] =
          logFalling(held, listed)
              - logFalling(listed, listed)
              + times(listed, Math.log(1 - rates.background()))
              + times(all - listed, Math.log(rates.background()))
              - logFalling(size, listed)
              - logFalling(chain.people(), all - listed);
    }
    return logSum(terms);
  }

  private static double times(int count, double log) {
    return count == 0 ? 0 : count * log;
  }

  private static double logFalling(int from, int count) {
    double log = 0;
    for (int i = 0; i < count; i++) {
      log += Math.log(from - i);
    }
    return log;
  }

  private static double logSum(double[] logs) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      greatest = Math.max(greatest, log);
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - greatest);
    }
    return greatest == Double.NEGATIVE_INFINITY ? greatest : greatest + Math.log(sum);
  }
}
