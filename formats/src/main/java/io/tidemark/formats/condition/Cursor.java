package io.tidemark.formats.condition;

import io.tidemark.terms.Words;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the text of a condition; moves forward over what it matches. */
final class Cursor {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u3000\\u00a0]+");

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
    skipSpace();
  }

  /** Moves over {@code token} and the space behind it, or stays. */
  Optional<String> match(Pattern token) {
    Optional<String> found = look(token);
    found.ifPresent(
        matched -> {
          at += matched.length();
          skipSpace();
        });
    return found;
  }

  /** Whether {@code token} stood here; it is then behind the cursor. */
  boolean take(Pattern token) {
    return match(token).isPresent();
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** A place to name later, when what follows turns out to be wrong. */
  int mark() {
    return at;
  }

  BadCondition expected(String zh, String en) {
    return expectedAt(at, zh, en);
  }

  BadCondition expectedAt(int mark, String zh, String en) {
    return new BadCondition(text.codePointCount(0, mark) + 1, new Words(zh, en));
  }

  private Optional<String> look(Pattern token) {
    Matcher matcher = token.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private void skipSpace() {
    look(SPACE).ifPresent(space -> at += space.length());
  }
}
