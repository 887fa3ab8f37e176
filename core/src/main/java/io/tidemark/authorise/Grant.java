package io.tidemark.authorise;

import static io.tidemark.authorise.Grant.State.ACTIVE;
import static io.tidemark.authorise.Grant.State.EXPIRED;
import static io.tidemark.authorise.Grant.State.FOUNDING;
import static io.tidemark.authorise.Grant.State.PROPOSED;
import static io.tidemark.authorise.Grant.State.REVOKED;

import io.tidemark.authorise.Arrows.Arrow;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.GrantId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A standing permission to receive lists. Its terms never change: a wider or longer one is a new
 * grant.
 *
 * @param id names it
 * @param to the party that may receive
 * @param purpose what for
 * @param columns the fields, in the order of the list
 * @param forms the form of a field where the grant says so; elsewhere the policy's default holds
 * @param peopleAtMost the most people in one list
 * @param until the last day of its use
 * @param limits channels, first day, hours and quota
 * @param askedBy who proposed it, and so never approves it
 * @param approvers who must approve, or has approved
 * @param approved who has approved so far
 * @param state as it was recorded; {@link #stateOn} tells what it is on a day
 */
public record Grant(
    GrantId id,
    String to,
    String purpose,
    List<FieldClass> columns,
    Map<FieldClass, Form> forms,
    int peopleAtMost,
    LocalDate until,
    Limits limits,
    String askedBy,
    Set<String> approvers,
    Set<Voice> approved,
    State state) {
  /** Where a grant stands. */
  public enum State {
    /** Laid down in the founding act; usable. */
    FOUNDING,
    /** Waits for its named approvers; not usable. */
    PROPOSED,
    /** Approved by all its named approvers; usable. */
    ACTIVE,
    /** Past its last day; never recorded, the calendar says so. */
    EXPIRED,
    /** Taken back; never usable again. */
    REVOKED
  }

  /** What can be done to a grant. */
  public enum Step {
    APPROVE,
    REVOKE,
    /** Its last day passes. */
    LAPSE
  }

  /** The ways of a grant. */
  public static final Arrows<State, Step> ARROWS =
      new Arrows<>(
          Set.of(
              new Arrow<>(PROPOSED, Step.APPROVE, PROPOSED),
              new Arrow<>(PROPOSED, Step.APPROVE, ACTIVE),
              new Arrow<>(PROPOSED, Step.REVOKE, REVOKED),
              new Arrow<>(FOUNDING, Step.REVOKE, REVOKED),
              new Arrow<>(ACTIVE, Step.REVOKE, REVOKED),
              new Arrow<>(PROPOSED, Step.LAPSE, EXPIRED),
              new Arrow<>(FOUNDING, Step.LAPSE, EXPIRED),
              new Arrow<>(ACTIVE, Step.LAPSE, EXPIRED)));

  /** Copies the collections. */
  public Grant {
    columns = List.copyOf(columns);
    forms = Map.copyOf(forms.isEmpty() ? Map.of() : new EnumMap<>(forms));
    approvers = Set.copyOf(approvers);
    approved = Set.copyOf(approved);
  }

  /** Where it stands on {@code day}. */
  public State stateOn(LocalDate day) {
    return day.isAfter(until) && ARROWS.allow(state, Step.LAPSE) ? EXPIRED : state;
  }

  /** Whether lists can be released under it on {@code day}. */
  public boolean usableOn(LocalDate day) {
    State now = stateOn(day);
    boolean begun = limits.from().map(first -> !day.isBefore(first)).orElse(true);
    return begun && (now == FOUNDING || now == ACTIVE);
  }

  /**
   * The same grant after one more approved it: a proposed one is active once all named approvers
   * have, themselves or by a delegate.
   */
  public Grant approvedBy(Voice voice) {
    Set<Voice> now = new TreeSet<>(approved);
    now.add(voice);
    boolean all =
        !approvers.isEmpty() && approvers.stream().allMatch(named -> Voice.among(now, named));
    return in(ARROWS.follow(state, Step.APPROVE, all ? ACTIVE : PROPOSED), now);
  }

  /** The same grant taken back. */
  public Grant revoked() {
    return in(ARROWS.follow(state, Step.REVOKE, REVOKED), approved);
  }

  /** The longest list that it covers. */
  Ask most(Channel channel) {
    return new Ask(askedBy, to, purpose, columns, peopleAtMost, channel);
  }

  /** Whether another grant gives the same to the same party, whatever their last days. */
  public boolean sameTerms(Grant other) {
    return to.equals(other.to)
        && purpose.equals(other.purpose)
        && columns.equals(other.columns)
        && forms.equals(other.forms)
        && peopleAtMost == other.peopleAtMost
        && limits.equals(other.limits);
  }

  /** A proposal with the same terms and approvers until another day. */
  public Grant renewed(GrantId next, LocalDate day, String by) {
    return new Grant(
        next,
        to,
        purpose,
        columns,
        forms,
        peopleAtMost,
        day,
        limits,
        by,
        approvers,
        Set.of(),
        PROPOSED);
  }

  private Grant in(State next, Set<Voice> voices) {
    return new Grant(
        id,
        to,
        purpose,
        columns,
        forms,
        peopleAtMost,
        until,
        limits,
        askedBy,
        approvers,
        voices,
        next);
  }
}
