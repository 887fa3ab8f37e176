package io.tidemark.formats.condition;

import io.tidemark.terms.Words;

/** A condition that cannot be read. Says where and what was expected, never what stood there. */
public final class BadCondition extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final transient Words expected;

  BadCondition(int position, Words expected) {
    super(sentence(position, expected).en());
    this.position = position;
    this.expected = expected;
  }

  /** Where reading stopped, in characters (Unicode code points) from 1. */
  public int position() {
    return position;
  }

  /** What was expected there. */
  public Words expected() {
    return expected;
  }

  /** The whole sentence for the person who wrote the condition. */
  public Words words() {
    return sentence(position, expected);
  }

  private static Words sentence(int position, Words expected) {
    return new Words(
        "条件第 " + position + " 个字符处：应为" + expected.zh(),
        "condition, at character " + position + ": expected " + expected.en());
  }
}
