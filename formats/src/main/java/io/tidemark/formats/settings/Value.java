package io.tidemark.formats.settings;

import io.tidemark.formats.condition.Columns;
import io.tidemark.terms.FieldClass;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a settings file with its place. Each reader returns nothing after it has noted a
 * mistake, so that a file's mistakes are found together.
 *
 * @param key the key that it stands under; empty at the root
 */
record Value(Node node, String key, Faults faults) {
  private static final Pattern ID = Pattern.compile("[a-z0-9.-]{1,64}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DECIMAL =
      Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,12})?([eE][-+]?[0-9]{1,2})?");

  /** The line, from 1. */
  int line() {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /** Notes a mistake at this place. */
  void fault(String name, String zh, String en) {
    faults.add(node.getStartMark(), name, zh, en);
  }

  /** Whether keys with values stand here. */
  boolean mapping() {
    return node instanceof MappingNode;
  }

  /** Whether a list stands here. */
  boolean sequence() {
    return node instanceof SequenceNode;
  }

  /** The bare text, without noting a mistake when there is none. */
  Optional<String> scalar() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** Text that is not blank, whatever YAML takes it for (a plain 0001 is text here). */
  Optional<String> text() {
    if (node instanceof ScalarNode scalar
        && !Tag.NULL.equals(scalar.getTag())
        && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue());
    }
    fault(key, "这里应写文字", "text was expected here");
    return Optional.empty();
  }

  /** The name of a party, a person or a purpose. */
  Optional<String> id() {
    Optional<String> text = text();
    if (text.isPresent() && !ID.matcher(text.get()).matches()) {
      fault(
          text.get(),
          "编号由 1 至 64 个小写字母、数字、点和连字符组成",
          "an id has 1 to 64 lower-case letters, digits, dots and hyphens");
      return Optional.empty();
    }
    return text;
  }

  /** A whole number from {@code least} to 999,999,999. */
  Optional<Integer> number(int least) {
    Optional<Integer> number =
        plain().filter(text -> DIGITS.matcher(text).matches()).map(Integer::valueOf);
    if (number.isEmpty() || number.get() < least) {
      fault(
          key,
          "这里应写不小于 " + least + " 的整数",
          "a whole number of at least " + least + " was expected here");
      return Optional.empty();
    }
    return number;
  }

  /** A number with a point or an exponent; the caller judges it. */
  Optional<Double> decimal() {
    return plain().filter(text -> DECIMAL.matcher(text).matches()).map(Double::valueOf);
  }

  /** Yes or no, as YAML writes it. */
  Optional<Boolean> flag() {
    Optional<Boolean> flag =
        plain().filter(t -> t.equals("true") || t.equals("false")).map(Boolean::valueOf);
    if (flag.isEmpty()) {
      fault(key, "这里应写 true 或 false", "true or false was expected here");
    }
    return flag;
  }

  /** A day as ISO 8601 writes it. */
  Optional<LocalDate> date() {
    Optional<String> text = text();
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      fault(key, "这里应写日期，如 2027-12-31", "a date such as 2027-12-31 was expected here");
      return Optional.empty();
    }
  }

  /** One of a kind of named things; {@code zh} and {@code en} say which kind. */
  <T> Optional<T> named(Function<String, Optional<T>> names, String zh, String en) {
    Optional<String> text = text();
    Optional<T> found = text.flatMap(names);
    if (text.isPresent() && found.isEmpty()) {
      fault(text.get(), "没有这样的" + zh, "unknown " + en);
    }
    return found;
  }

  /** A column by its name. */
  Optional<FieldClass> column() {
    return named(
        Columns::named,
        "列；可用：" + Columns.chineseNames(),
        "column; there are: " + Columns.englishNames());
  }

  /** The items of a list; empty after a mistake. */
  List<Value> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new Value(item, key, faults)).toList();
    }
    fault(key, "这里应写列表", "a list was expected here");
    return List.of();
  }

  /** The items of a list that has at least one, none twice. */
  <T> Set<T> distinct(Function<Value, Optional<T>> reader) {
    Set<T> seen = new LinkedHashSet<>();
    List<Value> items = list();
    for (Value item : items) {
      reader
          .apply(item)
          .filter(value -> !seen.add(value))
          .ifPresent(twice -> item.fault(item.scalar().orElse(key), "列了两次", "is listed twice"));
    }
    if (node instanceof SequenceNode && items.isEmpty()) {
      fault(key, "列表不能为空", "the list is empty");
    }
    return seen;
  }

  /** The entries of a mapping whose keys are free; a repeated key is a mistake. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    if (!(node instanceof MappingNode mapping)) {
      fault(key, "这里应写“键: 值”", "keys with values were expected here");
      return entries;
    }
    Set<String> seen = new LinkedHashSet<>();
    mapping
        .getValue()
        .forEach(
            tuple -> {
              Value name = new Value(tuple.getKeyNode(), key, faults);
              Optional<String> text = name.text();
              if (text.isPresent() && !seen.add(text.get())) {
                name.fault(text.get(), "这个键写了两次", "this key stands here twice");
              } else if (text.isPresent()) {
                entries.add(new Entry(name, new Value(tuple.getValueNode(), text.get(), faults)));
              }
            });
    return entries;
  }

  /** A scalar without quotes. */
  private Optional<String> plain() {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** A key, as a value of its own, and what stands under it. */
  record Entry(Value name, Value value) {}
}
