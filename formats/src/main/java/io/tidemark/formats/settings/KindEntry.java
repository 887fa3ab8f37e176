package io.tidemark.formats.settings;

import io.tidemark.classify.OtherKind;
import io.tidemark.terms.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One kind of {@code kinds.yaml}. */
record KindEntry(String zh, String en, List<Value> headings, String source, OtherKind other) {
  private static final double USUAL_CEILING = 0.7;

  static KindEntry read(Value.Entry entry) {
    String zh = entry.name().text().orElse("");
    Section section =
        Section.of(entry.value(), "en", "headings", "pattern?", "check?", "confidence?", "source");
    String en = section.read("en", Value::text).orElse("");
    List<Value> headings = section.value("headings").map(Value::list).orElse(List.of());
    String source = section.read("source", Value::text).orElse("");
    Optional<Pattern> pattern = section.read("pattern", KindEntry::pattern);
    boolean luhn = section.read("check", KindEntry::luhn).isPresent();
    double ceiling = section.read("confidence", KindEntry::ceiling).orElse(USUAL_CEILING);
    Kind kind = Kind.other(zh, en);
    return new KindEntry(zh, en, headings, source, new OtherKind(kind, pattern, luhn, ceiling));
  }

  /** Writes this kind's names and headings into the map; one that means two kinds is a mistake. */
  void claim(Map<String, Kind> all) {
    Kind kind = Kind.other(zh, en);
    all.put(zh, kind);
    all.put(en, kind);
    for (Value heading : headings) {
      String text = heading.text().orElse("");
      Kind before = all.putIfAbsent(text, kind);
      if (before != null) {
        heading.fault(text, "这个表头写了两次", "this heading stands here twice");
      }
    }
  }

  private static Optional<Pattern> pattern(Value value) {
    try {
      return value.text().map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      value.fault(value.key(), "不是正则表达式", "no regular expression");
      return Optional.empty();
    }
  }

  private static Optional<Boolean> luhn(Value value) {
    return value.named(
        name -> name.equals("luhn") ? Optional.of(true) : Optional.empty(),
        "校验；可用：luhn",
        "check; there is: luhn");
  }

  private static Optional<Double> ceiling(Value value) {
    Optional<Double> ceiling = value.decimal().filter(c -> c <= 1);
    if (ceiling.isEmpty()) {
      value.fault(value.key(), "把握在 0 与 1 之间", "a confidence lies between 0 and 1");
    }
    return ceiling;
  }
}
