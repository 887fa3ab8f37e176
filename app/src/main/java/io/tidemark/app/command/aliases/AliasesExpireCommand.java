package io.tidemark.app.command.aliases;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Aliasing;
import io.tidemark.custody.Recorded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends bindings. */
@Command(
    name = "expire",
    description = {
      "结束到期的绑定，放出静置期满的号码（服务器每小时自动做一次，可随时中断、再做）；或用 --to 立即结束某一方的全部绑定。",
      "Ends bindings whose last day is over and frees numbers that have rested (a server does so"
          + " every hour; it can be cut off and done again); with --to it ends all bindings of a"
          + " party at once."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark aliases expire",
      "  ./tidemark aliases expire --to ag-0001 --why 'contract ended'",
      "  ./tidemark aliases expire --to ag-0001 --purpose renewal-service --why 'list returned'"
    })
public final class AliasesExpireCommand extends Work {
  @Option(
      names = "--to",
      paramLabel = "PARTY",
      description = {"立即结束哪一方的绑定。", "Whose bindings end at once."})
  private @Nullable String party;

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = {"只结束此目的的。", "Only those for this purpose."})
  private @Nullable String purpose;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = {"理由，与 --to 同用。", "The reason, with --to."})
  private @Nullable String why;

  @Override
  protected Answer work() throws Exception {
    if (party == null && (purpose != null || why != null)) {
      throw Stop.usage("--purpose 与 --why 须与 --to 同用", "--purpose and --why go with --to");
    }
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.KEEP_ALIASES);
      Aliasing aliasing = session.aliasing();
      return party == null
          ? answer(aliasing.sweep(session.actor()))
          : answer(atOnce(session, aliasing, party).what());
    }
  }

  private Recorded.Done<Aliasing.Swept> atOnce(Session session, Aliasing aliasing, String whose) {
    if (why == null || why.isBlank()) {
      throw Stop.usage("请用 --why 说明理由", "say why with --why");
    }
    if (session.chain().party(whose).isEmpty()) {
      throw Stop.usage("没有登记的当事方：" + whose, "no such party: " + whose);
    }
    if (purpose != null && !session.policy().purposes().containsKey(purpose)) {
      throw Stop.usage("制度中没有此目的：" + purpose, "no such purpose: " + purpose);
    }
    return Refusals.orStop(
        aliasing.expire(session.actor(), whose, Optional.ofNullable(purpose), why));
  }

  private static Answer answer(Aliasing.Swept swept) {
    return Answer.builder()
        .field("ended", swept.ended())
        .field("freed", swept.freed())
        .field("rests_until", swept.rests().toString())
        .say(
            "结束 " + swept.ended() + " 个绑定，号码静置至 " + swept.rests() + "；放出 " + swept.freed() + " 个号码",
            swept.ended()
                + " bindings ended, their numbers rest until "
                + swept.rests()
                + "; "
                + swept.freed()
                + " numbers are free again")
        .build();
  }
}
