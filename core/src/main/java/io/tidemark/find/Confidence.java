package io.tidemark.find;

import io.tidemark.terms.Words;

/**
 * How sure a finding is, in the three steps of the large commercial scanner, which calls them 65,
 * 75 and 85: the shape alone, the shape with a check digit or a word nearby, both.
 */
public enum Confidence {
  /** The shape alone, or a shape whose check digit is wrong. */
  LOW(65, "低", "low"),
  /** The shape and one ground more: a check digit, or a word or another finding nearby. */
  MEDIUM(75, "中", "medium"),
  /** Two grounds beside the shape, or a shape that nothing else has. */
  HIGH(85, "高", "high");

  private final int percent;
  private final Words words;

  Confidence(int percent, String zh, String en) {
    this.percent = percent;
    this.words = new Words(zh, en);
  }

  /**
   * The confidence of a shape with so many grounds beside it: check digits, assigned ranges, words
   * nearby.
   */
  public static Confidence by(int grounds) {
    return grounds <= 0 ? LOW : grounds == 1 ? MEDIUM : HIGH;
  }

  /** The figure that the commercial scanner gives. */
  public int percent() {
    return percent;
  }

  /** Its name in both languages; the English one stands in JSON. */
  public Words words() {
    return words;
  }
}
