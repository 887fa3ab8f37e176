package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.custody.Recorded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets a suspended partner in again. */
@Command(
    name = "resume",
    description = {
      "恢复被暂停的合作方；只有个人信息保护负责人能做。",
      "Lets a suspended partner in again; for a protection officer alone."
    },
    footer = {"", "例 / Example:", "  ./tidemark partner resume ag-0001 --as liu.min"})
public final class PartnerResumeCommand extends PartnerWork {
  @Mixin private final OfParty party = new OfParty();

  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      String who = party.in(session);
      Recorded.Done<String> end = Refusals.orStop(partnering(session).resume(session.actor(), who));
      return state(who, "active", end.receipt().index())
          .say("已恢复 " + who, who + " is let in again")
          .build();
    }
  }
}
