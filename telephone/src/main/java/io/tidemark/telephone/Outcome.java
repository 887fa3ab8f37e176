package io.tidemark.telephone;

import java.util.Locale;

/** What became of a call that came in, as soon as that was decided. */
public enum Outcome {
  /** It went on to the person, by a call of our own or by the operator. */
  FORWARDED,
  /** The caller hears why it goes nowhere. */
  ANNOUNCED,
  /** It was turned away. */
  REJECTED,
  /** The number is none of the pool's. */
  UNKNOWN,
  /** The caller hung up before it was decided. */
  CANCELLED,
  /** It was not read or not understood: no call of a telephone. */
  NOT_UNDERSTOOD,
  /** Too many at once. */
  OVERLOADED,
  /** Nothing could be recorded, or no route is named for its line. */
  FAILED;

  /** As metrics name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
