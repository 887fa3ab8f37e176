package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Group;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.owner.Publishing;
import io.tidemark.history.Histories;
import picocli.CommandLine.Command;

/** Where people's histories stand. */
@Command(
    name = "history",
    description = {
      "每个人的历史：谁在何时因何得到了其信息；链头所在映射的根记入账本。",
      "People's histories: who received what of whom, when and why; the root of the map of heads is an"
          + " entry of the ledger."
    },
    subcommands = {HistoryCommand.Publish.class})
public final class HistoryCommand extends Group {
  /** Publishes a root. */
  @Command(
      name = "publish",
      description = {
        "把尚未汇入的账目汇入每个人的链，并把新的根记入账本（serve 运行时每小时自动执行）。",
        "Folds what is recorded since into each person's chain, and records the new root (while serve"
            + " runs, every hour by itself)."
      },
      footer = {"", "例 / Example:", "  ./tidemark history publish"})
  public static final class Publish extends Work {
    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.AUDIT);
        Histories.Current current =
            new Publishing(session.register(), session.home().histories()).confirm(session.actor());
        return Answer.builder()
            .field("number", current.root().number())
            .field("people", current.root().people())
            .field("root", current.root().root().toString())
            .field("entries", current.root().entries())
            .field("entry", current.entry())
            .say(
                "第 "
                    + current.root().number()
                    + " 个根：共 "
                    + current.root().people()
                    + " 人，覆盖序号 "
                    + current.root().entries()
                    + " 之前的账目；记为账目 "
                    + current.entry(),
                "root "
                    + current.root().number()
                    + ": "
                    + current.root().people()
                    + " people, all entries before "
                    + current.root().entries()
                    + "; recorded as entry "
                    + current.entry())
            .build();
      }
    }
  }
}
