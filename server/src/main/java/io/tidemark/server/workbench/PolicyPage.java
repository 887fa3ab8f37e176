package io.tidemark.server.workbench;

import io.tidemark.authorise.Policy;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The policy in force as tables: grades with their sources, purposes, who must approve. */
@WorkbenchPage
class PolicyPage {
  private final Rules rules;

  PolicyPage(Rules rules) {
    this.rules = rules;
  }

  /** A field with its grade and where that comes from. */
  public record Graded(FieldClass field, String grade, String source) {}

  /** Fields that together are graver than each alone. */
  public record Together(List<FieldClass> fields, String grade, String source) {}

  /** What data is used for. */
  public record Used(Words words, String basis, int days) {}

  /** Who must approve what. */
  public record Approved(String grade, int people, int quorum, List<String> duties) {}

  /** What published scales say, then the file's own words. */
  private static String source(Policy.FieldRule rule) {
    return Stream.concat(
            rule.levels().stream()
                .map(
                    one ->
                        one.scale().title()
                            + " "
                            + one.level()
                            + " ("
                            + one.label().name().toLowerCase(Locale.ROOT)
                            + ")"),
            Stream.of(rule.source()).filter(text -> !text.isBlank()))
        .collect(Collectors.joining("; "));
  }

  @GetMapping(Paths.WORKBENCH + "/policy")
  String policy(SignedInPerson person, Model model) {
    InForce now = rules.inForce(person.rules());
    Policy policy = now.policy();
    model.addAttribute("version", policy.version());
    model.addAttribute("digest", policy.digest().toString());
    model.addAttribute(
        "fields",
        policy.fields().entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<FieldClass, Policy.FieldRule> one) -> one.getValue().grade())
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .map(
                one ->
                    new Graded(one.getKey(), one.getValue().grade().id(), source(one.getValue())))
            .toList());
    model.addAttribute(
        "together",
        policy.combinations().stream()
            .map(
                one ->
                    new Together(
                        one.fields().stream().sorted().toList(), one.grade().id(), one.source()))
            .toList());
    model.addAttribute(
        "purposes",
        policy.purposes().values().stream()
            .map(one -> new Used(one.words(), one.basis(), one.retentionDays()))
            .toList());
    model.addAttribute(
        "approvals",
        policy.approvals().stream()
            .map(
                one ->
                    new Approved(
                        one.grade().id(),
                        one.people(),
                        one.quorum(),
                        one.duties().stream().map(duty -> duty.id()).sorted().toList()))
            .toList());
    return "workbench/policy";
  }
}
