package io.tidemark.authorise;

import io.tidemark.terms.Channel;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import io.tidemark.terms.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Leave to open personal data, given by {@link Authority} only. The vault wants it together with
 * the receipt of the ledger entry that names it. Immutable.
 */
public final class Permit implements Decision {
  private final Act act;
  private final String actor;
  private final Optional<Party> to;
  private final String purpose;
  private final Basis basis;
  private final Channel channel;
  private final Map<FieldClass, Form> forms;
  private final int people;

  Permit(
      Act act,
      String actor,
      Optional<Party> to,
      String purpose,
      Basis basis,
      Channel channel,
      Map<FieldClass, Form> forms,
      int people) {
    this.act = act;
    this.actor = actor;
    this.to = to;
    this.purpose = purpose;
    this.basis = basis;
    this.channel = channel;
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

  /** What it rests on. */
  public Basis basis() {
    return basis;
  }

  /** How the data may leave. */
  public Channel channel() {
    return channel;
  }

  /** The fields in the order of the list, each with its form. */
  public Map<FieldClass, Form> forms() {
    return forms;
  }

  /** The most people that may be opened under it. */
  public int people() {
    return people;
  }

  @Override
  public String rule() {
    return basis.rule();
  }

  @Override
  public Words why() {
    Words words = basis.why(this);
    if (to.isEmpty()) {
      return new Words(
          words.zh() + " " + purpose + "（规则 " + rule() + "）",
          words.en() + " " + purpose + " (rule " + rule() + ")");
    }
    String who = to.get().id();
    return new Words(
        words.zh()
            + ("以" + channel.words().zh() + "向 " + who + " 提供 " + people + " 人的 " + forms.size())
            + (" 个字段，用于 " + purpose + "（规则 " + rule() + "）"),
        words.en()
            + (" " + forms.size() + " fields of " + people + " people for " + who + ", ")
            + (channel.words().en() + ", for " + purpose + " (rule " + rule() + ")"));
  }

  /**
   * SHA-256 over everything above: the ledger entry names it, so that no receipt serves another
   * permit.
   */
  public Digest digest() {
    StringBuilder text = new StringBuilder("tidemark permit v2\n");
    text.append(act).append('\n').append(actor).append('\n');
    text.append(to.map(Party::id).orElse("-")).append('\n');
    text.append(purpose).append('\n').append(basis.text()).append('\n');
    text.append(channel).append('\n').append(people).append('\n');
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
        + basis.text()
        + "]";
  }
}
