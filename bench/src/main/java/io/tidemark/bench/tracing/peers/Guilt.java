package io.tidemark.bench.tracing.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The guilt of agents by what they hold: Papadimitriou and Garcia-Molina, Data Leakage Detection
 * (IEEE TKDE 23, 2011), equation (5): {@code Pr{G_i|S} = 1 - PROD over t in S and R_i of (1 - (1 -
 * p) / |V_t|)}, where V_t are the agents that hold t and p is the chance that the target guesses t.
 */
public final class Guilt {
  /** The chance of guessing an object that the paper's experiments use most. */
  static final double GUESSED = 0.2;

  private static final double TIE = 1e-12;

  private final Map<String, Integer> objects = new HashMap<>();
  private final List<BitSet> agents = new ArrayList<>();

  /** Adds an agent that holds these objects; agents are numbered from 0. */
  public void add(Collection<String> held) {
    BitSet numbers = new BitSet();
    held.forEach(object -> numbers.set(objects.computeIfAbsent(object, any -> objects.size())));
    agents.add(numbers);
  }

  /** Each agent's guilt of leaking these objects. */
  public double[] of(Collection<String> leaked) {
    BitSet set = new BitSet();
    leaked.stream().filter(objects::containsKey).map(objects::get).forEach(set::set);
    double[] innocent = new double[agents.size()];
    Arrays.fill(innocent, 1);
    set.stream()
        .forEach(
            object -> {
              int[] holders =
                  IntStream.range(0, agents.size())
                      .filter(agent -> agents.get(agent).get(object))
                      .toArray();
              for (int agent : holders) {
                innocent[agent] *= 1 - (1 - GUESSED) / holders.length;
              }
            });
    return Arrays.stream(innocent).map(chance -> 1 - chance).toArray();
  }

  /** How many agents are the guiltiest together. */
  public static int tied(double[] guilt) {
    double most = Arrays.stream(guilt).max().orElse(0);
    return (int) Arrays.stream(guilt).filter(one -> one >= most - TIE).count();
  }

  /** Whether this agent is among them. */
  public static boolean among(double[] guilt, int agent) {
    return guilt[agent] >= Arrays.stream(guilt).max().orElse(0) - TIE;
  }
}
