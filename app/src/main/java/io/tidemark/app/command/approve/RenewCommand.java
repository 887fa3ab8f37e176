package io.tidemark.app.command.approve;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Ways;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.approval.Renewals;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Renewing;
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
      "在授权到期之前提出续期：条款不变，须由原来的审批人再次批准；在此之前原授权照旧。制度已不允许的条款不能续期；每项授权同时只有一项续期在等。",
      "Proposes a grant anew before it ends: same terms, same approvers; the old one stays as it"
          + " is. Refused where the policy no longer allows the terms, or while another renewal of"
          + " it waits."
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
  protected Answer work() throws Exception {
    try (Session session = open()) {
      return Ways.first(() -> renew(session));
    }
  }

  private Answer renew(Session session) {
    Grant grant = Ways.grant(session, Objects.requireNonNull(id));
    Renewals renewals = new Renewals(session.authority(), session.home().chain().chain());
    return proposed(
        Refusals.orStop(
            new Renewing(session.register(), renewals)
                .renew(
                    session.actor(),
                    grant,
                    Objects.requireNonNull(until),
                    entry -> signed(session, entry))));
  }

  private static Answer proposed(Recorded.Done<Ruling.Moved<Grant>> end) {
    Grant after = end.what().after();
    List<String> approvers = after.approvers().stream().sorted().toList();
    return Answer.builder()
        .field("grant", after.id().text())
        .field("renews", end.what().before().id().text())
        .field("until", after.until().toString())
        .field("state", Ways.name(after.state()))
        .field("waits_for", approvers)
        .field("entry", end.receipt().index())
        .say(
            "续期 " + after.id() + " 待批准：" + String.join(", ", approvers),
            "renewal " + after.id() + " waits for " + String.join(", ", approvers))
        .build();
  }
}
