package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.GrantDecided;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.RequestDecided;
import io.tidemark.ledger.EntrySigner;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Approving and rejecting: {@code Request -> Decision -> Receipt}. What a person decides is signed
 * with that person's own key. Thread-safe.
 */
public final class Approval {
  private final Register register;
  private final Authority authority;

  /** Decides by this authority, recorded in this register. */
  public Approval(Register register, Authority authority) {
    this.register = register;
    this.authority = authority;
  }

  /**
   * Approves a request.
   *
   * @param key the actor's own key; asked for only when nothing refuses
   * @throws io.tidemark.authorise.Overtaken when somebody else decided at the same moment
   */
  public Recorded<Request> approve(Actor actor, Request request, Supplier<EntrySigner> key) {
    Optional<Refusal> refusal = authority.approve(actor, request, register.now());
    if (refusal.isPresent()) {
      return register.refused(actor, Act.APPROVE, refusal.get());
    }
    Request approved = authority.approved(actor, request);
    Receipt receipt =
        register
            .journal()
            .record(
                key.get().signed(register.begin("approval", actor).line("request", request.id())),
                new RequestDecided(approved));
    return new Recorded.Done<>(approved, receipt);
  }

  /**
   * Rejects a request.
   *
   * @param why the reason; the ledger holds its digest
   * @param key the actor's own key; asked for only when nothing refuses
   * @throws io.tidemark.authorise.Overtaken when somebody else decided at the same moment
   */
  public Recorded<Request> reject(
      Actor actor, Request request, String why, Supplier<EntrySigner> key) {
    Optional<Refusal> refusal = authority.approve(actor, request, register.now());
    if (refusal.isPresent()) {
      return register.refused(actor, Act.APPROVE, refusal.get());
    }
    Request rejected = request.with(request.approvedBy(), Request.State.REJECTED);
    Receipt receipt =
        register
            .journal()
            .record(
                key.get()
                    .signed(
                        register
                            .begin("rejection", actor)
                            .line("request", request.id())
                            .line("reason-sha256", Digest.sha256(why))),
                new RequestDecided(rejected));
    return new Recorded.Done<>(rejected, receipt);
  }

  /**
   * Approves a proposed grant.
   *
   * @param key the actor's own key; asked for only when nothing refuses
   */
  public Recorded<Grant> approve(Actor actor, Grant grant, Supplier<EntrySigner> key) {
    Optional<Refusal> refusal = refusal(actor, grant);
    if (refusal.isPresent()) {
      return register.refused(actor, Act.APPROVE, refusal.get());
    }
    Grant approved = grant.approvedBy(actor.id());
    Receipt receipt =
        register
            .journal()
            .record(
                key.get().signed(register.begin("approval", actor).line("grant", grant.id())),
                new GrantDecided(approved));
    return new Recorded.Done<>(approved, receipt);
  }

  private static Optional<Refusal> refusal(Actor actor, Grant grant) {
    if (grant.state() != Grant.State.PROPOSED || !grant.approvers().contains(actor.id())) {
      return Optional.of(
          Refusal.of(
              "not-named",
              "此授权不在待批准状态，或没有点名您审批",
              "the grant does not wait for approval, or does not name you"));
    }
    return grant.approved().contains(actor.id())
        ? Optional.of(
            Refusal.of("approved-already", "您已批准过此授权", "you have approved this grant already"))
        : Optional.empty();
  }
}
