package io.tidemark.authorise.preview;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Policy.Allowance;
import io.tidemark.authorise.Policy.ApprovalRule;
import io.tidemark.authorise.Request;
import io.tidemark.terms.Channel;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what two policies make of the same grants and requests. Immutable. */
public final class PolicyPreview {
  private final Policy now;
  private final Policy next;
  private final Chain chain;

  /** From the policy that counts now to the next one. */
  public PolicyPreview(Policy now, Policy next, Chain chain) {
    this.now = now;
    this.next = next;
    this.chain = chain;
  }

  /** What changes for grants and requests that are not ended. */
  public List<Effect> effects(Collection<Request> requests, Instant instant) {
    LocalDate today = China.day(instant);
    List<Effect> effects = new ArrayList<>();
    for (Grant grant : chain.grants()) {
      Grant.State state = grant.stateOn(today);
      if (state != Grant.State.REVOKED && state != Grant.State.EXPIRED) {
        effects.addAll(new Compared(terms(grant)).effects());
      }
    }
    for (Request request : requests) {
      Request.State state = request.stateAt(instant);
      if (state == Request.State.WAITING || state == Request.State.APPROVED) {
        effects.addAll(new Compared(terms(request)).effects());
      }
    }
    return effects;
  }

  /** What a grant and a request have in common. */
  private record Terms(
      String id,
      String to,
      String purpose,
      List<FieldClass> columns,
      Map<FieldClass, Form> forms,
      int people,
      Set<Channel> channels) {}

  private static Terms terms(Grant grant) {
    return new Terms(
        grant.id().text(),
        grant.to(),
        grant.purpose(),
        grant.columns(),
        grant.forms(),
        grant.peopleAtMost(),
        grant.limits().channels().isEmpty()
            ? EnumSet.allOf(Channel.class)
            : grant.limits().channels());
  }

  private static Terms terms(Request request) {
    return new Terms(
        request.id().text(),
        request.ask().to(),
        request.ask().purpose(),
        request.columns(),
        Map.of(),
        request.ask().people(),
        Set.of(request.ask().channel()));
  }

  /** One grant or request under both policies. */
  private final class Compared {
    private final Terms terms;
    private final List<Effect> effects = new ArrayList<>();

    Compared(Terms terms) {
      this.terms = terms;
    }

    List<Effect> effects() {
      Optional<Allowance> before = now.allowance(terms.purpose(), chain.party(terms.to()));
      Optional<Allowance> after = next.allowance(terms.purpose(), chain.party(terms.to()));
      boolean known = next.purposes().containsKey(terms.purpose());
      if (before.isEmpty()) {
        return effects;
      }
      if (after.isEmpty() || !known) {
        unusable(
            "新制度不为此目的向此类接收方提供数据", "the next policy gives nothing to this kind of party for it");
        return effects;
      }
      fields(before.get(), after.get());
      people(before.get(), after.get());
      channels(before.get(), after.get());
      approvers();
      return effects;
    }

    private void fields(Allowance before, Allowance after) {
      List<FieldClass> given =
          terms.columns().stream().filter(field -> given(before, field)).toList();
      List<FieldClass> lost = given.stream().filter(field -> !given(after, field)).toList();
      if (!given.isEmpty() && lost.size() == given.size()) {
        unusable("所有字段都不再提供", "none of its fields is given any more");
        return;
      }
      lost.forEach(
          field ->
              add(
                  Effect.Kind.LOSES_FIELD,
                  "不再提供 " + field.zh() + "，或其形式超过新上限",
                  field.en() + " is not given any more, or its form shows more than the ceiling"));
      for (FieldClass field : given) {
        Form was = form(before, field);
        Form will = form(after, field);
        if (!lost.contains(field) && was != will) {
          add(
              Effect.Kind.FORM,
              field.zh() + "：" + was.id() + " → " + will.id(),
              field.en() + ": " + was.id() + " -> " + will.id());
        }
      }
    }

    private Form form(Allowance allowance, FieldClass field) {
      return terms
          .forms()
          .getOrDefault(field, allowance.forms().getOrDefault(field, Form.WITHHELD));
    }

    private boolean given(Allowance allowance, FieldClass field) {
      return allowance.forms().containsKey(field)
          && allowance
              .ceiling(field)
              .filter(most -> form(allowance, field).compareTo(most) >= 0)
              .isPresent();
    }

    private void people(Allowance before, Allowance after) {
      int was = Math.min(terms.people(), before.people());
      int will = Math.min(terms.people(), after.people());
      if (will < was) {
        add(
            Effect.Kind.PEOPLE,
            "每份人数上限 " + was + " → " + will,
            "people in one list: " + was + " -> " + will);
      }
    }

    private void channels(Allowance before, Allowance after) {
      List<Channel> lost =
          terms.channels().stream()
              .filter(channel -> before.allow(channel) && !after.allow(channel))
              .sorted()
              .toList();
      if (lost.size() == terms.channels().size()) {
        unusable("所有渠道都不再允许", "none of its channels is allowed any more");
      } else {
        lost.forEach(
            channel ->
                add(
                    Effect.Kind.CHANNEL,
                    "不再能以" + channel.words().zh() + "提供",
                    "may not leave " + channel.words().en() + " any more"));
      }
    }

    private void approvers() {
      Set<FieldClass> together = EnumSet.copyOf(terms.columns());
      String was = words(now.approvals(together, terms.people()));
      String will = words(next.approvals(together, terms.people()));
      if (!was.equals(will)) {
        add(
            Effect.Kind.APPROVERS,
            "若重新申请，所需审批 " + was + " → " + will,
            "asked anew, its approvals: " + was + " -> " + will);
      }
    }

    private void unusable(String zh, String en) {
      add(Effect.Kind.UNUSABLE, zh, en);
    }

    private void add(Effect.Kind kind, String zh, String en) {
      effects.add(new Effect(terms.id(), terms.to(), terms.purpose(), kind, new Words(zh, en)));
    }
  }

  private static String words(Optional<ApprovalRule> rule) {
    return rule.map(
            needed ->
                needed.quorum()
                    + " ("
                    + needed.duties().stream()
                        .map(Duty::id)
                        .sorted()
                        .collect(Collectors.joining(", "))
                    + ")")
        .orElse("-");
  }
}
