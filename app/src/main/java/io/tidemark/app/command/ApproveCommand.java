package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Request;
import io.tidemark.custody.Recorded;
import io.tidemark.terms.RequestId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Approves a request or a proposed grant. */
@Command(
    name = "approve",
    description = {
      "批准一项申请（r-…）或一项待批准的授权（g-…），以本人凭证签名。",
      "Approves a request (r-…) or a proposed grant (g-…), signed with one's own credential."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark approve r-0123456789abcdef --as liu.min --credential liu.min.key"
    })
public final class ApproveCommand extends Work {
  @Parameters(
      paramLabel = "REQUEST",
      description = {"申请或授权的编号。", "The request or grant."})
  private @Nullable String id;

  @Override
  Answer work() throws Exception {
    String name = Objects.requireNonNull(id);
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.APPROVE);
      return name.startsWith("g-") ? grant(session, name) : request(session, find(session, name));
    }
  }

  /** The request of this name. */
  static Request find(Session session, String name) {
    try {
      return session.home().requests().find(new RequestId(name)).orElseThrow(() -> unknown(name));
    } catch (IllegalArgumentException e) {
      throw unknown(name);
    }
  }

  private static Stop unknown(String name) {
    return Stop.usage("没有这项申请：" + name, "there is no such request: " + name);
  }

  private Answer request(Session session, Request request) {
    Recorded.Done<Request> end =
        Refusals.orStop(
            session
                .approval()
                .approve(session.actor(), request, () -> credential(session.home()).signer()));
    Request approved = end.what();
    boolean done = approved.state() == Request.State.APPROVED;
    int missing = Math.max(0, request.rule().quorum() - approved.approvedBy().size());
    return Answer.builder()
        .field("request", request.id().text())
        .field("state", approved.state().name().toLowerCase(java.util.Locale.ROOT))
        .field("approved_by", approved.approvedBy().stream().sorted().toList())
        .field("entry", end.receipt().index())
        .say(
            done
                ? "已批准，可以释放：./tidemark disclose " + request.id() + " --out FILE"
                : "已记下您的批准，还差 " + Math.max(1, missing) + " 人",
            done
                ? "approved: ./tidemark disclose " + request.id() + " --out FILE"
                : "your approval is recorded; " + Math.max(1, missing) + " more needed")
        .build();
  }

  private Answer grant(Session session, String name) {
    Grant grant =
        session.chain().grants().stream()
            .filter(one -> one.id().text().equals(name))
            .findFirst()
            .orElseThrow(() -> Stop.usage("没有这项授权：" + name, "there is no such grant: " + name));
    Recorded.Done<Grant> end =
        Refusals.orStop(
            session
                .approval()
                .approve(session.actor(), grant, () -> credential(session.home()).signer()));
    Grant approved = end.what();
    String state = approved.state().name().toLowerCase(java.util.Locale.ROOT);
    return Answer.builder()
        .field("request", name)
        .field("state", state)
        .field("approved_by", approved.approved().stream().sorted().toList())
        .field("entry", end.receipt().index())
        .say("授权 " + name + " 现为 " + state, "grant " + name + " is now " + state)
        .build();
  }
}
