package io.tidemark.bench;

import io.tidemark.terms.Words;

/** How a figure stands to its bar. */
public enum Outcome {
  /** At least as good as the bar. */
  MET("达到", "met"),
  /** Worse than the bar. */
  MISSED("未达到", "missed"),
  /** Worse than the bar by more than half. */
  FAR("远未达到", "missed by half"),
  /** An innocent was accused. */
  WRONG("误指无辜", "WRONG"),
  /** A figure without a bar. */
  NO_BAR("仅报告", "reported");

  private final Words words;

  Outcome(String zh, String en) {
    this.words = new Words(zh, en);
  }

  /** For people. */
  public Words words() {
    return words;
  }

  /** Whether it fails the benchmark: a quick run forgives a near miss. */
  boolean fails(boolean quick) {
    return this == WRONG || this == FAR || (this == MISSED && !quick);
  }
}
