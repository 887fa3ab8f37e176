package io.tidemark.formats.pdf;

/**
 * A group of letters that was read: what stands around it, and whether it stands higher than the
 * beginning of its line. Does not print its text.
 *
 * @param context what it is known by: the letters around it and itself, without spaces; or, behind
 *     {@link #PLACE}, where it stands on its page
 * @param raised higher, or lower
 */
public record Group(String context, boolean raised) {
  /** How the context of a group begins that is known by its place; no text has it. */
  static final String PLACE = "\u0000";

  /** Whether it is known by its place, not by its text. */
  boolean byPlace() {
    return context.startsWith(PLACE);
  }

  @Override
  public String toString() {
    return "Group[" + context.length() + " characters, " + raised + "]";
  }
}
