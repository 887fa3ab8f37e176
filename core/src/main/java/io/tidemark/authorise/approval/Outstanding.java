package io.tidemark.authorise.approval;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Voice;
import io.tidemark.terms.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whose word a proposed grant waits for.
 *
 * @param grant the grant
 * @param named those whom it names and who have not spoken; nobody unless it is proposed
 * @param gone those of them who cannot speak any more: they are no members of the chain, or have no
 *     duty to approve
 */
public record Outstanding(Grant grant, Set<String> named, Set<String> gone) {
  /** Copies the sets. */
  public Outstanding {
    named = Set.copyOf(named);
    gone = Set.copyOf(gone);
  }

  /** What a grant waits for on this day. */
  public static Outstanding of(Grant grant, Chain chain, LocalDate today) {
    Set<String> named = new TreeSet<>();
    Set<String> gone = new TreeSet<>();
    if (grant.stateOn(today) == Grant.State.PROPOSED) {
      grant.approvers().stream()
          .filter(person -> grant.approved().stream().noneMatch(spoke(person)))
          .forEach(named::add);
      Voices voices = new Voices(chain, List.of());
      named.stream().filter(person -> !voices.approves(person)).forEach(gone::add);
    }
    return new Outstanding(grant, named, gone);
  }

  private static Predicate<Voice> spoke(String person) {
    return voice -> voice.duty().equals(person);
  }

  /** What to do about a grant that would wait for ever; nothing when it would not. */
  public Optional<Words> remedy() {
    if (gone.isEmpty()) {
      return Optional.empty();
    }
    String who = String.join(", ", new TreeSet<>(gone));
    return Optional.of(
        new Words(
            "授权 "
                + grant.id()
                + " 等不到 "
                + who
                + "：已不在链上，或已无审批职责。请用 revoke 撤回它，再用 chain apply 提出新的授权，写明现任审批人",
            "grant "
                + grant.id()
                + (" waits in vain for " + who + ": no longer in the chain, or without a duty to")
                + " approve. Take it back with revoke, and propose it anew with chain apply, naming"
                + " somebody who approves now"));
  }
}
