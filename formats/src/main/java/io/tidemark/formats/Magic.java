package io.tidemark.formats;

/** By which bytes a format is known. */
public final class Magic {
  private Magic() {}

  /** Whether a file with this head begins with these bytes, 0 to 255 each. */
  public static boolean begins(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
