package io.tidemark.terms;

import com.google.errorprone.annotations.Immutable;
import java.util.Objects;

/**
 * Text that says something about a person. Its {@link #toString} hides it, so that a log line, an
 * exception message or a record's generated text can never show it; reading it needs a {@link
 * Reveal}, so that one search for {@code reveal(} finds every reader. The shape is Tink's {@code
 * SecretBytes}.
 *
 * <p>Immutable and thread-safe. Equality compares the hidden text.
 */
@Immutable
public final class PersonalText {
  private static final PersonalText EMPTY = new PersonalText("");

  private final String text;

  private PersonalText(String text) {
    this.text = text;
  }

  /** Hides {@code text}. */
  public static PersonalText of(String text) {
    return text.isEmpty() ? EMPTY : new PersonalText(Objects.requireNonNull(text));
  }

  /**
   * The hidden text. {@code why} is not checked: it stands at each reader to say what the reading
   * is for.
   */
  public String reveal(Reveal why) {
    Objects.requireNonNull(why);
    return text;
  }

  /** True when there is no text at all. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonalText that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Never the text: its length only. */
  @Override
  public String toString() {
    return "PersonalText[" + text.length() + " characters]";
  }
}
