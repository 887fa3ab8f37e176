package io.tidemark.telephone;

import java.util.Locale;

/** Why something was dropped before it was read. */
public enum Dropped {
  /** It came from an address that is not of the trunk. */
  STRANGER,
  /** Its sender sent too much. */
  TOO_FAST,
  /** It was larger than any message of a call. */
  TOO_LARGE;

  /** As metrics name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
