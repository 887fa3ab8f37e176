package io.tidemark.formats.condition;

import io.tidemark.terms.Language;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.select.Condition;

/**
 * Reads and writes conditions. The grammar: package-info of {@code vault.select}. Thread-safe.
 *
 * <p>What {@link #print} writes, {@link #parse} reads as an equal condition.
 */
public final class Conditions {
  /** The longest text that is read, in UTF-16 units. */
  public static final int LONGEST = 20_000;

  private Conditions() {}

  /** As {@link #parse(String, Canonical)} with {@link Canonical#FOLDED}. */
  public static Condition parse(String text) throws BadCondition {
    return parse(text, Canonical.FOLDED);
  }

  /**
   * The condition that {@code text} states.
   *
   * @param canonical how values are spelled in custody
   * @throws BadCondition when it states none: with the position and what was expected there
   */
  public static Condition parse(String text, Canonical canonical) throws BadCondition {
    if (text.length() > LONGEST) {
      throw new Cursor(text)
          .expectedAt(
              LONGEST,
              "不超过 20000 个字符的条件；对象多时请用对象文件",
              "at most 20,000 characters; for many subjects use a subjects file");
    }
    return new ConditionParser(text, canonical).whole();
  }

  /** The condition as its writer could have written it; hidden, for it holds values. */
  public static PersonalText print(Condition condition, Language language) {
    return PersonalText.of(new ConditionPrinter(language).whole(condition));
  }
}
