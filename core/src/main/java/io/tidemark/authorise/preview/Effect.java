package io.tidemark.authorise.preview;

import io.tidemark.terms.Words;
import java.util.Locale;

/**
 * One thing that would change.
 *
 * @param id the grant or request
 * @param to whose it is
 * @param purpose what for
 * @param kind what changes
 * @param words how, in one sentence
 */
public record Effect(String id, String to, String purpose, Kind kind, Words words) {
  /** What changes. */
  public enum Kind {
    /** Nothing can be released under it any more. */
    UNUSABLE,
    /** A field is not given any more. */
    LOSES_FIELD,
    /** A field is given in another form. */
    FORM,
    /** Fewer people in one list. */
    PEOPLE,
    /** It may not leave in one of the ways any more. */
    CHANNEL,
    /** Made anew, it would need other approvals. */
    APPROVERS;

    /** The name for programs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
