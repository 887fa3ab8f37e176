package io.tidemark.fingerprint.spelling;

/**
 * The spellings that a leaked text can be: several when cleaning made them alike, none when it is
 * unread or outside the catalogue.
 *
 * @param mask bit s is set when spelling s looks like the leaked text
 */
public record Shown(int mask) {
  /** Nothing was read. */
  public static final Shown UNREAD = new Shown(0);

  /** Whether the text tells any spelling from any other of the {@code spellings}. */
  public boolean tells(int spellings) {
    return mask != 0 && mask != (1 << spellings) - 1;
  }

  /** Whether spelling {@code s} looks like the leaked text. */
  public boolean admits(int s) {
    return (mask & (1 << s)) != 0;
  }
}
