package io.tidemark.authorise;

import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Leave to open personal data, given by {@link Authority} only. The vault wants it together with
 * the receipt of the ledger entry that names it. Immutable.
 */
public final class Permit implements Decision {
  /** How the basis of a permit begins that rests on an approved request. */
  static final String REQUEST = "request ";

  private final Act act;
  private final String actor;
  private final Optional<Party> to;
  private final String purpose;
  private final String basis;
  private final Map<FieldClass, Form> forms;
  private final int people;

  Permit(
      Act act,
      String actor,
      Optional<Party> to,
      String purpose,
      String basis,
      Map<FieldClass, Form> forms,
      int people) {
    this.act = act;
    this.actor = actor;
    this.to = to;
    this.purpose = purpose;
    this.basis = basis;
    this.forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    this.people = people;
  }

  /** What it allows: a release, an inquiry, or choosing whom a request is about. */
  public Act act() {
    return act;
  }

  /** Who acts. */
  public String actor() {
    return actor;
  }

  /** The recipient; nobody for an inquiry. */
  public Optional<Party> to() {
    return to;
  }

  /** What for. */
  public String purpose() {
    return purpose;
  }

  /** What it rests on: {@code grant g-…}, {@code request r-…}, or a duty. */
  public String basis() {
    return basis;
  }

  /** The request that it uses up, when it rests on one. */
  public Optional<String> request() {
    return basis.startsWith(REQUEST)
        ? Optional.of(basis.substring(REQUEST.length()))
        : Optional.empty();
  }

  /** The fields in the order of the list, each with its form. */
  public Map<FieldClass, Form> forms() {
    return forms;
  }

  /** The most people that may be opened under it. */
  public int people() {
    return people;
  }

  /**
   * SHA-256 over everything above: the ledger entry names it, so that no receipt serves another
   * permit.
   */
  public Digest digest() {
    StringBuilder text = new StringBuilder("tidemark permit v1\n");
    text.append(act).append('\n').append(actor).append('\n');
    text.append(to.map(Party::id).orElse("-")).append('\n');
    text.append(purpose).append('\n').append(basis).append('\n').append(people).append('\n');
    forms.forEach((field, form) -> text.append(field).append('=').append(form).append('\n'));
    return Digest.sha256(text.toString());
  }

  @Override
  public String toString() {
    return "Permit["
        + act
        + " by "
        + actor
        + " to "
        + to.map(Party::id).orElse("-")
        + ", "
        + basis
        + "]";
  }
}
