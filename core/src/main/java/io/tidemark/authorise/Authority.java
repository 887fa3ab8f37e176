package io.tidemark.authorise;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides. Every check is one sentence; the first that fails is the refusal's reason. Pure: the
 * same policy, chain, ask and instant give the same decision. Immutable, thread-safe.
 */
public final class Authority {
  /** The calendar by which grants end. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Policy policy;
  private final Chain chain;

  /** Decides by this policy over this chain. */
  public Authority(Policy policy, Chain chain) {
    this.policy = policy;
    this.chain = chain;
  }

  /** Whether a list may be released at once, under a standing grant. */
  public Decision release(Actor actor, Ask ask, Instant now) {
    return check(actor, Act.RELEASE, ask)
        .<Decision>map(Decision.Refused::new)
        .orElseGet(() -> underGrants(ask, LocalDate.ofInstant(now, CHINA)));
  }

  /**
   * What a request for a release needs: nothing more (a grant covers it), approvals, or it cannot
   * be made.
   */
  public Decision request(Actor actor, Ask ask, Instant now) {
    Optional<Refusal> refusal = check(actor, Act.REQUEST, ask).or(() -> overAllowance(ask));
    if (refusal.isPresent()) {
      return new Decision.Refused(refusal.get());
    }
    Grade grade = policy.grade(EnumSet.copyOf(ask.columns()));
    return policy.approvals().stream()
        .filter(rule -> grade.compareTo(rule.grade()) >= 0 && ask.people() > rule.people())
        .reduce((first, graver) -> stricter(first, graver))
        .<Decision>map(Decision.NeedsApproval::new)
        .orElseGet(
            () ->
                refused(
                    "no-approval-rule",
                    "制度没有规定此类申请由谁审批",
                    "the policy does not say who approves such a request"));
  }

  private static Policy.ApprovalRule stricter(Policy.ApprovalRule a, Policy.ApprovalRule b) {
    return b.quorum() > a.quorum()
            || (b.quorum() == a.quorum() && b.duties().size() > a.duties().size())
        ? b
        : a;
  }

  /** Whether an approved request may be used now. */
  public Decision use(Actor actor, Request request, Instant now) {
    Optional<Refusal> refusal =
        check(actor, Act.RELEASE, request.ask()).or(() -> unusable(request, now));
    if (refusal.isPresent()) {
      return new Decision.Refused(refusal.get());
    }
    Ask ask = request.ask();
    return permit(actor, ask, Permit.REQUEST + request.id(), defaults(ask));
  }

  private static Optional<Refusal> unusable(Request request, Instant now) {
    if (request.state() != Request.State.APPROVED) {
      return Optional.of(
          Refusal.of(
              "not-approved",
              "申请尚未批准，或已使用、已否决",
              "the request is not approved, or it was used or rejected"));
    }
    if (now.isAfter(request.useBy())) {
      return Optional.of(
          Refusal.of(
              "approval-expired",
              "批准已过使用期限，请重新申请",
              "the approval may no longer be used: ask again"));
    }
    return Optional.empty();
  }

  /** Whether this actor may approve this request now. */
  public Optional<Refusal> approve(Actor actor, Request request, Instant now) {
    if (!actor.may(Act.APPROVE)) {
      return Optional.of(notYourDuty(Act.APPROVE));
    }
    if (request.ask().actor().equals(actor.id())) {
      return Optional.of(
          Refusal.of("own-request", "申请人不能审批自己的申请", "nobody approves a request of their own"));
    }
    if (request.approvedBy().contains(actor.id())) {
      return Optional.of(
          Refusal.of("approved-already", "您已审批过此申请", "you have approved this request already"));
    }
    if (request.state() != Request.State.WAITING) {
      return Optional.of(
          Refusal.of("not-waiting", "此申请不在待审批状态", "the request does not wait for approval"));
    }
    if (now.isAfter(request.decideBy())) {
      return Optional.of(
          Refusal.of(
              "request-expired", "申请已过审批期限，请重新申请", "the request is past its time: ask again"));
    }
    return Optional.empty();
  }

  /**
   * The request after this approval: approved once the quorum is there and each wanted duty among
   * the approvers.
   */
  public Request approved(Actor actor, Request request) {
    java.util.Set<String> approvers = new java.util.TreeSet<>(request.approvedBy());
    approvers.add(actor.id());
    EnumSet<Duty> duties = EnumSet.noneOf(Duty.class);
    approvers.forEach(id -> chain.person(id).ifPresent(person -> duties.addAll(person.duties())));
    boolean enough =
        approvers.size() >= request.rule().quorum() && duties.containsAll(request.rule().duties());
    return request.with(approvers, enough ? Request.State.APPROVED : Request.State.WAITING);
  }

  /** Leave to read originals for an inquiry into leaked material. */
  public Decision inquire(Actor actor, String purpose, int people) {
    if (!actor.may(Act.INQUIRE)) {
      return new Decision.Refused(notYourDuty(Act.INQUIRE));
    }
    return new Permit(Act.INQUIRE, actor.id(), Optional.empty(), purpose, "duty", Map.of(), people);
  }

  /**
   * Why this actor may not give {@code person} a credential. The first one is set-up; another in
   * its place is for the person, or for a protection officer: an operator who could replace an
   * approver's key could approve.
   *
   * @param enrolled whether the person has a credential already
   */
  public static Optional<Refusal> enrolling(Actor actor, String person, boolean enrolled) {
    if (!enrolled) {
      return actor.may(Act.SET_UP) ? Optional.empty() : Optional.of(notYourDuty(Act.SET_UP));
    }
    boolean own = !actor.isOperator() && actor.id().equals(person);
    return own || actor.duties().contains(Duty.PROTECTION_OFFICER)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "enrolled-already",
                person + " 已有凭证：只有本人（用现有凭证）或个人信息保护负责人能更换",
                person
                    + " has a credential already: only that person (with it) or a protection officer can replace it"));
  }

  /** Leave to make a released copy again, for evidence; it goes nowhere but into a digest. */
  public Decision reproduce(
      Actor actor, String party, String purpose, Map<FieldClass, Form> forms, int people) {
    if (!actor.may(Act.INQUIRE)) {
      return new Decision.Refused(notYourDuty(Act.INQUIRE));
    }
    return new Permit(Act.INQUIRE, actor.id(), chain.party(party), purpose, "duty", forms, people);
  }

  /**
   * Leave to look through the vault for the people that a condition names; nothing leaves it but
   * their number.
   */
  public Decision select(Actor actor, String purpose) {
    if (!actor.may(Act.REQUEST)) {
      return new Decision.Refused(notYourDuty(Act.REQUEST));
    }
    return new Permit(
        Act.REQUEST, actor.id(), Optional.empty(), purpose, "duty", Map.of(), Integer.MAX_VALUE);
  }

  /** The refusal of an act that is not among an actor's duties. */
  public static Refusal notYourDuty(Act act) {
    return Refusal.of(
        "not-your-duty",
        "您的职责不包括" + act.words().zh(),
        act.words().en() + " is not among your duties");
  }

  private Optional<Refusal> check(Actor actor, Act act, Ask ask) {
    if (!actor.may(act)) {
      return Optional.of(notYourDuty(act));
    }
    if (chain.party(ask.to()).isEmpty()) {
      return Optional.of(
          Refusal.of("unknown-party", "未登记的接收方：" + ask.to(), "unknown party: " + ask.to()));
    }
    if (!policy.purposes().containsKey(ask.purpose())) {
      return Optional.of(
          Refusal.of(
              "unknown-purpose", "制度中没有此目的：" + ask.purpose(), "unknown purpose: " + ask.purpose()));
    }
    if (ask.columns().isEmpty() || ask.people() < 1) {
      return Optional.of(
          Refusal.of("nothing-asked", "没有可释放的列或人", "no column or nobody to release"));
    }
    return Optional.empty();
  }

  private Optional<Refusal> overAllowance(Ask ask) {
    Policy.Allowance allowance = allowance(ask).orElse(null);
    if (allowance == null) {
      return Optional.of(
          Refusal.of(
              "purpose-not-for-kind",
              "制度不允许为此目的向此类接收方提供数据",
              "the policy gives nothing to this kind of party for this purpose"));
    }
    for (FieldClass field : ask.columns()) {
      if (allowance.ceiling(field).isEmpty()) {
        return Optional.of(
            Refusal.of(
                "field-not-allowed",
                "制度不允许提供：" + field.zh(),
                "the policy does not allow this field: " + field.en()));
      }
    }
    if (ask.people() > allowance.people()) {
      return Optional.of(
          Refusal.of(
              "too-many-people",
              "人数 " + ask.people() + " 超过制度上限 " + allowance.people(),
              ask.people()
                  + " people are more than the policy's ceiling of "
                  + allowance.people()));
    }
    return Optional.empty();
  }

  private Decision underGrants(Ask ask, LocalDate today) {
    Decision nearest =
        refused(
            "no-grant",
            "没有覆盖此用途的长期授权，请用 request 申请",
            "no standing grant covers this: ask with the request command");
    for (Grant grant : chain.grants()) {
      if (grant.to().equals(ask.to()) && grant.purpose().equals(ask.purpose())) {
        Decision decision = under(grant, ask, today);
        if (decision instanceof Permit) {
          return decision;
        }
        nearest = decision;
      }
    }
    return nearest;
  }

  private Decision under(Grant grant, Ask ask, LocalDate today) {
    if (!grant.usableOn(today)) {
      return refused(
          "grant-not-usable",
          "授权 " + grant.id() + " 已到期、已撤销或尚未批准",
          "grant " + grant.id() + " is past its date, revoked or not yet approved");
    }
    if (!grant.columns().containsAll(ask.columns())) {
      return refused(
          "beyond-grant-columns", "申请的列超出授权 " + grant.id(), "columns beyond grant " + grant.id());
    }
    if (ask.people() > grant.peopleAtMost()) {
      return refused(
          "beyond-grant-people",
          "人数 " + ask.people() + " 超过授权上限 " + grant.peopleAtMost(),
          ask.people() + " people are more than the grant's " + grant.peopleAtMost());
    }
    Optional<Refusal> over = overAllowance(ask);
    if (over.isPresent()) {
      return new Decision.Refused(over.get());
    }
    Map<FieldClass, Form> forms = new LinkedHashMap<>(defaults(ask));
    forms.replaceAll((field, form) -> grant.forms().getOrDefault(field, form));
    if (forms.entrySet().stream().anyMatch(column -> aboveCeiling(column, ask))) {
      return refused(
          "form-not-allowed",
          "授权 " + grant.id() + " 的形式超过制度现行上限",
          "grant " + grant.id() + " shows more than the policy now allows");
    }
    return permit(Actor.operator(), ask, "grant " + grant.id(), forms);
  }

  /**
   * Whether a form shows more than may be granted: the policy can be stricter than at the grant.
   */
  private boolean aboveCeiling(Map.Entry<FieldClass, Form> column, Ask ask) {
    return allowance(ask)
        .flatMap(allowance -> allowance.ceiling(column.getKey()))
        .map(ceiling -> column.getValue().compareTo(ceiling) < 0)
        .orElse(true);
  }

  private Optional<Policy.Allowance> allowance(Ask ask) {
    return chain
        .party(ask.to())
        .map(to -> policy.allowances().get(new Policy.Use(ask.purpose(), to.kind())));
  }

  /**
   * The policy's own form of each column, in the order of the ask; withheld where the policy is
   * silent.
   */
  private Map<FieldClass, Form> defaults(Ask ask) {
    Map<FieldClass, Form> given = allowance(ask).map(Policy.Allowance::forms).orElse(Map.of());
    Map<FieldClass, Form> forms = new LinkedHashMap<>();
    ask.columns().forEach(field -> forms.put(field, given.getOrDefault(field, Form.WITHHELD)));
    return forms;
  }

  private Decision permit(Actor actor, Ask ask, String basis, Map<FieldClass, Form> forms) {
    if (forms.containsValue(Form.ALIAS)) {
      return refused("no-alias-pool", "没有可用的别名号码池", "there is no pool of alias numbers");
    }
    String who = ask.actor().isEmpty() ? actor.id() : ask.actor();
    return new Permit(
        Act.RELEASE, who, chain.party(ask.to()), ask.purpose(), basis, forms, ask.people());
  }

  private static Decision refused(String rule, String zh, String en) {
    return new Decision.Refused(Refusal.of(rule, zh, en));
  }
}
