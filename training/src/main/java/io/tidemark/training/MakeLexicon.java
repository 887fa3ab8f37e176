package io.tidemark.training;

import io.tidemark.classify.NameParts;
import io.tidemark.find.lexicon.LexiconFile;
import io.tidemark.find.lexicon.Token;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the lexicon of {@code find}: {@code MakeLexicon FILE}. Equal sources give equal bytes. */
public final class MakeLexicon {
  private static final int PAIRS = 400_000;
  private static final String MARKS = "，。、；：？！（）“”‘’《》【】—…·@#/-~|,.:;?!()\"'[] \n";

  private final Counts counts;
  private final Set<String> surnames;
  private final Shapes shapes;
  private final List<String> entries = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();

  private MakeLexicon() {
    surnames = new TreeSet<>(NameParts.knownSurnames());
    shapes = new Shapes(surnames);
    surnames.addAll(Known.surnames());
    counts = new Counts(shapes);
  }

  /** Writes the lexicon to the file that is named. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("用法 usage: MakeLexicon FILE");
      System.exit(2);
    }
    LexiconFile file = new MakeLexicon().make();
    try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
      file.write(out);
    }
    System.out.printf(
        "%d entries, %d bytes%n", file.entries().size(), Files.size(Path.of(args[0])));
  }

  private LexiconFile make() {
    counts.read();
    number();
    double[] chance = chances(counts.words);
    Followers followers = new Followers(chance);
    Sources.corePairs((word, follower, count) -> pair(followers, chance, word, follower, count));
    Followers.Kept kept = followers.kept(PAIRS);
    NameCounts parts = new NameCounts(shapes);
    counts.names.forEach(parts::add);
    return new LexiconFile(
        entries,
        costs(chance, true),
        costs(chances(counts.names), false),
        costs(chances(counts.places), false),
        new Neighbours().contexts(entries, kept.otherwise()),
        kept.followers(),
        kept.gains(),
        parts.parts(surnames, counts.foreign),
        Sources.simplified());
  }

  private void number() {
    Set<String> all = new TreeSet<>();
    all.addAll(counts.words.keySet());
    all.addAll(counts.names.keySet());
    all.addAll(counts.places.keySet());
    MARKS.chars().forEach(c -> all.add(String.valueOf((char) c)));
    for (Token token : Token.values()) {
      entries.add(token.entry());
    }
    entries.addAll(all);
    for (int i = 0; i < entries.size(); i++) {
      ids.put(entries.get(i), i);
    }
  }

  private void pair(Followers followers, double[] chance, String word, String follower, int count) {
    int a = word.endsWith("Begin") ? Token.EDGE.ordinal() : id(word);
    int b = id(follower);
    if (a >= 0 && b >= 0 && chance[b] > 0 && (chance[a] > 0 || a == Token.EDGE.ordinal())) {
      followers.add(a, b, count);
    }
  }

  private int id(String word) {
    return ids.getOrDefault(word, -1);
  }

  private double[] chances(Map<String, Long> seen) {
    double all = seen.values().stream().mapToLong(Long::longValue).sum();
    double[] chances = new double[entries.size()];
    seen.forEach((word, count) -> chances[id(word)] = count / all);
    return chances;
  }

  /** Tokens and marks cost nothing: nothing else can stand where they do. */
  private byte[] costs(double[] chances, boolean words) {
    byte[] costs = new byte[chances.length];
    for (int i = 0; i < costs.length; i++) {
      boolean free = words && (i < Token.values().length || MARKS.contains(entries.get(i)));
      costs[i] = free ? 0 : Costs.of(chances[i]);
    }
    return costs;
  }
}
