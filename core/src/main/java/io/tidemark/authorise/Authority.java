package io.tidemark.authorise;

import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides. Every check is one sentence; the first that fails is the refusal's reason. Pure: the
 * same policy, chain, usage, ask and instant give the same decision. Immutable, thread-safe when
 * its {@link Usage} is.
 */
public final class Authority {
  /** What a vehicle's new owner is shown of its policy: nothing that is said of a person. */
  private static final Set<FieldClass> OF_THE_VEHICLE =
      EnumSet.of(
          FieldClass.VIN,
          FieldClass.ENGINE_NUMBER,
          FieldClass.MODEL,
          FieldClass.FIRST_REGISTRATION,
          FieldClass.POLICY_NUMBER,
          FieldClass.INSURANCE_KIND,
          FieldClass.INCEPTION,
          FieldClass.EXPIRY,
          FieldClass.PREMIUM);

  private final Policy policy;
  private final Chain chain;
  private final GrantTable grants;
  private final Usage usage;

  /** Decides by this policy over this chain, of whose grants so much was used. */
  public Authority(Policy policy, Chain chain, Usage usage) {
    this.policy = policy;
    this.chain = chain;
    this.grants = new GrantTable(policy, chain);
    this.usage = usage;
  }

  /** Whether a list may be released at once, under a standing grant. */
  public Decision release(Actor actor, Ask ask, Instant now) {
    return check(actor, Act.RELEASE, ask)
        .<Decision>map(Decision.Refused::new)
        .orElseGet(() -> underGrants(ask, now));
  }

  private Decision underGrants(Ask ask, Instant now) {
    Question question = Question.of(ask, now, usage);
    return grants.decide(
        question,
        grant -> permit(ask, new Basis.StandingGrant(grant.grant()), grant.forms(ask.columns())));
  }

  /**
   * Whether a partner's own system may fetch a list now, under the grant that it names. A grant of
   * somebody else is answered like one that there is not.
   */
  public Decision receive(Actor partner, GrantId named, Ask ask, Instant now) {
    Optional<Refusal> refusal =
        check(partner, Act.RECEIVE, ask)
            .or(
                () ->
                    partner.partner().equals(Optional.of(ask.to()))
                        ? Optional.empty()
                        : Optional.of(notYourDuty(Act.RECEIVE)));
    if (refusal.isPresent()) {
      return new Decision.Refused(refusal.get());
    }
    return grants.decide(
        Question.of(ask, now, usage),
        grant -> grant.id().equals(named),
        noSuchGrant(),
        grant -> permit(ask, new Basis.StandingGrant(grant.grant()), grant.forms(ask.columns())));
  }

  /** The refusal of a grant that a partner does not have for its purpose. */
  public static Refusal noSuchGrant() {
    return Refusal.of("no-grant", "贵方没有此用途的这项授权", "you have no such grant for this purpose");
  }

  /** What a request for a release needs: approvals, or it cannot be made. */
  public Decision request(Actor actor, Ask ask, Instant now) {
    Optional<Refusal> refusal = check(actor, Act.REQUEST, ask).or(() -> overPolicy(policy, ask));
    return refusal.<Decision>map(Decision.Refused::new).orElseGet(() -> approvals(ask));
  }

  private Decision approvals(Ask ask) {
    return policy
        .approvals(EnumSet.copyOf(ask.columns()), ask.people())
        .<Decision>map(Decision.NeedsApproval::new)
        .orElseGet(
            () ->
                refused(
                    "no-approval-rule",
                    "制度没有规定此类申请由谁审批",
                    "the policy does not say who approves such a request"));
  }

  /**
   * Whether an approved request may be used now: in the forms of the policy that its approvers saw,
   * or in stricter ones where the policy that counts now shows less.
   *
   * @param pinned the policy under which the request was made
   */
  public Decision use(Actor actor, Request request, Policy pinned, Instant now) {
    if (!pinned.digest().equals(request.policy())) {
      throw new IllegalArgumentException("a request is decided under the policy that it pins");
    }
    Ask ask = request.ask();
    return check(actor, Act.RELEASE, ask)
        .or(() -> StillStands.refusal(request, now))
        .or(() -> overPolicy(pinned, ask))
        .or(() -> overPolicy(policy, ask))
        .<Decision>map(Decision.Refused::new)
        .orElseGet(
            () -> {
              Map<FieldClass, Form> forms = defaults(pinned, ask);
              defaults(policy, ask)
                  .forEach((field, form) -> forms.merge(field, form, Authority::less));
              return permit(ask, new Basis.ApprovedRequest(request), forms);
            });
  }

  /**
   * A release in an emergency, before anybody approved: where the policy names one of the actor's
   * duties, a reason is given and the policy's own bounds are kept. Where a standing grant covers
   * the release, that grant is used and nothing is broken.
   *
   * @param why the reason
   */
  public Decision breakGlass(Actor actor, Ask ask, String why, Instant now) {
    Decision covered = release(actor, ask, now);
    if (covered instanceof Permit) {
      return covered;
    }
    Emergencies emergencies = new Emergencies(policy, chain);
    Optional<Refusal> refusal = emergencies.refusal(actor, ask, why);
    if (refusal.isPresent()) {
      return new Decision.Refused(refusal.get());
    }
    return request(actor, ask, now)
        .either(
            permit -> permit,
            needed ->
                permit(
                    ask,
                    new Basis.BrokenGlass(emergencies.made(ask, why, needed.approvals(), now)),
                    defaults(policy, ask)),
            Decision.Refused::new);
  }

  /**
   * Why the policy would let nothing leave on the terms of this grant, at its most people, by one
   * of its channels; nothing when it would by all of them.
   */
  public Optional<Refusal> outgrown(Grant grant, Instant now) {
    Optional<Policy.Allowance> allowance =
        policy.allowance(grant.purpose(), chain.party(grant.to()));
    Standing standing = Standing.of(grant, allowance);
    return channels(grant, allowance).stream()
        .flatMap(channel -> outgrown(standing, grant.most(channel), now).stream())
        .findFirst();
  }

  private Optional<Refusal> outgrown(Standing standing, Ask most, Instant now) {
    return PolicyRule.refusal(standing.allowance(), most)
        .or(
            () ->
                Optional.of(GrantRule.FORM_NOT_ALLOWED)
                    .filter(rule -> standing.aboveCeiling() != 0)
                    .map(rule -> rule.refusal(standing, Question.of(most, now, usage))));
  }

  /** The channels of a grant; of a silent one any that the policy allows. */
  private static Set<Channel> channels(Grant grant, Optional<Policy.Allowance> allowance) {
    Set<Channel> named = grant.limits().channels();
    if (!named.isEmpty()) {
      return named;
    }
    return Stream.of(Channel.values())
        .filter(channel -> allowance.map(a -> a.allow(channel)).orElse(true))
        .limit(1)
        .collect(Collectors.toSet());
  }

  /** Leave to read originals for an inquiry into leaked material. */
  public Decision inquire(Actor actor, String purpose, int people) {
    return actor.may(Act.INQUIRE)
        ? ofDuty(Act.INQUIRE, actor, Optional.empty(), purpose, Map.of(), people)
        : new Decision.Refused(notYourDuty(Act.INQUIRE));
  }

  /** Leave to make a released copy again, for evidence; it goes nowhere but into a digest. */
  public Decision reproduce(
      Actor actor, String party, String purpose, Map<FieldClass, Form> forms, int people) {
    return actor.may(Act.INQUIRE)
        ? ofDuty(Act.INQUIRE, actor, Optional.of(party), purpose, forms, people)
        : new Decision.Refused(notYourDuty(Act.INQUIRE));
  }

  /**
   * Leave to look through the vault for the people that a condition names; nothing leaves it but
   * their number.
   */
  public Decision select(Actor actor, String purpose) {
    Act act = actor.partner().isPresent() ? Act.RECEIVE : Act.REQUEST;
    return actor.may(act)
        ? ofDuty(act, actor, Optional.empty(), purpose, Map.of(), Integer.MAX_VALUE)
        : new Decision.Refused(notYourDuty(Act.REQUEST));
  }

  /**
   * Whether the actor may find one person in order to do this for the person: record or show what
   * was said, give a copy, correct.
   */
  public Decision identify(Actor actor, Act act) {
    String purpose = act == Act.CONSENT ? "consent" : "own-rights";
    return actor.may(act)
        ? ofDuty(act, actor, Optional.empty(), purpose, Map.of(), Integer.MAX_VALUE)
        : new Decision.Refused(notYourDuty(act));
  }

  /** Leave to open all that is kept of one person, for that person: everything in plain. */
  public Decision copy(Actor actor, int records) {
    Map<FieldClass, Form> all = new LinkedHashMap<>();
    for (FieldClass field : FieldClass.values()) {
      all.put(field, Form.PLAIN);
    }
    return actor.may(Act.OWNERS)
        ? ofDuty(Act.OWNERS, actor, Optional.empty(), "own-rights", all, records)
        : new Decision.Refused(notYourDuty(Act.OWNERS));
  }

  /**
   * Leave to read the number of the person whom an alias stands for, so that a call goes on to it:
   * for the holder of the alias, whose caller is not shown it.
   */
  public Decision connect(Actor actor, String party, String purpose, int records) {
    return actor.may(Act.CONNECT)
        ? ofDuty(
            Act.CONNECT,
            actor,
            Optional.of(party),
            purpose,
            Map.of(FieldClass.MOBILE, Form.ALIAS),
            records)
        : new Decision.Refused(notYourDuty(Act.CONNECT));
  }

  /**
   * Leave to open one contract for the vehicle's new owner: what is said of vehicle and contract in
   * plain, everything that is said of the former owner withheld; the plate too, which stays with
   * the former owner.
   */
  public Decision buyerCopy(Actor actor) {
    Map<FieldClass, Form> forms = new LinkedHashMap<>();
    for (FieldClass field : FieldClass.values()) {
      forms.put(field, OF_THE_VEHICLE.contains(field) ? Form.PLAIN : Form.WITHHELD);
    }
    return actor.may(Act.BUYER_COPY)
        ? ofDuty(Act.BUYER_COPY, actor, Optional.empty(), "own-rights", forms, 1)
        : new Decision.Refused(notYourDuty(Act.BUYER_COPY));
  }

  /**
   * Why a document may not be given to this party for this purpose; nothing when it may. What
   * stands in a document is not known column by column: the duty, the party and an allowance of the
   * policy for the two are asked.
   */
  public Optional<Refusal> document(Actor actor, String to, String purpose) {
    if (!actor.may(Act.RELEASE)) {
      return Optional.of(notYourDuty(Act.RELEASE));
    }
    if (chain.party(to).isEmpty()) {
      return Optional.of(Refusal.of("unknown-party", "未登记的接收方", "unknown party"));
    }
    if (!policy.purposes().containsKey(purpose)) {
      return Optional.of(Refusal.of("unknown-purpose", "制度中没有此目的", "unknown purpose"));
    }
    return policy.allowance(purpose, chain.party(to)).isPresent()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "not-for-this-party",
                "制度不许为此目的向这类接收方提供任何内容",
                "the policy gives nothing to such a party for this purpose"));
  }

  /** Leave to look through the vault for what is past its time; nothing leaves it. */
  public Decision retain(Actor actor) {
    return actor.may(Act.RETAIN)
        ? ofDuty(Act.RETAIN, actor, Optional.empty(), "retention", Map.of(), Integer.MAX_VALUE)
        : new Decision.Refused(notYourDuty(Act.RETAIN));
  }

  /**
   * Why a request may not name people by a condition on these fields: what it gives in plain, or
   * one of the actor's duties may look up in plain for the purpose, may be asked about. Another
   * field may when it is {@code general} and leaves the grade of the list as it is, because whoever
   * has the list knows then what the condition says. Numbers never: they are named one by one.
   */
  public Optional<Refusal> condition(Actor actor, Ask ask, Set<FieldClass> fields) {
    return new Conditional(policy).refusal(actor, ask.purpose(), defaults(policy, ask), fields);
  }

  private Permit ofDuty(
      Act act,
      Actor actor,
      Optional<String> to,
      String purpose,
      Map<FieldClass, Form> forms,
      int people) {
    return new Permit(
        act,
        actor.id(),
        to.flatMap(chain::party),
        purpose,
        new Basis.OfDuty(),
        Channel.FILE,
        forms,
        people);
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
                    + " has a credential already: only that person (with it) or a protection"
                    + " officer can replace it"));
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
      return Optional.of(Refusal.of("unknown-party", "未登记的接收方", "unknown party"));
    }
    if (!policy.purposes().containsKey(ask.purpose())) {
      return Optional.of(Refusal.of("unknown-purpose", "制度中没有此目的", "unknown purpose"));
    }
    if (ask.columns().isEmpty() || ask.people() < 1) {
      return Optional.of(
          Refusal.of("nothing-asked", "没有可释放的列或人", "no column or nobody to release"));
    }
    return Optional.empty();
  }

  private Optional<Refusal> overPolicy(Policy rules, Ask ask) {
    return PolicyRule.refusal(rules.allowance(ask.purpose(), chain.party(ask.to())), ask);
  }

  /** A policy's own form of each column, in the order of the ask; withheld where it is silent. */
  private Map<FieldClass, Form> defaults(Policy rules, Ask ask) {
    Map<FieldClass, Form> given =
        rules
            .allowance(ask.purpose(), chain.party(ask.to()))
            .map(Policy.Allowance::forms)
            .orElse(Map.of());
    Map<FieldClass, Form> forms = new LinkedHashMap<>();
    ask.columns().forEach(field -> forms.put(field, given.getOrDefault(field, Form.WITHHELD)));
    return forms;
  }

  /** The form that shows less. */
  private static Form less(Form one, Form other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Decision permit(Ask ask, Basis basis, Map<FieldClass, Form> forms) {
    if (forms.entrySet().stream().anyMatch(Authority::aliasOfNoNumber)) {
      return new Decision.Refused(
          new Refusal(GrantRule.id(GrantRule.NO_ALIAS_FOR_FIELD), GrantRule.noAliasForField()));
    }
    return new Permit(
        Act.RELEASE,
        ask.actor(),
        chain.party(ask.to()),
        ask.purpose(),
        basis,
        ask.channel(),
        forms,
        ask.people());
  }

  private static boolean aliasOfNoNumber(Map.Entry<FieldClass, Form> column) {
    return column.getValue() == Form.ALIAS && column.getKey() != FieldClass.MOBILE;
  }

  private static Decision refused(String rule, String zh, String en) {
    return new Decision.Refused(Refusal.of(rule, zh, en));
  }
}
