package io.tidemark.terms;

import java.util.Locale;
import java.util.Optional;

/**
 * How grave a disclosure of a field would be; the order is the order of gravity (金规〔2024〕24号: 其他一般,
 * 敏感, 重要, 核心).
 */
public enum Grade {
  GENERAL,
  SENSITIVE,
  SENSITIVE_HIGH,
  IMPORTANT,
  CORE;

  /** The name in settings files: lower case, words joined by a hyphen. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The grade with that {@link #id}. */
  public static Optional<Grade> named(String id) {
    for (Grade grade : values()) {
      if (grade.id().equals(id)) {
        return Optional.of(grade);
      }
    }
    return Optional.empty();
  }

  /** The graver of the two. */
  public Grade or(Grade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
