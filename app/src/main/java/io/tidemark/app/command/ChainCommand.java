package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.ChainChanged;
import io.tidemark.formats.settings.ChainFile;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Changes the chain. */
@Command(
    name = "chain",
    description = {"各方、人员与授权。", "Parties, people and grants."},
    subcommands = ChainCommand.Apply.class)
public final class ChainCommand extends Group {
  /** Applies a chain file. */
  @Command(
      name = "apply",
      description = {
        "应用 chain.yaml：新的授权先处于“待批准”，由文件中点名的审批人各自用 approve 批准。",
        "Applies chain.yaml: new grants stay proposed until each named approver approves them with approve."
      },
      footer = {"", "例 / Example:", "  ./tidemark chain apply chain.yaml"})
  public static final class Apply extends Work {
    @Parameters(
        paramLabel = "FILE",
        description = {"chain.yaml"})
    private @Nullable Path file;

    @Override
    protected Answer work() throws Exception {
      SettingsFile settings = SettingsFile.open(java.util.Objects.requireNonNull(file));
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.SET_UP);
        ChainFile.Applied applied =
            ChainFile.read(
                settings,
                session.chain(),
                session.policy(),
                LocalDate.now(),
                ChainFile.Mode.PROPOSED);
        Receipt receipt =
            session
                .home()
                .journal()
                .record(
                    session
                        .register()
                        .begin("chain", session.actor())
                        .line("file-sha256", settings.digest())
                        .line("act", "proposed")
                        .line("parties", applied.parties().size())
                        .line("people", applied.people().size())
                        .line("grants", applied.grants().size())
                        .build(),
                    new ChainChanged(
                        applied.parties(), applied.people(), applied.grants(), settings.text()));
        return answer(applied, receipt);
      }
    }

    private Answer answer(ChainFile.Applied applied, Receipt receipt) {
      List<String> changes = new ArrayList<>();
      Answer.Builder answer = Answer.builder().field("entry", receipt.index());
      for (Words change : applied.changes()) {
        changes.add(change.in(terminal().language()));
        answer.say(change);
      }
      applied
          .grants()
          .forEach(
              grant ->
                  answer.say(
                      "授权 " + grant.id() + " 待批准：" + grant.approvers(),
                      "grant " + grant.id() + " waits for " + grant.approvers()));
      return answer
          .field("changes", changes)
          .field("grants", applied.grants().stream().map(grant -> grant.id().text()).toList())
          .say("已记入账目 " + receipt.index(), "recorded in entry " + receipt.index())
          .build();
    }
  }
}
