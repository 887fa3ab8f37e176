package io.tidemark.formats.settings;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.formats.condition.BadCondition;
import io.tidemark.formats.condition.Canonical;
import io.tidemark.formats.condition.Conditions;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import io.tidemark.vault.select.Condition;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one plan. */
final class PlanReader {
  private final Known known;
  private final Policy policy;
  private final Canonical canonical;
  private final Set<Path> outs = new HashSet<>();

  PlanReader(Chain chain, Policy policy, Canonical canonical) {
    this.known = new Known(chain);
    this.policy = policy;
    this.canonical = canonical;
  }

  List<PlannedRelease> read(Value root) {
    List<PlannedRelease> releases = new ArrayList<>();
    List<Value> items = root.list();
    items.forEach(item -> release(item).ifPresent(releases::add));
    if (root.sequence() && items.isEmpty()) {
      root.fault("", "计划里没有一项", "the plan has no release");
    }
    return List.copyOf(releases);
  }

  private Optional<PlannedRelease> release(Value item) {
    Section section = Section.of(item, "to", "purpose", "columns", "where?", "subjects?", "out");
    Optional<String> to = section.read("to", known::party);
    Optional<String> purpose =
        section.read("purpose", value -> Purposes.known(policy.purposes().keySet(), value));
    Set<FieldClass> columns =
        section.value("columns").map(value -> value.distinct(Value::column)).orElse(Set.of());
    Optional<Condition> where = section.read("where", this::condition);
    Optional<Path> subjects = section.read("subjects", PlanReader::path);
    Optional<Path> out = section.read("out", this::out);
    if (item.mapping()
        && section.value("where").isPresent() == section.value("subjects").isPresent()) {
      item.fault("where, subjects", "二者须写且只写一个", "just one of the two must be given");
    }
    return to.isEmpty() || purpose.isEmpty() || out.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlannedRelease(
                item.line(),
                to.get(),
                purpose.get(),
                List.copyOf(columns),
                where,
                subjects,
                out.get()));
  }

  private Optional<Condition> condition(Value value) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Conditions.parse(text.get(), canonical));
    } catch (BadCondition e) {
      Words words = e.words();
      value.fault(value.key(), words.zh(), words.en());
      return Optional.empty();
    }
  }

  private Optional<Path> out(Value value) {
    Optional<Path> out = path(value);
    out.filter(path -> !outs.add(path.toAbsolutePath().normalize()))
        .ifPresent(
            twice ->
                value.fault(twice.toString(), "两项写到同一个文件", "two releases go to the same file"));
    return out;
  }

  private static Optional<Path> path(Value value) {
    try {
      return value.text().map(Path::of);
    } catch (InvalidPathException e) {
      value.fault(value.key(), "不是文件路径", "not a path of a file");
      return Optional.empty();
    }
  }
}
