package io.tidemark.bench;

import io.tidemark.terms.Words;
import java.util.List;

/**
 * What a benchmark found.
 *
 * @param lines its table
 * @param remarks what a reader of the table has to know: sizes, losses, how memory was read
 * @param headline the one figure that matters most
 */
public record Report(List<Line> lines, List<Words> remarks, Words headline) {
  /** Whether every bar is met; a quick run forgives near misses. */
  public boolean passes(boolean quick) {
    return lines.stream().noneMatch(line -> line.outcome().fails(quick));
  }
}
