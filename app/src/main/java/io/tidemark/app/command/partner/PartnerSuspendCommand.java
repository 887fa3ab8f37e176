package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.custody.Recorded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Suspends a partner at once, everywhere. */
@Command(
    name = "suspend",
    description = {
      "立即暂停一个合作方：所有节点、所有证书、已打开的连接都从下一个请求起拒绝。",
      "Suspends a partner at once: every node, every certificate, open connections too, from the next request on."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark partner suspend ag-0001 --why '深夜大量下载' --as liu.min"
    })
public final class PartnerSuspendCommand extends PartnerWork {
  @Mixin private final OfParty party = new OfParty();

  @Mixin private final Reason reason = new Reason();

  @Override
  protected Answer work() throws Exception {
    String why = reason.said();
    try (Session session = open()) {
      String who = party.in(session);
      Recorded.Done<String> end =
          Refusals.orStop(partnering(session).suspend(session.actor(), who, why));
      return state(who, "suspended", end.receipt().index())
          .say("已暂停 " + who + "，立即生效", who + " is suspended, from now on")
          .build();
    }
  }
}
