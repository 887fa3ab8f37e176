package io.tidemark.authorise;

import io.tidemark.terms.Words;
import java.util.Locale;
import java.util.Optional;

/** How well a rule is known, from the firmest to the one that must be checked first. */
public enum Label {
  /** The text itself was read. */
  READ("条文已读", "the text itself was read"),
  /** A second source quotes it. */
  TOLD("他处转述", "a second source quotes it"),
  /** It follows from such a text. */
  DERIVED("由条文推导", "derived from such a text"),
  /** It must be checked before anything rests on it. */
  RECALLED("凭记忆，须先核对", "recalled: to be checked before anything rests on it");

  private final String zh;
  private final String en;

  Label(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in settings files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The label with that {@link #id}. */
  public static Optional<Label> named(String id) {
    for (Label label : values()) {
      if (label.id().equals(id)) {
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }

  /** What it says to people. */
  public Words words() {
    return new Words(zh, en);
  }

  /** The weaker of the two. */
  public Label or(Label other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
