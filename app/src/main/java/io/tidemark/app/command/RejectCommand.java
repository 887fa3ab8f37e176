package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Request;
import io.tidemark.custody.Recorded;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rejects a request. */
@Command(
    name = "reject",
    description = {"否决一项申请，并说明理由。", "Rejects a request, with the reason."},
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

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = {"理由。", "The reason."})
  private @Nullable String why;

  @Override
  Answer work() throws Exception {
    if (Objects.requireNonNull(why).isBlank()) {
      throw Stop.usage("请说明理由", "say why");
    }
    try (Session session = open()) {
      Request request = ApproveCommand.find(session, Objects.requireNonNull(id));
      Recorded.Done<Request> end =
          Refusals.orStop(
              session
                  .approval()
                  .reject(
                      session.actor(), request, why, () -> credential(session.home()).signer()));
      return Answer.builder()
          .field("request", request.id().text())
          .field("state", "rejected")
          .field("why", why)
          .field("entry", end.receipt().index())
          .say("已否决 " + request.id(), "rejected " + request.id())
          .build();
    }
  }
}
