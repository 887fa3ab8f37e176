package io.tidemark.formats.condition;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import io.tidemark.vault.select.Condition;
import io.tidemark.vault.select.Condition.All;
import io.tidemark.vault.select.Condition.AmountsWithin;
import io.tidemark.vault.select.Condition.Any;
import io.tidemark.vault.select.Condition.Begins;
import io.tidemark.vault.select.Condition.DatesWithin;
import io.tidemark.vault.select.Condition.Not;
import io.tidemark.vault.select.Condition.OneOf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a condition in the grammar, with no more brackets and quotes than it needs. */
final class ConditionPrinter {
  private static final Words AND = new Words(" 且 ", " and ");
  private static final Words OR = new Words(" 或 ", " or ");
  private static final Words NOT = new Words("非 ", "not ");
  private static final Words IN = new Words(" 属于 ", " in ");
  private static final Words BEGINS = new Words(" 开头 ", " begins ");

  private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{Nd}.-]+");

  private final Language language;

  ConditionPrinter(Language language) {
    this.language = language;
  }

  String whole(Condition condition) {
    if (condition instanceof OneOf one) {
      return one.values().size() == 1
          ? column(one.field()) + " = " + value(one.values().get(0))
          : column(one.field()) + IN.in(language) + "(" + values(one.values()) + ")";
    }
    if (condition instanceof Begins begins) {
      return column(begins.field()) + BEGINS.in(language) + value(begins.prefix());
    }
    if (condition instanceof DatesWithin dates) {
      return column(dates.field()) + " " + end(dates.from()) + ".." + end(dates.to());
    }
    if (condition instanceof AmountsWithin amounts) {
      return column(amounts.field())
          + " "
          + end(amounts.from().map(BigDecimal::toPlainString))
          + ".."
          + end(amounts.to().map(BigDecimal::toPlainString));
    }
    if (condition instanceof All all) {
      return joined(all.conditions(), AND);
    }
    if (condition instanceof Any any) {
      return joined(any.conditions(), OR);
    }
    return negated(((Not) condition).condition());
  }

  private String negated(Condition condition) {
    if (condition instanceof OneOf one && one.values().size() == 1) {
      return column(one.field()) + " != " + value(one.values().get(0));
    }
    return NOT.in(language) + bracketed(condition);
  }

  private String joined(List<Condition> conditions, Words by) {
    return conditions.stream()
        .map(part -> by.equals(OR) && part instanceof All ? whole(part) : bracketed(part))
        .collect(Collectors.joining(by.in(language)));
  }

  private String bracketed(Condition part) {
    boolean compound = part instanceof All || part instanceof Any;
    return compound ? "(" + whole(part) + ")" : whole(part);
  }

  private String column(FieldClass field) {
    return language == Language.ZH ? field.zh() : field.en();
  }

  private static String values(List<PersonalText> values) {
    return values.stream().map(ConditionPrinter::value).collect(Collectors.joining(", "));
  }

  private static String value(PersonalText hidden) {
    String text = hidden.reveal(Reveal.SELECT);
    return BARE.matcher(text).matches() ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String end(Optional<?> end) {
    return end.map(Object::toString).orElse("");
  }
}
