package io.tidemark.app.command.approve;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.ForecastJson;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Ways;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.Voice;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.custody.Forecast;
import io.tidemark.custody.Recorded;
import io.tidemark.terms.FieldClass;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves a request or a proposed grant, or confirms an emergency. */
@Command(
    name = "approve",
    description = {
      "批准一项申请（r-…）或一项待批准的授权（g-…），或确认一次紧急取用，以本人凭证签名。",
      "Approves a request (r-…) or a proposed grant (g-…), or confirms an emergency, signed with one's own credential."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark approve r-0123456789abcdef --as liu.min --credential liu.min.key",
      "  ./tidemark approve r-0123456789abcdef --as wang.fang --for chen.wei"
    })
public final class ApproveCommand extends Work {
  @Parameters(
      paramLabel = "REQUEST",
      description = {"申请或授权的编号。", "The request or grant."})
  private @Nullable String id;

  @Option(
      names = "--for",
      paramLabel = "PERSON",
      description = {
        "代表谁（受其委托；默认本人，无本人职责时为委托人）。",
        "For whom, by delegation (default: oneself, or whoever lent the duty)."
      })
  private @Nullable String delegator;

  @Override
  protected Answer work() throws Exception {
    String name = Objects.requireNonNull(id);
    try (Session session = open()) {
      return Ways.first(
          () -> Ways.namesGrant(name) ? grant(session, name) : request(session, name));
    }
  }

  private Answer request(Session session, String name) {
    Recorded.Done<Ruling.Moved<Request>> end =
        Refusals.orStop(
            session
                .approval()
                .approve(
                    session.actor(),
                    Optional.ofNullable(delegator),
                    Ways.request(session, name),
                    () -> credential(session.home()).signer()));
    Request after = end.what().after();
    int missing = Math.max(1, after.rule().quorum() - after.approvedBy().size());
    Answer.Builder answer = answer(after.id().text(), after.state(), after.approvedBy(), end);
    seen(session, after, answer);
    return switch (after.state()) {
      case APPROVED ->
          answer
              .say(
                  "已批准，可以释放：./tidemark disclose " + after.id() + " --out FILE",
                  "approved: ./tidemark disclose " + after.id() + " --out FILE")
              .build();
      case WAITING ->
          answer
              .say(
                  "已记下您的批准，还差 " + missing + " 人",
                  "your approval is recorded; " + missing + " more needed")
              .build();
      default ->
          answer
              .say(
                  "已记下您对紧急取用的确认，现为 " + Ways.name(after.state()),
                  "your confirmation of the emergency is recorded; it is "
                      + Ways.name(after.state()))
              .build();
    };
  }

  /** What was approved. */
  private static void seen(Session session, Request request, Answer.Builder answer) {
    Optional<Forecast> forecast =
        Optional.ofNullable(
            session.home().requests().forecasts(List.of(request)).get(request.id()));
    answer
        .field("to", request.ask().to())
        .field("purpose", request.ask().purpose())
        .field("columns", request.columns().stream().map(FieldClass::zh).toList())
        .field("people", request.ask().people())
        .field("forecast", forecast.map(ForecastJson::of).orElse(null))
        .field("policy_changed", session.changedSince(request))
        .say(new RequestSheet(request, forecast, session.changedSince(request)).table());
  }

  private Answer grant(Session session, String name) {
    Recorded.Done<Ruling.Moved<Grant>> end =
        Refusals.orStop(
            session
                .approval()
                .approve(
                    session.actor(),
                    Optional.ofNullable(delegator),
                    Ways.grant(session, name),
                    () -> credential(session.home()).signer()));
    Grant after = end.what().after();
    String state = Ways.name(after.state());
    return answer(after.id().text(), after.state(), after.approved(), end)
        .say("授权 " + after.id() + " 现为 " + state, "grant " + after.id() + " is now " + state)
        .build();
  }

  private static Answer.Builder answer(
      String id,
      Enum<?> state,
      Collection<Voice> approved,
      Recorded.Done<? extends Ruling.Moved<?>> end) {
    List<String> voices = approved.stream().map(Voice::toString).sorted().toList();
    return Answer.builder()
        .field("request", id)
        .field("state", Ways.name(state))
        .field("approved_by", voices)
        .field("spoke_for", end.what().voice().flatMap(Voice::delegator).orElse(null))
        .field("entry", end.receipt().index());
  }
}
