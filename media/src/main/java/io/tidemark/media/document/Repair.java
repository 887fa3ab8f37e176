package io.tidemark.media.document;

import io.tidemark.terms.Words;

/**
 * One character that stands in a value otherwise than the recogniser thought likeliest.
 *
 * @param at its place in the value, from 0
 * @param read what was likeliest; empty where nothing was
 * @param taken what the value has
 * @param ground why
 */
public record Repair(int at, String read, String taken, Ground ground) {
  /** Why a character was repaired. */
  public enum Ground {
    /** Nothing else may stand there: no plate has an I or O, and provinces are a list. */
    ALPHABET("该位置不可能出现此字符", "no such number has that character there"),
    /** Only so the check digit holds. */
    CHECK_DIGIT("只有这样校验位才成立", "only so the check digit holds"),
    /** Another look at the same place was surer. */
    SECOND_LOOK("复读同一位置时更确定", "another look at the same place was surer");

    private final Words words;

    Ground(String zh, String en) {
      this.words = new Words(zh, en);
    }

    /** For people. */
    public Words words() {
      return words;
    }
  }

  /** Never the characters: they are part of a person's number. */
  @Override
  public String toString() {
    return "Repair[" + at + ", " + ground + "]";
  }
}
