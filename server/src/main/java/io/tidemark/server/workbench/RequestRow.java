package io.tidemark.server.workbench;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.server.rules.InForce;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.Party;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A request as pages show it.
 *
 * @param mine whether it waits for the reader's word
 * @param needed how many approvals it needs
 */
public record RequestRow(
    String id,
    String state,
    boolean mine,
    String recipient,
    String purpose,
    String askedBy,
    List<FieldClass> columns,
    int people,
    int needed,
    List<String> approvedBy,
    Instant decideBy,
    Instant useBy) {
  static RequestRow of(Request request, Actor reader, InForce now, Language language) {
    Request.State state = request.stateAt(now.register().now());
    boolean open = state == Request.State.WAITING;
    boolean spoke =
        request.ask().actor().equals(reader.id())
            || request.spoken().stream().anyMatch(voice -> voice.concerns(reader.id()));
    Policy.Purpose purpose = now.policy().purposes().get(request.ask().purpose());
    return new RequestRow(
        request.id().text(),
        state.name().toLowerCase(Locale.ROOT),
        open && !spoke && reader.may(Act.APPROVE),
        name(now, request.ask().to()),
        purpose == null ? request.ask().purpose() : purpose.words().in(language),
        request.ask().actor(),
        request.columns(),
        request.ask().people(),
        request.rule().quorum(),
        request.approvedBy().stream().map(Object::toString).sorted().toList(),
        request.decideBy(),
        request.useBy());
  }

  /** A party's name, or its number where the chain does not know it any more. */
  static String name(InForce now, String party) {
    return now.chain().party(party).map(Party::name).orElse(party);
  }
}
