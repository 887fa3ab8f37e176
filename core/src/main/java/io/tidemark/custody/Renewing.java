package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.GrantProposed;
import io.tidemark.authorise.approval.Renewals;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.ledger.Entry;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Proposing a grant anew before it ends: {@code Grant -> Ruling -> Receipt}. Thread-safe.
 *
 * @param register where it is recorded
 * @param renewals what may be proposed
 */
public record Renewing(Register register, Renewals renewals) {
  /**
   * Proposes it. Throws {@link io.tidemark.authorise.Overtaken} when somebody else proposed the
   * same first.
   *
   * @param until the new last day
   * @param signing the entry as the actor signs it; asked for only when nothing refuses
   */
  public Recorded<Ruling.Moved<Grant>> renew(
      Actor actor, Grant grant, LocalDate until, Function<Entry.Builder, Entry> signing) {
    return renewals
        .renew(actor, grant, until, register.now())
        .either(
            moved ->
                new Recorded.Done<>(
                    moved,
                    register
                        .journal()
                        .record(
                            signing.apply(entry(actor, moved)),
                            new GrantProposed(moved.after(), grant.id()))),
            refusal -> register.refused(actor, Act.REQUEST, refusal));
  }

  private Entry.Builder entry(Actor actor, Ruling.Moved<Grant> moved) {
    return register
        .begin("renewal", actor)
        .line("grant", moved.after().id())
        .line("renews", moved.before().id())
        .line("until", moved.after().until());
  }
}
