package io.tidemark.bench.scan;

import io.tidemark.find.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts that others marked: CLUENER2020 (news) and the Weibo corpus of Peng and Dredze (2015), from
 * a folder that the environment names. They are measured with and never shipped.
 *
 * @param folder has {@code cluener-train.json} and {@code weiboNER_2nd_conll.*}
 */
record EvalTexts(Path folder) {
  private static final String SETTING = "TIDEMARK_EVAL";

  /** Those of the folder that {@code TIDEMARK_EVAL} names; nothing where it names none. */
  static Optional<EvalTexts> there() {
    return Optional.ofNullable(System.getenv(SETTING))
        .map(Path::of)
        .filter(Files::isDirectory)
        .map(EvalTexts::new);
  }

  /** CLUENER's sentences with what has this label. */
  List<Marked> news(String label) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    List<Marked> texts = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("cluener-train.json"))) {
      JsonNode sentence = json.readTree(line);
      List<Span> spans = new ArrayList<>();
      for (JsonNode places : sentence.get("label").path(label)) {
        for (JsonNode place : places) {
          spans.add(new Span(place.get(0).asInt(), place.get(1).asInt() + 1));
        }
      }
      texts.add(new Marked(sentence.get("text").asString(), spans));
    }
    return texts;
  }

  /** Weibo's posts with the persons that they name. */
  List<Marked> microblogs() throws IOException {
    List<Marked> texts = new ArrayList<>();
    for (String part : List.of("train", "dev")) {
      StringBuilder text = new StringBuilder();
      List<Span> spans = new ArrayList<>();
      int open = -1;
      for (String line : Files.readAllLines(folder.resolve("weiboNER_2nd_conll." + part))) {
        String tag = line.isBlank() ? "O" : line.substring(line.indexOf('\t') + 1);
        if (open >= 0 && !tag.equals("I-PER.NAM")) {
          spans.add(new Span(open, text.length()));
          open = -1;
        }
        if (line.isBlank()) {
          texts.add(new Marked(text.toString(), List.copyOf(spans)));
          text.setLength(0);
          spans.clear();
          continue;
        }
        open = tag.equals("B-PER.NAM") ? text.length() : open;
        text.append(character(line));
      }
      if (open >= 0) {
        spans.add(new Span(open, text.length()));
      }
      if (!text.isEmpty()) {
        texts.add(new Marked(text.toString(), List.copyOf(spans)));
      }
    }
    return texts;
  }

  /** A line has the character, the number of its place within its word, a tab and the tag. */
  private static String character(String line) {
    int tab = line.indexOf('\t');
    int end = tab;
    while (end > 1 && Character.isDigit(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, Math.max(1, end));
  }
}
