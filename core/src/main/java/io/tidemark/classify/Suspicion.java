package io.tidemark.classify;

import io.tidemark.terms.Words;

/**
 * Why a value cannot be right. It never loses the row: the value is kept and listed.
 *
 * @param code short stable name of the rule, such as {@code id-check-digit}
 * @param reason the reason for people, without the value
 */
public record Suspicion(String code, Words reason) {
  /** A number that a spreadsheet rounded to 15 digits and wrote as a power of ten. */
  static final Suspicion DIGITS_LOST =
      of(
          "digits-lost",
          "号码被表格软件写成科学计数法，末尾数字已丢失",
          "a spreadsheet wrote the number as a power of ten");

  static Suspicion of(String code, String zh, String en) {
    return new Suspicion(code, new Words(zh, en));
  }
}
