package io.tidemark.app.command.approve;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Ways;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.GrantDecided;
import io.tidemark.authorise.RequestDecided;
import io.tidemark.authorise.approval.Revocations;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes back a grant or a request. */
@Command(
    name = "revoke",
    description = {
      "撤销一项授权（g-…）或一项未使用的申请（r-…）：立即生效，别的进程也不能再用。",
      "Takes back a grant (g-…) or an unused request (r-…): at once, for every process."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark revoke g-0123456789abcdef --why '合作已终止' --as liu.min"
    })
public final class RevokeCommand extends Work {
  @Parameters(
      paramLabel = "GRANT|REQUEST",
      description = {"授权或申请的编号。", "The grant or request."})
  private @Nullable String id;

  @Mixin private final Reason reason = new Reason();

  @Override
  protected Answer work() throws Exception {
    reason.said();
    String name = Objects.requireNonNull(id);
    try (Session session = open()) {
      return Ways.first(
          () -> Ways.namesGrant(name) ? grant(session, name) : request(session, name));
    }
  }

  private Answer grant(Session session, String name) {
    return Revocations.revoke(session.actor(), Ways.grant(session, name), session.clock().instant())
        .either(
            moved ->
                revoked(session, "grant", name, new GrantDecided(moved.before(), moved.after())),
            refusal -> refused(session, refusal));
  }

  private Answer request(Session session, String name) {
    return Revocations.revoke(
            session.actor(), Ways.request(session, name), session.clock().instant())
        .either(
            moved ->
                revoked(
                    session, "request", name, new RequestDecided(moved.before(), moved.after())),
            refusal -> refused(session, refusal));
  }

  private static Answer refused(Session session, Refusal refusal) {
    throw Refusals.recorded(session, Act.REVOKE, refusal);
  }

  private Answer revoked(
      Session session, String what, String name, Journal.Consequence consequence) {
    String why = reason.said();
    Entry.Builder entry =
        session
            .register()
            .begin("revocation", session.actor())
            .line(what, name)
            .line("reason-sha256", Digest.sha256(why));
    Receipt receipt = session.home().journal().record(signed(session, entry), consequence);
    return Answer.builder()
        .field("revoked", name)
        .field("state", "revoked")
        .field("why", why)
        .field("entry", receipt.index())
        .say("已撤销 " + name + "，立即生效", "revoked " + name + ", from now on")
        .build();
  }
}
