package io.tidemark.disclose.alias;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of number an alias is, by its digits. */
public enum AliasKind {
  /** Eleven digits that begin with 13 to 19, segment 154 apart, which is not assigned. */
  MOBILE("1(?!54)[3-9][0-9]{9}", "手机号段", "mobile"),
  /** A privacy number: fifteen digits that begin with 700 (told, see docs/aliases.md). */
  PRIVACY("700[0-9]{12}", "700 隐私号", "privacy number"),
  /** A fixed line with its area code: 0, two or three digits, then seven or eight. */
  FIXED_LINE("0(10|2[0-9])[2-8][0-9]{7}|0[3-9][0-9]{2}[2-8][0-9]{6,7}", "固定电话", "fixed line");

  private final Pattern digits;
  private final String zh;
  private final String en;

  AliasKind(String digits, String zh, String en) {
    this.digits = Pattern.compile(digits);
    this.zh = zh;
    this.en = en;
  }

  /** The kind of a number in its canonical form, digits only; nothing for what is none of them. */
  public static Optional<AliasKind> of(PersonalText canonical) {
    String text = canonical.reveal(Reveal.CLASSIFY);
    for (AliasKind kind : values()) {
      if (kind.digits.matcher(text).matches()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The name for programs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name for people. */
  public Words words() {
    return new Words(zh, en);
  }
}
