package io.tidemark.app.command.aliases;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets the numbers of a party ring longer. */
@Command(
    name = "extend",
    description = {
      "把某一方为某目的的别名号码延到另一天；不超过制度规定的保存天数。",
      "Lets the alias numbers of a party for a purpose ring until another day, within the days for"
          + " which the policy lets a copy be kept."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark aliases extend --to ag-0001 --purpose renewal-service --until 2027-01-31 \\",
      "      --why 'renewal season'"
    })
public final class AliasesExtendCommand extends Work {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "PARTY",
      description = {"哪一方。", "Whose they are."})
  private String party = "";

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "PURPOSE",
      description = {"目的。", "The purpose."})
  private String purpose = "";

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DAY",
      description = {"最后一天，YYYY-MM-DD。", "The last day, YYYY-MM-DD."})
  private LocalDate until = LocalDate.EPOCH;

  @Mixin private Reason reason = new Reason();

  @Override
  protected Answer work() throws Exception {
    String why = reason.said();
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.KEEP_ALIASES);
      if (session.chain().party(party).isEmpty()) {
        throw Stop.usage("没有登记的当事方：" + party, "no such party: " + party);
      }
      Recorded.Done<Integer> done =
          Refusals.orStop(session.aliasing().extend(session.actor(), party, purpose, until, why));
      return Answer.builder()
          .field("bindings", done.what())
          .field("until", until.toString())
          .field("entry", done.receipt().index())
          .say(
              done.what() + " 个号码有效至 " + until + "；账目 " + done.receipt().index(),
              done.what() + " numbers ring until " + until + "; entry " + done.receipt().index())
          .build();
    }
  }
}
