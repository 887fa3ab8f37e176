package io.tidemark.formats.pdf;

/**
 * A group of letters that was read: what stands around it, and whether it stands higher than the
 * beginning of its line. Does not print its text.
 *
 * @param context the letters around it and itself, without spaces
 * @param raised higher, or lower
 */
public record Group(String context, boolean raised) {
  @Override
  public String toString() {
    return "Group[" + context.length() + " letters, " + raised + "]";
  }
}
