package io.tidemark.find;

import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a finder finds, in one line each. */
public final class Found {
  private Found() {}

  /** In the order of the text: {@code mobile high 13812345678}. */
  public static List<String> in(String text) {
    return sorted(new TextFinder(), text).stream().map(Found::shown).toList();
  }

  /** The findings in the order of the text. */
  public static List<Finding> sorted(Finder finder, String text) {
    List<Finding> all = new ArrayList<>();
    finder.find(text, all::add);
    all.sort(Comparator.comparing(Finding::span).thenComparing(Finding::found));
    return all;
  }

  /** The values of findings, in their order. */
  public static List<String> values(List<Finding> found) {
    return found.stream().map(finding -> finding.value().reveal(Reveal.CLASSIFY)).toList();
  }

  /** Class, confidence and value. */
  static String shown(Finding finding) {
    return finding.found().id()
        + " "
        + finding.confidence().words().en()
        + " "
        + finding.value().reveal(Reveal.CLASSIFY);
  }
}
