package io.tidemark.authorise;

import io.tidemark.terms.Grade;
import java.util.Locale;
import java.util.Optional;

/**
 * The level that a published scale gives to a kind of information, and how well that is known.
 *
 * @param scale which scale
 * @param level one of its levels, or two joined by a hyphen where the document leaves a range
 * @param label how well it is known
 */
public record Level(Scale scale, String level, Label label) {
  /** Refuses a level that the scale does not have. */
  public Level {
    if (!scale.has(level)) {
      throw new IllegalArgumentException(scale.title() + " has no level " + level);
    }
  }

  /** Reads {@code LEVEL LABEL}, such as {@code C2 recalled} or {@code 2-3 told}. */
  public static Optional<Level> parse(Scale scale, String text) {
    int space = text.lastIndexOf(' ');
    if (space < 1) {
      return Optional.empty();
    }
    String level = text.substring(0, space).strip().replace('–', '-').toUpperCase(Locale.ROOT);
    return Label.named(text.substring(space + 1))
        .filter(label -> scale.has(level))
        .map(label -> new Level(scale, level, label));
  }

  /** The least grade that a policy may give beside this level: only the regulator's binds it. */
  public Grade leastGrade() {
    if (scale != Scale.RULE_24) {
      return Grade.GENERAL;
    }
    return switch (scale.levels().indexOf(level.substring(0, end()))) {
      case 0 -> Grade.GENERAL;
      case 1 -> Grade.SENSITIVE;
      case 2 -> Grade.IMPORTANT;
      default -> Grade.CORE;
    };
  }

  private int end() {
    return level.indexOf('-') < 0 ? level.length() : level.indexOf('-');
  }
}
