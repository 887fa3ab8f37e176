package io.tidemark.calls.line;

import io.tidemark.terms.Words;
import java.util.Locale;

/** Who rings at a number of the pool, as far as anybody can know. */
public enum Heard {
  /** The party that the number was given to, by one of its registered calling numbers. */
  HOLDER("号码所归的一方", "the holder"),
  /** The person behind the number, who calls back. */
  PERSON("本人回拨", "the person, calling back"),
  /** Somebody else: a sighting, which counts against the party that was given the number last. */
  OTHER("其他人", "somebody else"),
  /** Anybody, at a number that nobody holds or held lately. */
  BACKGROUND("背景", "background");

  private final String zh;
  private final String en;

  Heard(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name for programs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public Words words() {
    return new Words(zh, en);
  }
}
