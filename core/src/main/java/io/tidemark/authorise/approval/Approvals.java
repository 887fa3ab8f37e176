package io.tidemark.authorise.approval;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.Request.State;
import io.tidemark.authorise.Request.Step;
import io.tidemark.authorise.StillStands;
import io.tidemark.authorise.Voice;
import io.tidemark.terms.China;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Words for and against. The requester is never heard and never spoken for; each person counts
 * once, by the own mouth or a delegate's. Immutable, thread-safe.
 */
public final class Approvals {
  private final Chain chain;
  private final Voices voices;

  /** Approvals in this chain, under these delegations. */
  public Approvals(Chain chain, List<Delegation> delegations) {
    this.chain = chain;
    this.voices = new Voices(chain, List.copyOf(delegations));
  }

  /**
   * The request after this approval: approved once the quorum is there and each wanted duty among
   * the approvers. An emergency is confirmed.
   *
   * @param delegator for whom the actor says to speak; nobody for the actor's own choice
   */
  public Ruling<Request> approve(
      Actor actor, Optional<String> delegator, Request request, Instant now) {
    return speak(
        actor,
        delegator,
        request,
        now,
        (voice, asked) ->
            asked.state() == State.REVIEW
                ? judged(asked, Step.CONFIRM, voice)
                : approved(asked, voice));
  }

  /** The request after somebody said no; an emergency was none, says this person. */
  public Ruling<Request> reject(
      Actor actor, Optional<String> delegator, Request request, Instant now) {
    return speak(
        actor,
        delegator,
        request,
        now,
        (voice, asked) ->
            asked.state() == State.REVIEW
                ? judged(asked, Step.OBJECT, voice)
                : asked.after(Step.REJECT, State.REJECTED));
  }

  private Ruling<Request> speak(
      Actor actor,
      Optional<String> delegator,
      Request request,
      Instant now,
      BiFunction<Voice, Request, Request> word) {
    Set<Voice> spoken = request.spoken();
    Voices.Heard heard =
        voices.hear(actor, delegator, request.ask().actor(), spoken, person -> true, now);
    Optional<Refusal> refusal =
        heard
            .refusal()
            .or(() -> late(request, now))
            .or(() -> Voices.again(heard.voice().orElseThrow(), spoken));
    return refusal.isPresent()
        ? new Ruling.Refused<>(refusal.get())
        : new Ruling.Moved<>(
            request, word.apply(heard.voice().orElseThrow(), request), heard.voice());
  }

  private static Optional<Refusal> late(Request request, Instant now) {
    return switch (request.stateAt(now)) {
      case WAITING, REVIEW -> Optional.empty();
      case EXPIRED -> Optional.of(StillStands.undecided());
      default ->
          Optional.of(
              Refusal.of("not-waiting", "此申请不在待审批状态", "the request does not wait for approval"));
    };
  }

  private Request approved(Request request, Voice voice) {
    Set<Voice> approvers = new HashSet<>(request.approvedBy());
    approvers.add(voice);
    return request.after(
        Step.APPROVE, enough(request, approvers) ? State.APPROVED : State.WAITING, approvers);
  }

  /** Whoever has lost the duty since is not counted. */
  private boolean enough(Request request, Set<Voice> approvers) {
    EnumSet<Duty> duties = EnumSet.noneOf(Duty.class);
    int heard = 0;
    for (Voice voice : approvers) {
      if (voices.approves(voice.duty())) {
        heard++;
        chain.person(voice.duty()).ifPresent(person -> duties.addAll(person.duties()));
      }
    }
    return heard >= request.rule().quorum() && duties.containsAll(request.rule().duties());
  }

  private static Request judged(Request request, Step step, Voice voice) {
    Request.Emergency emergency = request.emergency().orElseThrow();
    Set<Voice> confirmed = new HashSet<>(request.approvedBy());
    Set<Voice> objected = new HashSet<>(emergency.objectedBy());
    (step == Step.CONFIRM ? confirmed : objected).add(voice);
    State judged = objected.isEmpty() ? State.CONFIRMED : State.OBJECTED;
    boolean done = confirmed.size() + objected.size() >= Request.Emergency.JUDGES;
    return request.after(
        step,
        done ? judged : State.REVIEW,
        confirmed,
        Optional.of(new Request.Emergency(emergency.why(), emergency.skipped(), objected)));
  }

  /** The grant after this approval: active once all whom it names have approved. */
  public Ruling<Grant> approve(Actor actor, Optional<String> delegator, Grant grant, Instant now) {
    Voices.Heard heard =
        voices.hear(
            actor, delegator, grant.askedBy(), grant.approved(), grant.approvers()::contains, now);
    Optional<Refusal> refusal =
        heard
            .refusal()
            .or(() -> late(grant, now))
            .or(() -> Voices.again(heard.voice().orElseThrow(), grant.approved()));
    return refusal.isPresent()
        ? new Ruling.Refused<>(refusal.get())
        : new Ruling.Moved<>(grant, grant.approvedBy(heard.voice().orElseThrow()), heard.voice());
  }

  private static Optional<Refusal> late(Grant grant, Instant now) {
    return switch (grant.stateOn(China.day(now))) {
      case PROPOSED -> Optional.empty();
      case EXPIRED ->
          Optional.of(
              Refusal.of(
                  "grant-expired", "授权的期限已过", "the grant's last day has passed: propose it anew"));
      default ->
          Optional.of(
              Refusal.of("not-waiting", "此授权不在待批准状态", "the grant does not wait for approval"));
    };
  }
}
