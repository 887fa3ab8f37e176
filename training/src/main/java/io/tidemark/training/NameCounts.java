package io.tidemark.training;

import io.tidemark.find.lexicon.LexiconFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what names are made of, each name once or, when it is frequent, a few times. */
final class NameCounts {
  private static final double SMOOTHING = .3;

  private final Map<String, Double> surnames = new TreeMap<>();
  private final Map<Character, double[]> given = new TreeMap<>();
  private final Shapes shapes;

  NameCounts(Shapes shapes) {
    this.shapes = shapes;
  }

  void add(String name, long count) {
    int split = shapes.surname(name);
    if (split == 0) {
      return;
    }
    double weight = 1 + Math.log(count);
    surnames.merge(name.substring(0, split), weight, Double::sum);
    if (name.length() - split == 1) {
      given.computeIfAbsent(name.charAt(split), c -> new double[3])[0] += weight;
    } else {
      given.computeIfAbsent(name.charAt(split), c -> new double[3])[1] += weight;
      given.computeIfAbsent(name.charAt(split + 1), c -> new double[3])[2] += weight;
    }
  }

  LexiconFile.Parts parts(Set<String> further, Set<String> foreign) {
    further.forEach(surname -> surnames.merge(surname, 1.0, Double::sum));
    List<String> names = List.copyOf(surnames.keySet());
    double all = surnames.values().stream().mapToDouble(Double::doubleValue).sum();
    byte[] costs = new byte[names.size()];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = Costs.of(surnames.getOrDefault(names.get(i), 0.0) / all);
    }
    byte[][] columns = new byte[3][];
    for (int k = 0; k < 3; k++) {
      columns[k] = column(k);
    }
    StringBuilder characters = new StringBuilder();
    given.keySet().forEach(characters::append);
    String alphabet = alphabet(foreign);
    return new LexiconFile.Parts(
        names,
        costs,
        characters.toString(),
        columns[0],
        columns[1],
        columns[2],
        alphabet,
        sequence(alphabet, foreign));
  }

  /** A character that was seen at another place only is given a little of it here. */
  private byte[] column(int k) {
    double all = 0;
    for (double[] counts : given.values()) {
      all += counts[k] + SMOOTHING;
    }
    byte[] column = new byte[given.size()];
    int i = 0;
    for (double[] counts : given.values()) {
      column[i++] = Costs.of((counts[k] + SMOOTHING) / all);
    }
    return column;
  }

  private static String alphabet(Set<String> foreign) {
    Set<Character> seen = new TreeSet<>();
    foreign.forEach(name -> name.chars().forEach(c -> seen.add((char) c)));
    StringBuilder alphabet = new StringBuilder("$");
    seen.forEach(alphabet::append);
    return alphabet.toString();
  }

  private static byte[] sequence(String alphabet, Set<String> foreign) {
    int size = alphabet.length();
    double[][] counts = new double[size][size];
    double[] single = new double[size];
    for (String name : foreign) {
      int before = 0;
      for (char c : (name + "$").toCharArray()) {
        int at = alphabet.indexOf(c);
        counts[before][at]++;
        single[at]++;
        before = at;
      }
    }
    double all = 0;
    for (double count : single) {
      all += count;
    }
    byte[] costs = new byte[size * size];
    for (int a = 0; a < size; a++) {
      double sum = 0;
      double kinds = 1;
      for (double count : counts[a]) {
        sum += count;
        kinds += count > 0 ? 1 : 0;
      }
      for (int b = 0; b < size; b++) {
        costs[a * size + b] =
            Costs.of((counts[a][b] + kinds * (single[b] + 1) / (all + size)) / (sum + kinds));
      }
    }
    return costs;
  }
}
