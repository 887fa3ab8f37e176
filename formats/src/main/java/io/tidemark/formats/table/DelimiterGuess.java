package io.tidemark.formats.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which delimiter a text uses, told from its first lines: the one under which most headings are
 * known, then the one under which most lines have the same number of cells. None when no line is a
 * heading and the lines do not agree: then it is loose text.
 */
final class DelimiterGuess {
  private static final double AGREEMENT = 0.8;
  private static final int HEADING_WITHIN = 7;
  private static final Pattern LABEL = Pattern.compile("\\s*([^:：]{1,12})[:：].*");

  private final Headings headings;

  DelimiterGuess(Headings headings) {
    this.headings = headings;
  }

  Optional<Delimiter> of(List<String> lines) {
    return Stream.of(',', '\t', ';', '|', '，')
        .map(character -> vote(character, lines))
        .max(
            Comparator.comparingInt(Vote::known)
                .thenComparingDouble(Vote::agreement)
                .thenComparingInt(Vote::cells))
        .filter(vote -> vote.known > 0 || (vote.regular() && !labelled(vote.character, lines)))
        .map(vote -> new Delimiter(vote.character, vote.cells));
  }

  private Vote vote(char character, List<String> lines) {
    Cells splitter = new Cells(character);
    Map<Integer, Integer> counts = new HashMap<>();
    int known = 0;
    int width = 0;
    int seen = 0;
    for (String line : lines) {
      List<String> cells = splitter.of(line).orElse(List.of());
      counts.merge(cells.size(), 1, Integer::sum);
      int here = seen++ < HEADING_WITHIN ? headings.known(cells) : 0;
      if (here > known) {
        known = here;
        width = cells.size();
      }
    }
    int usual = usual(counts);
    double agreement = (double) counts.getOrDefault(usual, 0) / Math.max(1, lines.size());
    return new Vote(character, known, known > 0 ? width : usual, agreement, lines.size());
  }

  private static int usual(Map<Integer, Integer> counts) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  /** Lines such as 手机：138…，姓名：李 are regular, yet no table. */
  private boolean labelled(char character, List<String> lines) {
    return new Cells(character)
        .of(lines.get(0)).orElse(List.of()).stream()
            .map(LABEL::matcher)
            .anyMatch(m -> m.matches() && headings.field(m.group(1)).isPresent());
  }

  private record Vote(char character, int known, int cells, double agreement, int lines) {
    /** A fullwidth comma is also punctuation, so it needs more lines to be a delimiter. */
    boolean regular() {
      int enough = character == '，' ? 3 : cells >= 3 ? 1 : 2;
      return cells > 1 && agreement >= AGREEMENT && lines >= enough;
    }
  }
}
