package io.tidemark.media.mark;

import java.util.function.Function;

/** What a picture says. */
public sealed interface MarkReading {
  /** The answer for whichever it is. */
  <T> T either(Function<Mark, T> mark, Function<NoMark, T> none);

  /** How many times check bits were asked: each would have let chance pass once in 2^40. */
  int tries();

  /**
   * A mark of ours.
   *
   * @param payload its 64 bits
   * @param key which of the keys it is under, from 0
   * @param scale pixels of the picture that was read for one of the mark's usual size
   * @param degrees by which the mark is turned, clockwise
   * @param mirrored whether it is mirrored
   * @param tries how many times check bits were asked
   */
  record Mark(long payload, int key, double scale, double degrees, boolean mirrored, int tries)
      implements MarkReading {
    @Override
    public <T> T either(Function<Mark, T> mark, Function<NoMark, T> none) {
      return mark.apply(this);
    }
  }

  /** None that can be read. */
  record NoMark(int tries) implements MarkReading {
    @Override
    public <T> T either(Function<Mark, T> mark, Function<NoMark, T> none) {
      return none.apply(this);
    }
  }
}
