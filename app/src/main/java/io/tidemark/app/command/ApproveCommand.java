package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.GrantDecided;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.RequestDecided;
import io.tidemark.custody.Entries;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.RequestId;
import java.util.Objects;
import java.util.Optional;
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
    Optional<Refusal> refusal =
        session.authority().approve(session.actor(), request, session.clock().instant());
    if (refusal.isPresent()) {
      throw Refusals.recorded(session, Act.APPROVE, refusal.get());
    }
    Request approved = session.authority().approved(session.actor(), request);
    Entry entry =
        credential(session.home())
            .signed(
                Entries.begin(
                        "approval", session.clock().instant(), session.actor(), session.policy())
                    .line("request", request.id()));
    Receipt receipt = session.home().journal().record(entry, new RequestDecided(approved));
    boolean done = approved.state() == Request.State.APPROVED;
    int missing = Math.max(0, request.rule().quorum() - approved.approvedBy().size());
    return Answer.builder()
        .field("request", request.id().text())
        .field("state", approved.state().name().toLowerCase(java.util.Locale.ROOT))
        .field("approved_by", approved.approvedBy().stream().sorted().toList())
        .field("entry", receipt.index())
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
    if (grant.state() != Grant.State.PROPOSED
        || !grant.approvers().contains(session.actor().id())) {
      throw Refusals.recorded(
          session,
          Act.APPROVE,
          Refusal.of(
              "not-named",
              "此授权不在待批准状态，或没有点名您审批",
              "the grant does not wait for approval, or does not name you"));
    }
    if (grant.approved().contains(session.actor().id())) {
      throw Refusals.recorded(
          session,
          Act.APPROVE,
          Refusal.of("approved-already", "您已批准过此授权", "you have approved this grant already"));
    }
    Grant approved = grant.approvedBy(session.actor().id());
    Entry entry =
        credential(session.home())
            .signed(
                Entries.begin(
                        "approval", session.clock().instant(), session.actor(), session.policy())
                    .line("grant", grant.id()));
    Receipt receipt = session.home().journal().record(entry, new GrantDecided(approved));
    String state = approved.state().name().toLowerCase(java.util.Locale.ROOT);
    return Answer.builder()
        .field("request", name)
        .field("state", state)
        .field("approved_by", approved.approved().stream().sorted().toList())
        .field("entry", receipt.index())
        .say("授权 " + name + " 现为 " + state, "grant " + name + " is now " + state)
        .build();
  }
}
