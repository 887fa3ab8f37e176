package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.RequestDecided;
import io.tidemark.custody.Entries;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.util.Objects;
import java.util.Optional;
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
      Optional<Refusal> refusal =
          session.authority().approve(session.actor(), request, session.clock().instant());
      if (refusal.isPresent()) {
        throw Refusals.recorded(session, Act.APPROVE, refusal.get());
      }
      Request rejected = request.with(request.approvedBy(), Request.State.REJECTED);
      Receipt receipt =
          session
              .home()
              .journal()
              .record(
                  credential(session.home())
                      .signed(
                          Entries.begin(
                                  "rejection",
                                  session.clock().instant(),
                                  session.actor(),
                                  session.policy())
                              .line("request", request.id())
                              .line("reason-sha256", Digest.sha256(why))),
                  new RequestDecided(rejected));
      return Answer.builder()
          .field("request", request.id().text())
          .field("state", "rejected")
          .field("why", why)
          .field("entry", receipt.index())
          .say("已否决 " + request.id(), "rejected " + request.id())
          .build();
    }
  }
}
