package io.tidemark.authorise;

import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * The decision table of standing grants: one row for each rule, in the order in which they are
 * asked. A row reads a grant, as it stands under the policy, and the question; it says whether the
 * rule is broken, and why.
 */
enum GrantRule {
  GRANT_REVOKED(
      (grant, question) -> grant.state() == Grant.State.REVOKED,
      (grant, question) ->
          new Words("授权 " + grant.id() + " 已撤销", "grant " + grant.id() + " is revoked")),
  GRANT_EXPIRED(
      (grant, question) -> question.day().isAfter(grant.grant().until()),
      (grant, question) ->
          new Words(
              "授权 " + grant.id() + " 已于 " + grant.grant().until() + " 到期",
              "grant " + grant.id() + " ended on " + grant.grant().until())),
  GRANT_NOT_APPROVED(
      (grant, question) -> grant.state() == Grant.State.PROPOSED,
      (grant, question) ->
          new Words("授权 " + grant.id() + " 尚未批准", "grant " + grant.id() + " is not yet approved")),
  GRANT_NOT_BEGUN(
      (grant, question) -> grant.limits().from().filter(question.day()::isBefore).isPresent(),
      (grant, question) ->
          new Words(
              "授权 " + grant.id() + " 自 " + grant.limits().from().orElseThrow() + " 起才可用",
              "grant " + grant.id() + (" begins on " + grant.limits().from().orElseThrow()))),
  BEYOND_GRANT_COLUMNS(
      (grant, question) -> (question.columns() & ~grant.columns()) != 0,
      (grant, question) ->
          new Words("申请的列超出授权 " + grant.id(), "columns beyond grant " + grant.id())),
  BEYOND_GRANT_PEOPLE(
      (grant, question) -> question.ask().people() > grant.grant().peopleAtMost(),
      (grant, question) ->
          new Words(
              "人数 "
                  + question.ask().people()
                  + (" 超过授权 " + grant.id() + " 的上限 " + grant.grant().peopleAtMost()),
              question.ask().people()
                  + (" people are more than the " + grant.grant().peopleAtMost())
                  + (" of grant " + grant.id()))),
  BEYOND_GRANT_CHANNEL(
      (grant, question) -> !grant.limits().allow(question.ask().channel()),
      (grant, question) ->
          new Words(
              "授权 " + grant.id() + " 不允许以" + question.ask().channel().words().zh() + "提供",
              "grant "
                  + grant.id()
                  + (" does not let it leave " + question.ask().channel().words().en()))),
  OUTSIDE_GRANT_HOURS(
      (grant, question) ->
          grant.limits().hours().filter(hours -> !hours.contains(question.time())).isPresent(),
      (grant, question) ->
          new Words(
              "授权 " + grant.id() + " 只在 " + grant.limits().hours().orElseThrow() + "（北京时间）可用",
              "grant "
                  + grant.id()
                  + (" is for the hours " + grant.limits().hours().orElseThrow())
                  + " in China")),
  FORM_NOT_ALLOWED(
      (grant, question) -> (question.columns() & grant.aboveCeiling()) != 0,
      (grant, question) ->
          new Words(
              "授权 " + grant.id() + " 的形式超过制度现行上限",
              "grant " + grant.id() + " shows more than the policy now allows")),
  NO_ALIAS_FOR_FIELD(
      (grant, question) -> (question.columns() & grant.aliased()) != 0,
      (grant, question) -> noAliasForField()),
  QUOTA_USED_UP(
      (grant, question) ->
          grant
              .limits()
              .quota()
              .filter(quota -> quota.people() - question.used(grant) < question.ask().people())
              .isPresent(),
      (grant, question) -> usedUp(grant, question));

  private static final GrantRule[] ROWS = values();

  private final BiPredicate<Standing, Question> broken;
  private final BiFunction<Standing, Question, Words> reason;

  GrantRule(BiPredicate<Standing, Question> broken, BiFunction<Standing, Question, Words> reason) {
    this.broken = broken;
    this.reason = reason;
  }

  /** The first row that is broken. */
  static Optional<GrantRule> broken(Standing grant, Question question) {
    for (GrantRule rule : ROWS) {
      if (rule.broken.test(grant, question)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** Its refusal. */
  Refusal refusal(Standing grant, Question question) {
    return new Refusal(id(this), reason.apply(grant, question));
  }

  /** The stable name of a rule: lower case, words joined by a hyphen. */
  static String id(Enum<?> rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why a field cannot be given as an alias number. */
  static Words noAliasForField() {
    return new Words(
        "只有手机号能以别名号码给出，请在制度或授权中改用其他形式",
        "only the mobile number can be given as an alias number: state another form in the policy or"
            + " grant");
  }

  private static Words usedUp(Standing grant, Question question) {
    Quota quota = grant.limits().quota().orElseThrow();
    long used = question.used(grant);
    return new Words(
        "授权 "
            + grant.id()
            + (" 在 " + quota.days() + " 天内共 " + quota.people() + " 人，已用 " + used)
            + (" 人，本次 " + question.ask().people() + " 人超出"),
        "grant "
            + grant.id()
            + (" is for " + quota.people() + " people in " + quota.days() + " days: " + used)
            + (" were released, " + question.ask().people() + " more are too many"));
  }
}
