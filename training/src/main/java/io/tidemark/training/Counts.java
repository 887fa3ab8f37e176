package io.tidemark.training;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often each entry was seen as a word, as a person's name and as the name of a place. */
final class Counts {
  /** Longer entries are sayings and titles, which no decision about a name hangs on. */
  private static final int LONGEST_WORD = 5;

  private static final int LONGEST_NAME = 8;
  private static final int LONGEST_SITE = 4;
  private static final long DIVISION = 30;
  private static final long KNOWN = 1000;

  /** As often a name is taken to have been seen that a list of places has. */
  private static final long LISTED = 3;

  private static final long SHORT = 15;
  private static final long KNOWN_PLACE = 40;

  private static final String TITLES = "先生|女士|小姐|太太|老师|师傅|阿姨|医生|教授|老板|同学|某|某某|氏|家|总|哥|姐";

  final Map<String, Long> words = new TreeMap<>();
  final Map<String, Long> names = new TreeMap<>();
  final Map<String, Long> places = new TreeMap<>();

  /** Transliterated names, each once. */
  final Set<String> foreign = new HashSet<>();

  private final Shapes shapes;

  Counts(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Reads all dictionaries. */
  void read() {
    Map<String, Long> core = Sources.coreWords();
    Map<String, Sources.Entry> jieba = new TreeMap<>();
    Sources.jieba(entry -> jieba.put(entry.word(), entry));
    Sources.further("人名词典", this::person);
    jieba.values().forEach(entry -> listed(entry, core));
    Sources.further("现代汉语补充词库", entry -> supplement(entry, core));
    core.forEach((word, count) -> core(word, count, jieba.get(word)));
    Sources.further("全国地名大全", entry -> site(entry.word(), core));
    Sources.further("上海地名", entry -> site(entry.word(), core));
    Known.organisations().forEach(word -> sure(word, words));
    Known.countries().forEach(word -> sure(word, places));
    Gazetteers.world().forEach(place -> only(place, LISTED));
    Known.places().forEach(place -> places.merge(place, KNOWN_PLACE, Math::max));
    Gazetteers.listed().forEach(place -> places.merge(place, LISTED, Math::max));
    Gazetteers.shortNames().forEach(place -> places.merge(place, SHORT, Math::max));
    Gazetteers.divisions()
        .forEach(
            place -> {
              Sources.Entry other = jieba.get(place);
              if (other == null || other.part().startsWith("n")) {
                only(place, DIVISION);
              }
            });
  }

  /** What names a place, as often as it was seen, and nothing else. */
  private void only(String place, long least) {
    if (!places.containsKey(place)) {
      long seen = Math.max(words.getOrDefault(place, 0L), names.getOrDefault(place, 0L));
      words.remove(place);
      names.remove(place);
      foreign.remove(place);
      places.put(place, seen);
    }
    places.merge(place, least, Math::max);
  }

  /** A village or a street that only a gazetteer has. */
  private void site(String word, Map<String, Long> core) {
    if (hanzi(word)
        && word.length() > 1
        && word.length() <= LONGEST_SITE
        && !core.containsKey(word)
        && !words.containsKey(word)
        && !names.containsKey(word)) {
      places.merge(word, 1L, Math::max);
    }
  }

  /** What dictionaries take for a person and is none. */
  private void sure(String word, Map<String, Long> kind) {
    long count = names.getOrDefault(word, 0L) + places.getOrDefault(word, 0L);
    kind.merge(word, Math.max(KNOWN, count), Math::max);
    names.remove(word);
    foreign.remove(word);
  }

  private void person(Sources.Entry entry) {
    if (!named(entry.word()) || entry.word().matches(".*(" + TITLES + ")")) {
      return;
    }
    if (!entry.part().equals("nr")) {
      if (entry.part().equals("nrf") && shapes.transliterated(entry.word())) {
        foreign.add(entry.word());
      }
      names.merge(entry.word(), entry.count(), Long::sum);
    } else if (shapes.chinese(entry.word())) {
      names.merge(entry.word(), entry.count() + 1, Long::sum);
    }
  }

  private void supplement(Sources.Entry entry, Map<String, Long> core) {
    String word = entry.word();
    if (!hanzi(word) || core.containsKey(word)) {
      return;
    }
    switch (entry.part()) {
      case "nrf" -> {
        if (word.length() > 1 && shapes.transliterated(word)) {
          foreign.add(word);
          names.merge(word, 1L, Long::sum);
        }
      }
      case "nrj" -> names.merge(word, 1L, Long::sum);
      case "ns", "nsf" -> places.merge(word, 1L, Long::sum);
      case "nz" -> {
        if (shapes.site(word)) {
          places.merge(word, LISTED, Math::max);
        } else if (word.length() <= LONGEST_WORD && !beginsWithPlace(word)) {
          words.merge(word, 1L, Math::max);
        }
      }
      default -> {
        if (word.length() <= LONGEST_WORD
            && !entry.part().startsWith("nt")
            && !beginsWithPlace(word)) {
          words.merge(word, 1L, Math::max);
        }
      }
    }
  }

  /** 美国纽约 is two places and no word. */
  private boolean beginsWithPlace(String word) {
    return word.length() >= 4
        && (places.containsKey(word.substring(0, 2)) || places.containsKey(word.substring(0, 3)));
  }

  private void listed(Sources.Entry entry, Map<String, Long> core) {
    String word = entry.word();
    long count = entry.count();
    if (!hanzi(word) || word.length() < 2) {
      return;
    }
    if (entry.part().startsWith("nr")) {
      if (core.containsKey(word)) {
        return;
      }
      if (shapes.chinese(word)) {
        names.merge(word, count, Math::max);
      } else if (word.length() > 2 && shapes.transliterated(word)) {
        foreign.add(word);
        names.merge(word, Math.max(1, count / 10), Math::max);
      }
    } else if (entry.part().equals("ns") || entry.part().equals("nz") && shapes.site(word)) {
      places.merge(word, count, Math::max);
    } else if (word.length() <= LONGEST_WORD && !core.containsKey(word)) {
      words.merge(word, Math.max(1, count / 20), Math::max);
    }
  }

  /**
   * A core word is divided by what HanLP's corpus took it for. The core words are no names but
   * where HanLP or the dictionary of persons says so: a foreign word that only jieba takes for a
   * name is as likely a club.
   */
  private void core(String word, long count, Sources.@Nullable Entry listed) {
    if (!hanzi(word)) {
      return;
    }
    boolean site = listed != null && listed.part().equals("ns");
    CoreDictionary.Attribute known = CoreDictionary.get(word);
    double person = known == null ? 0 : share(known, "nr") / known.totalFrequency;
    double place = known == null ? 0 : share(known, "ns") / known.totalFrequency;
    if (known == null && names.containsKey(word)) {
      person = site ? 0 : 1;
    } else if (site) {
      place = Math.max(place, .8 * (1 - person));
    } else if (known == null
        && shapes.site(word)
        && (listed == null || listed.part().equals("nz"))) {
      place = 1 - person;
    }
    if (word.length() > 1) {
      put(names, word, person * count);
      put(places, word, Math.max(place * count, place > 0 ? 1 : 0));
    }
    double rest = word.length() == 1 ? 1 : 1 - person - place;
    if (rest > .01 && word.length() <= LONGEST_WORD) {
      words.merge(word, Math.max(1, Math.round(rest * count)), Math::max);
    } else {
      words.remove(word);
    }
  }

  private static void put(Map<String, Long> counts, String word, double count) {
    if (count >= .5) {
      counts.put(word, Math.round(count));
    } else {
      counts.remove(word);
    }
  }

  private static double share(CoreDictionary.Attribute known, String nature) {
    double share = 0;
    for (int i = 0; i < known.nature.length; i++) {
      Nature each = known.nature[i];
      if (each.startsWith(nature)) {
        share += known.frequency[i];
      }
    }
    return share;
  }

  private static boolean named(String word) {
    return word.length() > 1 && word.length() <= LONGEST_NAME && hanzi(word);
  }

  static boolean hanzi(String word) {
    return !word.isEmpty()
        && word.chars().allMatch(c -> c >= '\u4e00' && c <= '\u9fa5' || c == '·');
  }
}
