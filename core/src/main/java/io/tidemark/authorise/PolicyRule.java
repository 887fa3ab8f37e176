package io.tidemark.authorise;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the policy bounds, whoever granted or approved: one row for each rule, in the order in which
 * they are asked. A row reads the allowance for purpose and kind of party, and the ask.
 */
enum PolicyRule {
  FIELD_NOT_ALLOWED(
      (allowance, ask) -> !allowance.forms().keySet().containsAll(ask.columns()),
      (allowance, ask) ->
          new Words(
              "制度不允许提供：" + forbidden(allowance, ask, FieldClass::zh),
              "the policy does not allow this field: "
                  + forbidden(allowance, ask, FieldClass::en))),
  TOO_MANY_PEOPLE(
      (allowance, ask) -> ask.people() > allowance.people(),
      (allowance, ask) ->
          new Words(
              "人数 " + ask.people() + " 超过制度上限 " + allowance.people(),
              ask.people()
                  + (" people are more than the policy's ceiling of " + allowance.people()))),
  CHANNEL_NOT_ALLOWED(
      (allowance, ask) -> !allowance.allow(ask.channel()),
      (allowance, ask) ->
          new Words(
              "制度不允许以" + ask.channel().words().zh() + "提供",
              "the policy does not let it leave " + ask.channel().words().en()));

  private static final PolicyRule[] ROWS = values();

  private final BiPredicate<Policy.Allowance, Ask> broken;
  private final BiFunction<Policy.Allowance, Ask, Words> reason;

  PolicyRule(
      BiPredicate<Policy.Allowance, Ask> broken, BiFunction<Policy.Allowance, Ask, Words> reason) {
    this.broken = broken;
    this.reason = reason;
  }

  /** The first rule that is broken, with its reason. */
  static Optional<Refusal> refusal(Optional<Policy.Allowance> allowance, Ask ask) {
    if (allowance.isEmpty()) {
      return Optional.of(
          Refusal.of(
              "purpose-not-for-kind",
              "制度不允许为此目的向此类接收方提供数据",
              "the policy gives nothing to this kind of party for this purpose"));
    }
    for (PolicyRule rule : ROWS) {
      if (rule.broken.test(allowance.get(), ask)) {
        return Optional.of(
            new Refusal(GrantRule.id(rule), rule.reason.apply(allowance.get(), ask)));
      }
    }
    return Optional.empty();
  }

  private static String forbidden(
      Policy.Allowance allowance, Ask ask, Function<FieldClass, String> name) {
    return ask.columns().stream()
        .filter(field -> !allowance.forms().containsKey(field))
        .map(name)
        .collect(Collectors.joining(", "));
  }
}
