package io.tidemark.authorise;

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
 * A standing permission to receive lists.
 *
 * @param id names it
 * @param to the party that may receive
 * @param purpose what for
 * @param columns the fields, in the order of the list
 * @param forms the form of a field where the grant says so; elsewhere the policy's default holds
 * @param peopleAtMost the most people in one list
 * @param until the last day of its use
 * @param approvers who must approve, or has approved
 * @param approved who has approved so far
 * @param state whether it can be used
 */
public record Grant(
    GrantId id,
    String to,
    String purpose,
    List<FieldClass> columns,
    Map<FieldClass, Form> forms,
    int peopleAtMost,
    LocalDate until,
    Set<String> approvers,
    Set<String> approved,
    State state) {
  /** Where a grant stands. */
  public enum State {
    /** Laid down in the founding act; usable. */
    FOUNDING,
    /** Waits for its named approvers; not usable. */
    PROPOSED,
    /** Approved by all its named approvers; usable. */
    ACTIVE,
    /** Taken back; never usable again. */
    REVOKED
  }

  /** Copies the collections. */
  public Grant {
    columns = List.copyOf(columns);
    forms = Map.copyOf(forms.isEmpty() ? Map.of() : new EnumMap<>(forms));
    approvers = Set.copyOf(approvers);
    approved = Set.copyOf(approved);
  }

  /** Whether lists can be released under it on {@code day}. */
  public boolean usableOn(LocalDate day) {
    return (state == State.FOUNDING || state == State.ACTIVE) && !day.isAfter(until);
  }

  /**
   * The same grant after {@code person} approved it: a proposed one is active once all named
   * approvers have.
   */
  public Grant approvedBy(String person) {
    Set<String> now = new TreeSet<>(approved);
    now.add(person);
    boolean all = !approvers.isEmpty() && now.containsAll(approvers);
    State next = state == State.PROPOSED && all ? State.ACTIVE : state;
    return new Grant(id, to, purpose, columns, forms, peopleAtMost, until, approvers, now, next);
  }
}
