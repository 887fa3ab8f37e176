package io.tidemark.app.command.approve;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Ways;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.Voice;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.custody.Recorded;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rejects a request, or objects to an emergency. */
@Command(
    name = "reject",
    description = {
      "否决一项申请，或反对一次紧急取用，并说明理由。",
      "Rejects a request, or objects to an emergency, with the reason."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark reject r-0123456789abcdef --why '列太多' --as liu.min"
    })
public final class RejectCommand extends Work {
  @Parameters(
      paramLabel = "REQUEST",
      description = {"申请的编号。", "The request."})
  private @Nullable String id;

  @Mixin private final Reason reason = new Reason();

  @Option(
      names = "--for",
      paramLabel = "PERSON",
      description = {
        "代表谁（受其委托；默认本人，无本人职责时为委托人）。",
        "For whom, by delegation (default: oneself, or whoever lent the duty)."
      })
  private @Nullable String delegator;

  @Override
  protected Answer work() throws Exception {
    reason.said();
    try (Session session = open()) {
      return Ways.first(() -> reject(session, Objects.requireNonNull(id)));
    }
  }

  private Answer reject(Session session, String name) {
    String why = reason.said();
    Recorded.Done<Ruling.Moved<Request>> end =
        Refusals.orStop(
            session
                .approval()
                .reject(
                    session.actor(),
                    Optional.ofNullable(delegator),
                    Ways.request(session, name),
                    why,
                    () -> credential(session.home()).signer()));
    Request after = end.what().after();
    boolean emergency = after.emergency().isPresent();
    String state = Ways.name(after.state());
    return Answer.builder()
        .field("request", after.id().text())
        .field("state", state)
        .field("why", why)
        .field("spoke_for", end.what().voice().flatMap(Voice::delegator).orElse(null))
        .field("entry", end.receipt().index())
        .say(
            emergency ? "已记下您对紧急取用的反对，现为 " + state : "已否决 " + after.id(),
            emergency
                ? "your objection to the emergency is recorded; it is " + state
                : "rejected " + after.id())
        .build();
  }
}
