package io.tidemark.authorise;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides on which fields a request may put a condition. Immutable, thread-safe.
 *
 * @param policy the rules
 */
record Conditional(Policy policy) {
  /** Each says who somebody is, or which car is whose. */
  private static final Set<FieldClass> NAMING =
      EnumSet.of(
          FieldClass.NAME,
          FieldClass.IDENTITY_NUMBER,
          FieldClass.MOBILE,
          FieldClass.PLATE,
          FieldClass.VIN,
          FieldClass.ENGINE_NUMBER,
          FieldClass.POLICY_NUMBER);

  /**
   * Why not on all of these fields.
   *
   * @param forms the form of each column that the request asks for
   */
  Optional<Refusal> refusal(
      Actor actor, String purpose, Map<FieldClass, Form> forms, Set<FieldClass> fields) {
    List<FieldClass> naming = fields.stream().filter(NAMING::contains).sorted().toList();
    if (!naming.isEmpty()) {
      return Optional.of(
          refused(
              "condition-names-people",
              naming,
              "条件不能用姓名与号码，请改用 subjects 逐个写明：",
              "a condition may not use names and numbers, name the subjects one by one: "));
    }
    Set<FieldClass> shown = shown(actor, purpose);
    List<FieldClass> beyond =
        fields.stream()
            .filter(field -> forms.get(field) != Form.PLAIN && !shown.contains(field))
            .sorted()
            .toList();
    return harmless(forms.keySet(), beyond)
        ? Optional.empty()
        : Optional.of(
            refused(
                "beyond-request-condition",
                beyond,
                "条件只能用本次以明文申请的列、您的职责可查到明文的字段，或不提高清单级别的一般字段；不可用：",
                "a condition may only use columns that this request asks for in plain, fields that"
                    + " your duty looks up in plain, or general ones that leave the list's grade as"
                    + " it is, not: "));
  }

  /** What the actor's duties look up in plain for this purpose. */
  private Set<FieldClass> shown(Actor actor, String purpose) {
    return policy.lookUps().rules().stream()
        .filter(rule -> actor.duties().contains(rule.duty()))
        .filter(rule -> rule.task().purpose().equals(purpose))
        .flatMap(rule -> rule.forms().entrySet().stream())
        .filter(form -> form.getValue() == Form.PLAIN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether knowing these of everybody on the list makes it no graver. */
  private boolean harmless(Set<FieldClass> listed, List<FieldClass> beyond) {
    Set<FieldClass> together = EnumSet.copyOf(listed);
    together.addAll(beyond);
    return beyond.stream()
            .allMatch(
                field -> !listed.contains(field) && policy.grade(Set.of(field)) == Grade.GENERAL)
        && policy.grade(together) == policy.grade(EnumSet.copyOf(listed));
  }

  private static Refusal refused(String rule, List<FieldClass> fields, String zh, String en) {
    return Refusal.of(
        rule,
        zh + fields.stream().map(FieldClass::zh).collect(Collectors.joining("、")),
        en + fields.stream().map(FieldClass::en).collect(Collectors.joining(", ")));
  }
}
