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
  /** A report whose headline is its first line. */
  public static Report headed(List<Line> lines, List<Words> remarks) throws NothingAsked {
    if (lines.isEmpty()) {
      throw new NothingAsked();
    }
    Line first = lines.get(0);
    Words headline =
        new Words(
            first.what().zh() + "：" + first.ours().zh(),
            first.what().en() + ": " + first.ours().en());
    return new Report(lines, remarks, headline);
  }

  /** Whether every bar is met; a quick run forgives near misses. */
  public boolean passes(boolean quick) {
    return lines.stream().noneMatch(line -> line.outcome().fails(quick));
  }
}
