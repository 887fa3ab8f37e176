package io.tidemark.calls.said;

import io.tidemark.terms.PersonalText;
import java.util.Optional;

/**
 * What the person who was called wrote down of the call.
 *
 * @param claimed who the caller said they were, where that is somebody known
 * @param text what was said; empty where nobody wrote it down
 */
public record Said(Optional<Claim> claimed, PersonalText text) {
  /** Nobody wrote anything down, as in call records. */
  public static final Said NOTHING = new Said(Optional.empty(), PersonalText.of(""));

  /** From two cells. */
  public static Said of(PersonalText claimed, PersonalText text) {
    if (claimed.isEmpty() && text.isEmpty()) {
      return NOTHING;
    }
    return new Said(Claims.usual().of(claimed), text);
  }
}
