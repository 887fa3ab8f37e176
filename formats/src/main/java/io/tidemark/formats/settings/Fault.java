package io.tidemark.formats.settings;

import io.tidemark.terms.Language;
import io.tidemark.terms.Words;

/**
 * One mistake in a settings file.
 *
 * @param line from 1
 * @param column in characters, from 1
 * @param name the key or the name that is wrong, as it stands in the file; empty for broken YAML
 * @param words what is wrong, and what was expected
 */
public record Fault(int line, int column, String name, Words words) {
  /** One line for a person. */
  public String in(Language language) {
    String place =
        language == Language.ZH
            ? "第 " + line + " 行第 " + column + " 列"
            : "line " + line + ", column " + column;
    String colon = language == Language.ZH ? "：" : ": ";
    return place + colon + (name.isEmpty() ? "" : name + colon) + words.in(language);
  }
}
