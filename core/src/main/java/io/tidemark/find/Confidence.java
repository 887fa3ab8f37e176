package io.tidemark.find;

import io.tidemark.terms.Words;

/**
 * How sure a finding is, in the three steps of the large commercial scanner, which calls them 65,
 * 75 and 85: the shape alone, the shape with one ground (a check digit, a word or another finding
 * nearby), with two.
 */
public enum Confidence {
  /** The shape alone, or a shape whose check digit is wrong. */
  LOW(65, "低", "low"),
  /**
   * The shape and one ground more: a check digit, or a word or another finding nearby (the last by
   * {@link io.tidemark.find.people.Corroboration}, once everything of a message or row is found).
   */
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

  /** The next step; the highest stays. */
  public Confidence raised() {
    return this == LOW ? MEDIUM : HIGH;
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
