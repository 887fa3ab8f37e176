package io.tidemark.formats.calls;

import io.tidemark.formats.table.Headings;
import io.tidemark.terms.FieldClass;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a caller knew, as somebody wrote it down: {@code 车牌、到期日} or {@code plate; expiry}. */
final class Knowledge {
  private static final Pattern BETWEEN = Pattern.compile("[、，,;；/|\\s]+");
  private static final Set<String> NOTHING =
      Set.of("无", "没有", "不知道", "什么都不知道", "none", "nothing", "no", "否", "-");

  private Knowledge() {}

  /** The fields beside name and telephone number; nothing where nobody said whether any. */
  static Optional<Set<FieldClass>> of(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Set<FieldClass> known = EnumSet.noneOf(FieldClass.class);
    boolean understood = NOTHING.contains(text);
    for (String word : BETWEEN.split(text)) {
      Optional<FieldClass> field = field(word);
      understood |= field.isPresent();
      field.filter(one -> one != FieldClass.NAME && one != FieldClass.MOBILE).ifPresent(known::add);
    }
    return understood ? Optional.of(known) : Optional.empty();
  }

  private static Optional<FieldClass> field(String word) {
    return switch (word) {
      case "车牌", "plate" -> Optional.of(FieldClass.PLATE);
      case "车型", "什么车", "model", "car" -> Optional.of(FieldClass.MODEL);
      case "到期", "到期日", "到期时间", "到期日期", "保险到期", "expiry" -> Optional.of(FieldClass.EXPIRY);
      case "价格", "保费", "premium", "price" -> Optional.of(FieldClass.PREMIUM);
      case "身份证", "身份证号" -> Optional.of(FieldClass.IDENTITY_NUMBER);
      case "住址", "地址" -> Optional.of(FieldClass.ADDRESS);
      default -> Headings.usual().field(word);
    };
  }
}
