package io.tidemark.formats.settings;

import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Policy.ApprovalRule;
import io.tidemark.terms.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the approval rules. The first that fits counts, so a rule behind one that covers it is a
 * mistake, and the last must cover everything: no release without a rule.
 */
final class ApprovalReader {
  private final List<ApprovalRule> rules = new ArrayList<>();

  List<ApprovalRule> read(Section file) {
    Optional<Value> place = file.value("approvals");
    for (Value item : place.map(Value::list).orElse(List.of())) {
      rule(item).ifPresent(rule -> add(item, rule));
    }
    boolean all = rules.stream().anyMatch(rule -> covers(rule, Grade.GENERAL, 0));
    if (!all) {
      place
          .filter(Value::sequence)
          .ifPresent(
              value ->
                  value.fault(
                      "approvals",
                      "最后一条须覆盖全部：grade: general, people: 0",
                      "the last rule must cover everything: grade: general, people: 0"));
    }
    return rules;
  }

  private void add(Value item, ApprovalRule rule) {
    if (rules.stream().anyMatch(before -> covers(before, rule.grade(), rule.people()))) {
      item.fault(
          rule.grade().id(),
          "前面的规则已经覆盖它，它永远用不到；从严到宽排列",
          "a rule before it covers it, so it is never used; put the strictest first");
    }
    rules.add(rule);
  }

  private static boolean covers(ApprovalRule rule, Grade grade, int people) {
    return rule.grade().compareTo(grade) <= 0 && rule.people() <= people;
  }

  private static Optional<ApprovalRule> rule(Value item) {
    Section section = Section.of(item, "grade", "people", "quorum", "duties");
    Optional<Grade> grade = section.read("grade", PolicyReader::grade);
    Optional<Integer> people = section.read("people", value -> value.number(0));
    Optional<Integer> quorum = section.read("quorum", value -> value.number(1));
    Set<Duty> duties =
        section.value("duties").map(value -> value.distinct(ApprovalReader::duty)).orElse(Set.of());
    if (quorum.isPresent() && quorum.get() < duties.size()) {
      section
          .place()
          .fault("quorum", "审批人数少于要求的职责数", "fewer approvers than duties that must be among them");
    }
    return grade.isEmpty() || people.isEmpty() || quorum.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ApprovalRule(grade.get(), people.get(), quorum.get(), Set.copyOf(duties)));
  }

  private static Optional<Duty> duty(Value value) {
    return value.named(
        id -> Duty.named(id).filter(GrantReader.APPROVING::contains), "审批职责", "approving duty");
  }
}
