package io.tidemark.authorise;

import io.tidemark.terms.Channel;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Optional;

/**
 * Decides about looking one person up: by the duties of who asks, the task, and whose customer was
 * found. Pure, immutable, thread-safe.
 *
 * @param lookUps the rules
 * @param chain says where people work and which party lies below which
 */
public record Looking(LookUps lookUps, Chain chain) {
  /** The most policies of one person in one view; of more, the newest. */
  public static final int MOST = 20;

  /** Why this actor may look nobody up for this task. */
  public Optional<Refusal> refusal(Actor actor, String task, boolean reference) {
    if (!actor.may(Act.LOOK_UP)) {
      return Optional.of(Authority.notYourDuty(Act.LOOK_UP));
    }
    LookUps.Task named = lookUps.tasks().get(task);
    if (named == null) {
      String all = String.join(", ", lookUps.tasks().keySet());
      return Optional.of(
          Refusal.of("unknown-task", "制度中没有这项任务；有：" + all, "unknown task; there are: " + all));
    }
    if (rule(actor, task).isEmpty()) {
      Words words = named.words();
      return Optional.of(
          Refusal.of(
              "not-your-task",
              "制度没有允许您的职责为“" + words.zh() + "”查询客户",
              "the policy does not let your duties look a customer up for " + words.en()));
    }
    if (named.reference() && !reference) {
      return Optional.of(
          Refusal.of(
              "no-reference",
              "此任务须写明编号（赔案号、来电编号等）",
              "this task needs its reference (the number of the claim, the call or the like)"));
    }
    return Optional.empty();
  }

  /** The rule that counts for this actor and task. */
  public Optional<LookUps.Rule> rule(Actor actor, String task) {
    return lookUps.rules().stream()
        .filter(rule -> rule.task().id().equals(task) && actor.duties().contains(rule.duty()))
        .findFirst();
  }

  /** Of what was found, what lies within the rule's scope. */
  public List<Whose> within(Actor actor, LookUps.Rule rule, List<Whose> found) {
    return found.stream().filter(whose -> reaches(actor, rule.scope(), whose)).toList();
  }

  private boolean reaches(Actor actor, Scope scope, Whose whose) {
    return switch (scope) {
      case EVERYBODY -> true;
      case OWN_CLAIMS -> whose.ownClaim();
      case OWN_BOOK -> whose.holder().equals(Optional.of(actor.id()));
      case OWN_BRANCH ->
          chain
              .person(actor.id())
              .flatMap(person -> whose.party().map(party -> chain.within(party, person.party())))
              .orElse(false);
    };
  }

  /**
   * Whether what was found may be shown: a permit for the policies of one person, or why not. The
   * reason is for the record; whoever asked is told the same for all of them.
   *
   * @param seen what of it lies {@link #within} the scope
   */
  public Decision decide(
      Actor actor, LookUps.Rule rule, Channel channel, List<Whose> found, List<Whose> seen) {
    if (found.isEmpty()) {
      return refused("nobody-found", "没有人有此号码", "nobody in custody has the number");
    }
    if (seen.isEmpty()) {
      return refused("out-of-scope", "此人不在职责范围内", "the person lies outside the duty's scope");
    }
    if (seen.stream().map(Whose::person).distinct().count() > 1) {
      return refused("several-people", "此号码属于不止一人", "more than one person has the number");
    }
    if (rule.visible().isEmpty()) {
      return refused("nothing-permitted", "此职责看不到任何字段", "no field is shown to the duty");
    }
    return new Permit(
        Act.LOOK_UP,
        actor.id(),
        Optional.empty(),
        rule.task().purpose(),
        new Basis.LookUp(rule),
        channel,
        rule.visible(),
        Math.min(MOST, seen.size()));
  }

  private static Decision refused(String rule, String zh, String en) {
    return new Decision.Refused(Refusal.of(rule, zh, en));
  }
}
