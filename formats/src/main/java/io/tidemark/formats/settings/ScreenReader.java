package io.tidemark.formats.settings;

import io.tidemark.authorise.ScreenTerms;

/** Reads what pages that show personal data carry. */
final class ScreenReader {
  private ScreenReader() {}

  static ScreenTerms read(Section file) {
    return file.value("screens").map(ScreenReader::read).orElse(ScreenTerms.USUAL);
  }

  private static ScreenTerms read(Value value) {
    Section section = Section.of(value, "mark", "line");
    return new ScreenTerms(
        section.read("mark", Value::flag).orElse(ScreenTerms.USUAL.mark()),
        section.read("line", Value::flag).orElse(ScreenTerms.USUAL.line()));
  }
}
