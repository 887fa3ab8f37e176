package io.tidemark.formats.settings;

import io.tidemark.authorise.Level;
import io.tidemark.authorise.Policy.FieldRule;
import io.tidemark.authorise.Scale;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the grades of a policy file: those of the fields, and of the kinds beyond them. */
final class GradeReader {
  private static final FieldRule UNKNOWN = new FieldRule(Grade.CORE, "");

  private GradeReader() {}

  /**
   * Every field has its grade. The agency's is younger than the first policies in force: where one
   * is silent, it counts as free text.
   */
  static Map<FieldClass, FieldRule> fields(Section file) {
    Map<FieldClass, FieldRule> fields = new EnumMap<>(FieldClass.class);
    Optional<Value> place = file.value("fields");
    for (Value.Entry entry : place.map(Value::entries).orElse(List.of())) {
      Optional<FieldClass> field = entry.name().column();
      FieldRule rule = rule(entry.value());
      boolean twice = field.isPresent() && fields.containsKey(field.get());
      if (twice) {
        entry.name().fault(field.get().zh(), "写了两次", "stands here twice");
      }
      field.ifPresent(known -> fields.put(known, rule));
    }
    fields.putIfAbsent(FieldClass.AGENCY, fields.getOrDefault(FieldClass.REMARK, UNKNOWN));
    place.filter(Value::mapping).ifPresent(value -> demandAll(value, fields));
    return fields;
  }

  private static void demandAll(Value place, Map<FieldClass, FieldRule> fields) {
    for (FieldClass field : FieldClass.values()) {
      if (!fields.containsKey(field)) {
        place.fault(field.zh(), "这个字段没有定级", "this field has no grade");
      }
    }
  }

  /**
   * Grades of kinds that are not kept, by their Chinese names. Files that are older than these
   * kinds have none: {@link io.tidemark.authorise.Policy#rule} says what silence means.
   */
  static Map<String, FieldRule> kinds(Section file) {
    Map<String, FieldRule> kinds = new LinkedHashMap<>();
    for (Value.Entry entry : file.value("kinds").map(Value::entries).orElse(List.of())) {
      Optional<Kind> kind =
          entry
              .name()
              .named(Kinds.usual()::other, "类别；可用：" + names(), "kind; there are: " + names());
      FieldRule rule = rule(entry.value());
      kind.ifPresent(known -> kinds.put(known.zh(), rule));
    }
    return kinds;
  }

  private static String names() {
    return Kinds.usual().others().stream()
        .map(other -> other.kind().zh())
        .collect(Collectors.joining("、"));
  }

  /** A source in prose, levels of published scales, or both. */
  private static FieldRule rule(Value place) {
    Section section = Section.of(place, "grade", "source?", "scales?");
    Optional<Grade> grade = section.read("grade", PolicyReader::grade);
    Optional<String> source = section.read("source", Value::text);
    List<Level> levels = new ArrayList<>();
    for (Value.Entry entry : section.value("scales").map(Value::entries).orElse(List.of())) {
      entry
          .name()
          .named(Scale::named, "分级标准；可用：" + scales(), "scale; there are: " + scales())
          .flatMap(scale -> level(entry.value(), scale))
          .ifPresent(levels::add);
    }
    if (place.mapping() && section.value("source").isEmpty() && section.value("scales").isEmpty()) {
      place.fault(
          "source",
          "缺少来源：请写 source: \"出处 (read|told|recalled|derived)\"，或 scales: {JR/T 0171-2020: C2 told, …}",
          "no source: add source: \"where it comes from (read|told|recalled|derived)\", or scales:"
              + " {JR/T 0171-2020: C2 told, …}");
    }
    grade.ifPresent(given -> checkLeast(place, given, levels));
    return new FieldRule(grade.orElse(Grade.CORE), source.orElse(""), levels);
  }

  private static Optional<Level> level(Value value, Scale scale) {
    String some = String.join(", ", scale.levels());
    return value.named(
        text -> Level.parse(scale, text),
        "级别与标注，应写如 “"
            + scale.levels().get(1)
            + " told”；级别："
            + some
            + "；标注：read, told, derived, recalled",
        "level and label, expected as in `"
            + scale.levels().get(1)
            + " told`; levels: "
            + some
            + "; labels: read, told, derived, recalled");
  }

  private static void checkLeast(Value place, Grade given, List<Level> levels) {
    for (Level level : levels) {
      Grade least = level.leastGrade();
      if (given.compareTo(least) < 0) {
        place.fault(
            given.id(),
            "低于它在 " + level.scale().title() + " 中的级别（" + level.level() + "）：至少应为 " + least.id(),
            "lies below its level of "
                + level.scale().title()
                + " ("
                + level.level()
                + "): at least "
                + least.id());
      }
    }
  }

  private static String scales() {
    return Arrays.stream(Scale.values()).map(Scale::title).collect(Collectors.joining(", "));
  }
}
