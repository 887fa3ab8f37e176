package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.TypedLines;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.rights.Reason;
import io.tidemark.rights.Right;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Refuses what a person asked for. */
@Command(
    name = "refuse",
    description = {
      "拒绝本人的请求（查阅、复制、更正、删除），理由取自法律所列：登记在此人名下，可随时以两种语言告知本人。",
      "Refuses what a person asked for (to see it, a copy, correction, erasure), with a reason that the"
          + " law knows: it is recorded, and the person can be told it in both languages."
    },
    footer = {
      "",
      "理由 / reasons: law-demands-keeping, contract-runs, claim-open, not-verified, not-the-person",
      "",
      "例 / Example:",
      "  ./tidemark owner refuse --policy - --right erasure --reason claim-open --as liu.min"
    })
public final class OwnerRefuseCommand extends Work {
  @ArgGroup(multiplicity = "1")
  private ByNumber by = new ByNumber();

  @Option(
      names = "--right",
      required = true,
      paramLabel = "access|copy|correction|erasure",
      description = {"所请求的权利。", "What was asked for."})
  private @Nullable String right;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "REASON",
      description = {"理由，见下。", "The reason, see below."})
  private @Nullable String reason;

  @Override
  protected Answer work() throws Exception {
    by.kind();
    Right asked =
        Right.named(Objects.requireNonNull(right))
            .orElseThrow(
                () ->
                    Stop.usage(
                        "--right 应为 access、copy、correction 或 erasure",
                        "--right is access, copy, correction or erasure"));
    Reason why =
        Reason.named(Objects.requireNonNull(reason))
            .orElseThrow(
                () ->
                    Stop.usage(
                        "没有这样的理由；有：" + Reason.all(), "unknown reason; there are: " + Reason.all()));
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.CORRECT);
      Recorded.Done<Reason> done =
          Refusals.orStop(
              session
                  .rights()
                  .answering()
                  .refuse(
                      session.actor(),
                      by.number(new TypedLines(terminal().language())),
                      asked,
                      why));
      return Answer.builder()
          .field("right", asked.id())
          .field("rule", why.id())
          .field("zh", why.refusal().reason().zh())
          .field("en", why.refusal().reason().en())
          .field("entry", done.receipt().index())
          .say(
              "已登记拒绝（" + asked.words().zh() + "），账目 " + done.receipt().index() + "；告知本人：",
              "the refusal is recorded ("
                  + asked.words().en()
                  + "), entry "
                  + done.receipt().index()
                  + "; tell the person:")
          .say(why.refusal().reason())
          .build();
    }
  }
}
