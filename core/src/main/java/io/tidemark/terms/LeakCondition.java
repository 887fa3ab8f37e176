package io.tidemark.terms;

import java.util.Locale;
import java.util.Optional;

/** In which condition a leaked copy is found. */
public enum LeakCondition {
  /** As it was given. */
  AS_RELEASED("原样", "as released"),
  /** NFKC, spaces and punctuation gone. */
  CLEANED("清洗后", "cleaned"),
  /** Cleaned, and a fifth of the addresses and models rewritten in one habit. */
  RETYPED("重新录入", "retyped"),
  /** Every address and model brought to one form by a program. */
  STANDARDISED("统一写法", "standardised");

  private final String zh;
  private final String en;

  LeakCondition(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in settings files and JSON: lower case, words joined by a low line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The condition with that {@link #id}. */
  public static Optional<LeakCondition> named(String id) {
    for (LeakCondition condition : values()) {
      if (condition.id().equals(id)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  /** The name for people. */
  public Words words() {
    return new Words(zh, en);
  }
}
