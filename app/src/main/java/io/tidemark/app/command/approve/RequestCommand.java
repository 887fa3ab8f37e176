package io.tidemark.app.command.approve;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Columns;
import io.tidemark.app.command.ForecastJson;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Selection;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.custody.Asking;
import io.tidemark.custody.Forecast;
import io.tidemark.custody.Recorded;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks for a release. */
@Command(
    name = "request",
    description = {
      "申请一次释放：显示会暴露什么、几行即可指认、需要谁批准。",
      "Asks for a release: shows what it would expose, how many rows would name the recipient, who must approve."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark request --to ag-0001 --purpose renewal-service --columns 姓名,车牌号,厂牌型号,地址,终保日期 \\",
      "      --where '终保日期 2026-12-01..2026-12-31'"
    })
public final class RequestCommand extends Work {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "PARTY",
      description = {"接收方。", "The recipient."})
  private @Nullable String to;

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "P",
      description = {"目的。", "The purpose."})
  private @Nullable String purpose;

  @Option(
      names = "--columns",
      required = true,
      paramLabel = "A,B",
      description = {"列。", "The columns."})
  private @Nullable String columns;

  @ArgGroup(multiplicity = "1")
  private Whom whom = new Whom();

  /** Whom it is about. */
  public static final class Whom {
    @Option(
        names = "--where",
        paramLabel = "EXPR",
        description = {"条件，见 docs/conditions.md。", "A condition, see docs/conditions.md."})
    private @Nullable String where;

    @Option(
        names = "--subjects",
        paramLabel = "FILE",
        description = {"名单文件，表头为保单号、车架号、车牌号、手机号或证件号码。", "A file of subjects."})
    private @Nullable Path subjects;

    public RoaringBitmap records(Selection selection, String purpose) {
      return subjects != null
          ? selection.subjects(subjects)
          : selection.where(Selection.parse(Objects.requireNonNull(where)), purpose);
    }
  }

  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      String receiver = Objects.requireNonNull(to);
      String why = Objects.requireNonNull(purpose);
      var fields = Columns.parse(Objects.requireNonNull(columns));
      session
          .asking()
          .refusal(session.actor(), receiver, why, fields)
          .ifPresent(
              refusal -> {
                throw Stop.refused(refusal);
              });
      RoaringBitmap records = whom.records(new Selection(session, terminal()::note), why);
      return made(
          Refusals.orStop(session.asking().ask(session.actor(), receiver, why, fields, records)));
    }
  }

  private Answer made(Recorded.Done<Asking.Asked> end) {
    Request request = end.what().request();
    Ask ask = request.ask();
    Policy.ApprovalRule rule = request.rule();
    Decision.NeedsApproval needed = end.what().needed();
    Forecast forecast = end.what().forecast();
    String duties =
        rule.duties().stream().map(duty -> duty.id()).sorted().collect(Collectors.joining(", "));
    Answer.Builder answer = Answer.builder();
    answer
        .field("request", request.id().text())
        .field("decision", "needs-approval")
        .field("approvals_needed", rule.quorum())
        .field("duties_needed", rule.duties().stream().map(duty -> duty.id()).sorted().toList())
        .field("people", ask.people())
        .field("left_out", end.what().leftOut() == 0 ? null : end.what().leftOut())
        .fields(ForecastJson.of(forecast))
        .field("decide_by", request.decideBy().toString())
        .field("use_by", request.useBy().toString())
        .field("rule", needed.rule())
        .field("why", needed.why().in(terminal().language()))
        .field("entry", end.receipt().index())
        .say(
            ("申请 " + request.id() + "：" + ask.people() + " 人，需要 " + rule.quorum())
                + (" 人批准（" + duties + "）"),
            ("request " + request.id() + ": " + ask.people() + " people, needs " + rule.quorum())
                + (" approvals (" + duties + ")"))
        .say(needed.why())
        .say(new RequestSheet(request, Optional.of(forecast), false).table());
    if (end.what().leftOut() > 0) {
      answer.say(
          "其中 " + end.what().leftOut() + " 份会在释放时略过：本人不愿意，或没有登记所需的同意",
          end.what().leftOut()
              + " of them would be left out at the release: the person does not want it, or the"
              + " consent that is needed is not recorded");
    }
    end.what()
        .unmet()
        .ifPresent(
            refusal ->
                answer.say(
                    "按现在的样子，disclose 会拒绝：" + refusal.reason().zh(),
                    "as it stands, disclose would refuse it: " + refusal.reason().en()));
    return answer
        .say(
            "下一步：./tidemark approve " + request.id() + " --as PERSON",
            "next: ./tidemark approve " + request.id() + " --as PERSON")
        .build();
  }
}
