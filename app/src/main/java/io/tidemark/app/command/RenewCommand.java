package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.GrantProposed;
import io.tidemark.authorise.approval.Renewals;
import io.tidemark.ledger.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes a grant anew before it ends. */
@Command(
    name = "renew",
    description = {
      "在授权到期之前提出续期：条款不变，须由原来的审批人再次批准；在此之前原授权照旧。",
      "Proposes a grant anew before it ends: same terms, same approvers; the old one stays as it is."
    },
    footer = {"", "例 / Example:", "  ./tidemark renew g-0123456789abcdef --until 2028-12-31"})
public final class RenewCommand extends Work {
  @Parameters(
      paramLabel = "GRANT",
      description = {"授权的编号。", "The grant."})
  private @Nullable String id;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DATE",
      description = {"新的最后一天。", "The new last day."})
  private @Nullable LocalDate until;

  @Override
  Answer work() throws Exception {
    try (Session session = open()) {
      Grant grant = Ways.grant(session, Objects.requireNonNull(id));
      return Renewals.renew(
              session.actor(), grant, Objects.requireNonNull(until), session.clock().instant())
          .either(
              moved -> proposed(session, moved.before(), moved.after()),
              refusal -> {
                throw Refusals.recorded(session, Act.REQUEST, refusal);
              });
    }
  }

  private Answer proposed(Session session, Grant before, Grant after) {
    Receipt receipt =
        session
            .home()
            .journal()
            .record(
                signed(
                    session,
                    session
                        .register()
                        .begin("renewal", session.actor())
                        .line("grant", after.id())
                        .line("renews", before.id())
                        .line("until", after.until())),
                new GrantProposed(after));
    List<String> approvers = after.approvers().stream().sorted().toList();
    return Answer.builder()
        .field("grant", after.id().text())
        .field("renews", before.id().text())
        .field("until", after.until().toString())
        .field("state", Ways.name(after.state()))
        .field("waits_for", approvers)
        .field("entry", receipt.index())
        .say(
            "续期 " + after.id() + " 待批准：" + String.join(", ", approvers),
            "renewal " + after.id() + " waits for " + String.join(", ", approvers))
        .build();
  }
}
