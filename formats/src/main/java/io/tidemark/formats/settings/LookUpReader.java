package io.tidemark.formats.settings;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.LookUps;
import io.tidemark.authorise.Pace;
import io.tidemark.authorise.Scope;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who may look whom up. */
final class LookUpReader {
  /** The forms that a view can show. */
  private static final Set<Form> SHOWN =
      EnumSet.of(Form.PLAIN, Form.GENERALISED, Form.MASKED, Form.WITHHELD);

  private final Set<String> purposes;
  private final Map<String, LookUps.Task> tasks = new LinkedHashMap<>();

  LookUpReader(Set<String> purposes) {
    this.purposes = purposes;
  }

  LookUps read(Section file) {
    Optional<Value> place = file.value("look_ups");
    if (place.isEmpty()) {
      return LookUps.NONE;
    }
    Section section = Section.of(place.get(), "tasks", "rules");
    section.value("tasks").map(Value::entries).orElse(List.of()).forEach(this::task);
    List<LookUps.Rule> rules = new ArrayList<>();
    for (Value item : section.value("rules").map(Value::list).orElse(List.of())) {
      rule(item).ifPresent(rule -> add(item, rule, rules));
    }
    return new LookUps(tasks, rules);
  }

  private void task(Value.Entry entry) {
    Optional<String> id = entry.name().id();
    Section section = Section.of(entry.value(), "zh", "en", "purpose", "reference");
    String zh = section.read("zh", Value::text).orElse("");
    String en = section.read("en", Value::text).orElse("");
    Optional<String> purpose = section.read("purpose", value -> Purposes.known(purposes, value));
    boolean reference = section.read("reference", Value::flag).orElse(false);
    id.ifPresent(
        name ->
            tasks.put(
                name, new LookUps.Task(name, new Words(zh, en), purpose.orElse(""), reference)));
  }

  /** One rule for a duty and a task: a second would never be used. */
  private static void add(Value item, LookUps.Rule rule, List<LookUps.Rule> rules) {
    if (rules.stream()
        .anyMatch(one -> one.duty() == rule.duty() && one.task().id().equals(rule.task().id()))) {
      item.fault(
          rule.duty().id(), "此职责的这项任务前面已有规则", "a rule of this duty for this task stands before it");
    }
    rules.add(rule);
  }

  private Optional<LookUps.Rule> rule(Value item) {
    Section section =
        Section.of(
            item,
            "duty",
            "task",
            "people",
            "forms",
            "copy",
            "per_hour",
            "per_day",
            "misses",
            "locked_minutes");
    Optional<Duty> duty = section.read("duty", LookUpReader::duty);
    Optional<LookUps.Task> task = section.read("task", this::known);
    Optional<Scope> scope =
        section.read("people", value -> value.named(Scope::named, "范围", "scope"));
    Map<FieldClass, Form> forms = forms(section);
    Optional<Boolean> copy = section.read("copy", Value::flag);
    Optional<Pace> pace = pace(section, "misses");
    if (scope.equals(Optional.of(Scope.OWN_CLAIMS))
        && task.filter(t -> !t.reference()).isPresent()) {
      item.fault(
          task.get().id(),
          "own-claims 只能用于须写明编号的任务（reference: true）",
          "own-claims is for a task that names its claim (reference: true)");
    }
    return duty.isEmpty() || task.isEmpty() || scope.isEmpty() || copy.isEmpty() || pace.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LookUps.Rule(duty.get(), task.get(), scope.get(), forms, copy.get(), pace.get()));
  }

  private static Optional<Duty> duty(Value value) {
    return value.named(
        id -> Duty.named(id).filter(Act.LOOK_UP.duties()::contains),
        "可查询的职责",
        "duty that looks up");
  }

  private Optional<LookUps.Task> known(Value value) {
    return value.named(id -> Optional.ofNullable(tasks.get(id)), "任务", "task");
  }

  /** A pace, whose misses have this name. */
  static Optional<Pace> pace(Section section, String missed) {
    Optional<Integer> perHour = section.read("per_hour", value -> value.number(1));
    Optional<Integer> perDay = section.read("per_day", value -> value.number(1));
    Optional<Integer> misses = section.read(missed, value -> value.number(1));
    Optional<Integer> locked = section.read("locked_minutes", value -> value.number(1));
    return perHour.isEmpty() || perDay.isEmpty() || misses.isEmpty() || locked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pace(perHour.get(), perDay.get(), misses.get(), locked.get()));
  }

  /** In the order of the fields, whatever form they stand under. */
  private static Map<FieldClass, Form> forms(Section section) {
    Map<FieldClass, Form> forms = AllowanceReader.byField(section, "forms");
    forms.forEach(
        (field, form) -> {
          if (!SHOWN.contains(form) && !(form == Form.ALIAS && field == FieldClass.MOBILE)) {
            section
                .value("forms")
                .ifPresent(
                    value ->
                        value.fault(
                            form.id(),
                            "查询只能用 plain、generalised、masked、withheld，手机号还可用 alias",
                            "a look-up shows plain, generalised, masked or withheld, and the mobile"
                                + " number as alias"));
          }
        });
    return forms;
  }
}
