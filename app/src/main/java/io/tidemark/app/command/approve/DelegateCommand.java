package io.tidemark.app.command.approve;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.approval.Delegating;
import io.tidemark.authorise.approval.Delegation;
import io.tidemark.authorise.approval.DelegationMade;
import io.tidemark.custody.Entries;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.China;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lends one's duty to approve. */
@Command(
    name = "delegate",
    description = {
      "把自己的审批职责委托给另一人，到某日为止；受托人的批准算委托人的职责，账目带有标记，申请人的委托从不算数。",
      "Lends one's duty to approve to another person until a day; the delegate's word counts as that duty, badged; never"
          + " for one's own request."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark delegate --to wang.fang --until 2026-12-31 --as chen.wei",
      "  ./tidemark delegate --to wang.fang --end --as chen.wei"
    })
public final class DelegateCommand extends Work {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "PERSON",
      description = {"受托人。", "The delegate."})
  private @Nullable String to;

  @ArgGroup(multiplicity = "1")
  private Last last = new Last();

  /** When it ends. */
  static final class Last {
    @Option(
        names = "--until",
        paramLabel = "DATE",
        description = {"最后一天（含）。", "The last day, included."})
    private @Nullable LocalDate until;

    @Option(
        names = "--end",
        description = {"立即收回委托。", "Take the delegation back at once."})
    private boolean end;
  }

  @Override
  protected Answer work() throws Exception {
    String delegate = Objects.requireNonNull(to);
    try (Session session = open()) {
      Instant now = session.clock().instant().truncatedTo(ChronoUnit.MILLIS);
      LocalDate today = China.day(now);
      LocalDate asked = last.end ? today : Objects.requireNonNull(last.until);
      Optional<Refusal> refusal =
          Delegating.refusal(session.actor(), delegate, asked, session.chain(), now);
      if (refusal.isPresent()) {
        throw Refusals.recorded(session, Act.APPROVE, refusal.get());
      }
      LocalDate until = last.end ? today.minusDays(1) : asked;
      Delegation made = new Delegation(session.actor().id(), delegate, until, now);
      Receipt receipt =
          session
              .home()
              .journal()
              .record(
                  credential(session.home())
                      .signer()
                      .signed(
                          Entries.begin("delegation", now, session.actor(), session.policy())
                              .line("to", delegate)
                              .line("until", until)),
                  new DelegationMade(made));
      return Answer.builder()
          .field("from", made.from())
          .field("to", made.to())
          .field("until", until.toString())
          .field("entry", receipt.index())
          .say(
              last.end ? "已收回给 " + delegate + " 的委托" : "已委托 " + delegate + "，至 " + until + "（含）",
              last.end
                  ? "the delegation to " + delegate + " has ended"
                  : delegate + " may approve for you until " + until + " (included)")
          .build();
    }
  }
}
