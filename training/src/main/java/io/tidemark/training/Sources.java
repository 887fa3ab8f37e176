package io.tidemark.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The dictionaries that the lexicon is made from, as they lie on the class path. */
final class Sources {
  private Sources() {}

  /** A dictionary of words, each with how often it was seen and which part of speech it is. */
  record Entry(String word, long count, String part) {}

  /** The core words of mynlp: {@code word count}. */
  static Map<String, Long> coreWords() {
    Map<String, Long> counts = new LinkedHashMap<>();
    lines(
        "core-dict/CoreDict.txt",
        line -> {
          int gap = line.lastIndexOf(' ');
          if (gap > 0) {
            counts.put(line.substring(0, gap), Long.parseLong(line.substring(gap + 1)));
          }
        });
    return counts;
  }

  /** Tells of each pair in mynlp's {@code word \n \t count follower follower …}. */
  static void corePairs(Pairs pairs) {
    String[] head = {""};
    lines(
        "core-dict/CoreDict.bigram.txt",
        line -> {
          if (!line.startsWith("\t")) {
            head[0] = line;
            return;
          }
          String[] fields = line.substring(1).split(" ");
          int count = Integer.parseInt(fields[0]);
          for (int i = 1; i < fields.length; i++) {
            pairs.add(head[0], fields[i], count);
          }
        });
  }

  /**
   * How much likelier, in nats, ansj's model takes a word for what stands before a name ({@code K})
   * or behind one ({@code L}).
   */
  static Map<String, Double> besideNames(char role) {
    Map<String, Double> gains = new LinkedHashMap<>();
    lines(
        "person/person.txt",
        line -> {
          String[] fields = line.split("\t");
          if (fields.length == 3 && fields[0].equals(String.valueOf(role))) {
            gains.put(fields[1], Double.parseDouble(fields[2]));
          }
        });
    return gains;
  }

  /** The words of jieba: {@code word count part}. */
  static void jieba(Consumer<Entry> entries) {
    lines("dict.txt", line -> entry(line.split(" "), entries));
  }

  /** Continents, countries, provinces, cities and districts of jcseg: {@code name/ns/pinyin/…}. */
  static Set<String> jcsegPlaces() {
    Set<String> names = new TreeSet<>();
    for (String file : List.of("place", "nation", "tourist")) {
      lines(
          "lexicon/lex-" + file + ".lex",
          line -> {
            String[] fields = line.split("/");
            if (fields.length > 2 && fields[1].equals("ns")) {
              names.add(fields[0]);
            }
          });
    }
    return names;
  }

  /** What ansj takes for the name of a place and for nothing else. */
  static Set<String> ansjPlaces() {
    Set<String> names = new TreeSet<>();
    lines(
        "core.dic",
        line -> {
          String[] fields = line.split("\t");
          if (fields.length == 6 && fields[5].matches("\\{nsf?=\\d+}")) {
            names.add(fields[1]);
          }
        });
    return names;
  }

  /** One of mynlp's further dictionaries: {@code word part count}. */
  static void further(String name, Consumer<Entry> entries) {
    lines(
        "custom-dict/" + name + ".txt",
        line -> {
          String[] fields = line.split("[ \t]+");
          if (fields.length >= 3 && fields[2].matches("\\d+")) {
            entries.accept(new Entry(fields[0], Long.parseLong(fields[2]), fields[1]));
          } else {
            entries.accept(new Entry(fields[0], 1, ""));
          }
        });
  }

  /** HanLP's pairs of a traditional character and a simplified one. */
  static String simplified() {
    StringBuilder pairs = new StringBuilder();
    lines(
        "data/dictionary/tc/t2s.txt",
        line -> {
          if (line.length() == 3 && line.charAt(1) == '=') {
            pairs.append(line.charAt(0)).append(line.charAt(2));
          }
        });
    return pairs.toString();
  }

  private static void entry(String[] fields, Consumer<Entry> entries) {
    if (fields.length == 3) {
      entries.accept(new Entry(fields[0], Long.parseLong(fields[1]), fields[2]));
    }
  }

  /** Is told of two words that follow each other and how often they do. */
  interface Pairs {
    void add(String word, String follower, int count);
  }

  private static void lines(String resource, Consumer<String> reader) {
    try (InputStream in = Sources.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing dictionary " + resource);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
