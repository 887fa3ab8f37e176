package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.GrantDecided;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.RequestDecided;
import io.tidemark.authorise.Voice;
import io.tidemark.authorise.approval.Approvals;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.EntrySigner;
import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Approving and rejecting: {@code Request -> Ruling -> Receipt}. What a person decides is signed
 * with that person's own key; a delegate's word is badged with whose duty it was. Thread-safe.
 *
 * <p>Every method throws {@link io.tidemark.authorise.Overtaken} when somebody else moved the same
 * thing first, and asks for the key only when nothing refuses.
 */
public final class Approval {
  private final Register register;
  private final Approvals approvals;

  /** Hears these voices, recorded in this register. */
  public Approval(Register register, Approvals approvals) {
    this.register = register;
    this.approvals = approvals;
  }

  /**
   * Approves a request, or confirms an emergency.
   *
   * @param delegator for whom the actor says to speak; nobody for the actor's own choice
   */
  public Recorded<Ruling.Moved<Request>> approve(
      Actor actor, Optional<String> delegator, Request request, Supplier<EntrySigner> key) {
    return end(
        actor,
        approvals.approve(actor, delegator, request, register.now()),
        moved -> register.begin("approval", actor).line("request", request.id()),
        moved -> new RequestDecided(moved.before(), moved.after()),
        key);
  }

  /**
   * Rejects a request, or objects to an emergency.
   *
   * @param why the reason; the ledger holds its digest
   */
  public Recorded<Ruling.Moved<Request>> reject(
      Actor actor,
      Optional<String> delegator,
      Request request,
      String why,
      Supplier<EntrySigner> key) {
    return end(
        actor,
        approvals.reject(actor, delegator, request, register.now()),
        moved ->
            register
                .begin("rejection", actor)
                .line("request", request.id())
                .line("reason-sha256", Digest.sha256(why)),
        moved -> new RequestDecided(moved.before(), moved.after()),
        key);
  }

  /** Approves a proposed grant. */
  public Recorded<Ruling.Moved<Grant>> approve(
      Actor actor, Optional<String> delegator, Grant grant, Supplier<EntrySigner> key) {
    return end(
        actor,
        approvals.approve(actor, delegator, grant, register.now()),
        moved -> register.begin("approval", actor).line("grant", grant.id()),
        moved -> new GrantDecided(moved.before(), moved.after()),
        key);
  }

  private <T> Recorded<Ruling.Moved<T>> end(
      Actor actor,
      Ruling<T> ruling,
      Function<Ruling.Moved<T>, Entry.Builder> entry,
      Function<Ruling.Moved<T>, Journal.Consequence> consequence,
      Supplier<EntrySigner> key) {
    return ruling.either(
        moved ->
            new Recorded.Done<>(
                moved,
                register
                    .journal()
                    .record(
                        key.get().signed(badged(entry.apply(moved), moved)),
                        consequence.apply(moved))),
        refusal -> refused(actor, refusal));
  }

  private <T> Recorded<T> refused(Actor actor, Refusal refusal) {
    return register.refused(actor, Act.APPROVE, refusal);
  }

  private static Entry.Builder badged(Entry.Builder entry, Ruling.Moved<?> moved) {
    moved
        .voice()
        .flatMap(Voice::delegator)
        .ifPresent(who -> entry.line("badge", "delegate").line("for", who));
    return entry;
  }
}
