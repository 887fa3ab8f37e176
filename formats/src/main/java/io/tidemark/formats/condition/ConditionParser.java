package io.tidemark.formats.condition;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.select.Condition;
import io.tidemark.vault.select.Condition.All;
import io.tidemark.vault.select.Condition.Any;
import io.tidemark.vault.select.Condition.Begins;
import io.tidemark.vault.select.Condition.Not;
import io.tidemark.vault.select.Condition.OneOf;
import java.util.ArrayList;
import java.util.List;

/** Recursive descent over the grammar in {@code vault.select}: one method for each of its rules. */
final class ConditionParser {
  /** How deep brackets and negations may be nested. */
  private static final int DEEPEST = 32;

  /** The most values of one {@code in}. */
  private static final int MOST_VALUES = 1000;

  private final Cursor cursor;
  private final Values values;
  private int depth;

  ConditionParser(String text, Canonical canonical) {
    this.cursor = new Cursor(text);
    this.values = new Values(cursor, canonical);
  }

  Condition whole() throws BadCondition {
    Condition condition = condition();
    if (!cursor.atEnd()) {
      throw cursor.expected("“且”“或”或条件结束", "\"and\", \"or\" or the end of the condition");
    }
    return condition;
  }

  private Condition condition() throws BadCondition {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(conjunction());
    } while (cursor.take(Tokens.OR));
    return parts.size() == 1 ? parts.get(0) : new Any(parts);
  }

  private Condition conjunction() throws BadCondition {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(term());
    } while (cursor.take(Tokens.AND));
    return parts.size() == 1 ? parts.get(0) : new All(parts);
  }

  private Condition term() throws BadCondition {
    if (cursor.take(Tokens.NOT)) {
      deeper();
      Condition negated = new Not(term());
      depth--;
      return negated;
    }
    if (cursor.take(Tokens.OPEN)) {
      deeper();
      Condition inner = condition();
      closing();
      depth--;
      return inner;
    }
    return comparison();
  }

  private void deeper() throws BadCondition {
    if (++depth > DEEPEST) {
      throw cursor.expected("不超过 32 层的括号和“非”", "brackets and \"not\" nested at most 32 deep");
    }
  }

  private void closing() throws BadCondition {
    if (!cursor.take(Tokens.CLOSE)) {
      throw cursor.expected("“且”“或”或右括号", "\"and\", \"or\" or a closing bracket");
    }
  }

  private Condition comparison() throws BadCondition {
    FieldClass field =
        cursor
            .match(Columns.NAME)
            .flatMap(Columns::named)
            .orElseThrow(
                () ->
                    cursor.expected(
                        "列名（" + Columns.chineseNames() + "）、“非”或左括号",
                        "a column ("
                            + Columns.englishNames()
                            + "), \"not\" or an opening bracket"));
    if (cursor.take(Tokens.UNEQUAL)) {
      return new Not(new OneOf(field, List.of(values.value(field))));
    }
    if (cursor.take(Tokens.EQUAL)) {
      return new OneOf(field, List.of(values.value(field)));
    }
    if (cursor.take(Tokens.IN)) {
      return new OneOf(field, list(field));
    }
    if (cursor.take(Tokens.BEGINS)) {
      return new Begins(field, values.prefix(field));
    }
    return values.range(field);
  }

  private List<PersonalText> list(FieldClass field) throws BadCondition {
    if (!cursor.take(Tokens.OPEN)) {
      throw cursor.expected("左括号和用逗号分隔的值", "an opening bracket and values between commas");
    }
    List<PersonalText> list = new ArrayList<>();
    do {
      list.add(values.value(field));
      if (list.size() > MOST_VALUES) {
        throw cursor.expected("不超过 1000 个值；更多请用对象文件", "at most 1000 values; use a subjects file");
      }
    } while (cursor.take(Tokens.COMMA));
    if (!cursor.take(Tokens.CLOSE)) {
      throw cursor.expected("逗号或右括号", "a comma or a closing bracket");
    }
    return list;
  }
}
