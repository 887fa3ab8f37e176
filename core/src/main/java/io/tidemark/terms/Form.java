package io.tidemark.terms;

import java.util.Locale;
import java.util.Optional;

/**
 * In which form a field leaves; ordered from the form that shows most to the one that shows
 * nothing.
 */
public enum Form {
  PLAIN,
  GENERALISED,
  MASKED,
  ALIAS,
  TOKEN,
  WITHHELD;

  /** The name in settings files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form with that {@link #id}. */
  public static Optional<Form> named(String id) {
    for (Form form : values()) {
      if (form.id().equals(id)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}
