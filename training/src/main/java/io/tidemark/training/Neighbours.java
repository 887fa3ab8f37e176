package io.tidemark.training;

import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import io.tidemark.find.lexicon.LexiconFile;
import io.tidemark.find.lexicon.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Beside which entries names and places stand more often than by chance: HanLP's counts of pairs
 * with a person or a place, drawn towards what ansj's model says of the entry, or towards chance.
 */
final class Neighbours {
  private static final String PERSON = "未##人";
  private static final String SITE = "未##地";

  /** What other dictionaries say is believed as if it had been expected so often. */
  private static final double BELIEF = 2;

  private final Map<String, Double> before = Sources.besideNames('K');
  private final Map<String, Double> behind = Sources.besideNames('L');

  /** The gains of each entry. */
  LexiconFile.Contexts contexts(List<String> entries, byte[] otherwise) {
    byte[][] gains = {
      before(entries, PERSON, before),
      behind(entries, PERSON, behind),
      before(entries, SITE, Map.of()),
      behind(entries, SITE, Map.of())
    };
    return new LexiconFile.Contexts(gains[0], gains[1], gains[2], gains[3], otherwise);
  }

  private static byte[] before(List<String> entries, String kind, Map<String, Double> belief) {
    return gains(hanlp(entries, "始##始"), word -> pairs(word, kind), word -> belief(word, belief));
  }

  private static byte[] behind(List<String> entries, String kind, Map<String, Double> belief) {
    return gains(hanlp(entries, "末##末"), word -> pairs(kind, word), word -> belief(word, belief));
  }

  private static byte[] gains(
      List<String> words, ToDoubleFunction<String> seen, ToDoubleFunction<String> belief) {
    double pairs = words.stream().mapToDouble(seen).sum();
    double all = words.stream().mapToDouble(Neighbours::frequency).sum();
    byte[] gains = new byte[words.size()];
    for (int i = 0; i < gains.length; i++) {
      String word = words.get(i);
      double believed = BELIEF * Math.exp(belief.applyAsDouble(word));
      double expected = frequency(word) * pairs / all + BELIEF;
      gains[i] = Costs.gain((seen.applyAsDouble(word) + believed) / expected);
    }
    return gains;
  }

  private static double belief(String word, Map<String, Double> belief) {
    String ansj = word.equals("始##始") ? "BEGIN" : word.equals("末##末") ? "END" : word;
    return belief.getOrDefault(ansj, 0.0);
  }

  private static double pairs(String word, String follower) {
    return CoreBiGramTableDictionary.getBiFrequency(word, follower);
  }

  private static double frequency(String word) {
    CoreDictionary.Attribute known = CoreDictionary.get(word);
    return known == null ? 0 : known.totalFrequency;
  }

  /** What HanLP calls the entries. */
  private static List<String> hanlp(List<String> entries, String edge) {
    List<String> words = new ArrayList<>(entries);
    words.set(Token.EDGE.ordinal(), edge);
    words.set(Token.NUMBER.ordinal(), "未##数");
    words.set(Token.LETTERS.ordinal(), "未##串");
    return words;
  }
}
