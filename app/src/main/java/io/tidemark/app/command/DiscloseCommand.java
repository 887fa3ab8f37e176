package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.approve.RequestCommand;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Basis;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Request;
import io.tidemark.custody.Disclosure;
import io.tidemark.custody.Twins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prepares and releases copies. */
@Command(
    name = "disclose",
    description = {
      "制作并释放副本：已批准的申请；长期授权之内的一次释放；或一份 plan.yaml 中的多次释放。",
      "Prepares and releases copies: of an approved request, under a standing grant, or many of a"
          + " plan.yaml."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark disclose r-0123456789abcdef --out list.csv",
      "  ./tidemark disclose --to ag-0001 --purpose renewal-service --columns 姓名,车牌号,厂牌型号,地址,终保日期"
          + " \\",
      "      --subjects policies.csv --out ag-0001.xlsx",
      "  ./tidemark disclose --to rs-01 --purpose claims --columns 姓名,车牌号 --subjects crash.csv \\",
      "      --pictures crash-photos/ --out crash.csv",
      "  ./tidemark disclose --plan plan.yaml",
      "  ./tidemark disclose --to rs-01 --purpose claims --columns 姓名,手机号 --subjects crash.csv"
          + " --out crash.csv \\",
      "      --break-glass --why '高速事故，须立即联系' --as liu.min"
    })
public final class DiscloseCommand extends Work {
  @Parameters(
      paramLabel = "REQUEST",
      arity = "0..1",
      description = {"已批准的申请。", "An approved request."})
  private @Nullable String request;

  @Option(
      names = "--plan",
      paramLabel = "plan.yaml",
      description = {
        "一次运行中的多次释放；其中的相对路径以该文件所在文件夹为准。",
        "Many releases in one run; relative paths in it start at its own folder."
      })
  private @Nullable Path plan;

  @Option(
      names = "--to",
      paramLabel = "PARTY",
      description = {"接收方。", "The recipient."})
  private @Nullable String to;

  @Option(
      names = "--purpose",
      paramLabel = "P",
      description = {"目的。", "The purpose."})
  private @Nullable String purpose;

  @Option(
      names = "--columns",
      paramLabel = "A,B",
      description = {"列。", "The columns."})
  private @Nullable String columns;

  @ArgGroup(multiplicity = "0..1")
  private RequestCommand.@Nullable Whom whom;

  @Option(
      names = "--honey",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "掺入的蜜罐客户数（默认：按制度需要）。",
        "Honey customers in the copy (default: as the policy needs)."
      })
  private int honey;

  @Option(
      names = "--break-glass",
      description = {
        "紧急取用：不经审批先释放。只限制度点名的职责；须说明理由；账目带有标记，被跳过的审批人都会被告知，事后由两人复核。",
        "An emergency: released before anybody approved. For duties that the policy names; with a"
            + " reason; badged, every skipped approver is told, two judge it afterwards."
      })
  private boolean breakGlass;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = {"紧急取用的理由。", "The reason of an emergency."})
  private @Nullable String why;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {"副本文件，.csv 或 .xlsx。", "The copy, .csv or .xlsx."})
  private @Nullable Path out;

  @Option(
      names = "--pictures",
      paramLabel = "FOLDER",
      description = {
        "随清单一起给出的图片（行驶证照片等）：每张带上这次披露的编号，先记账，写到副本旁的 …-pictures 文件夹。有一张放不下标记就什么也不释放。不用于申请：批准的只是列。",
        "Pictures that go with the list (photos of licences): each gets the number of this"
            + " disclosure, recorded first, in the folder …-pictures beside the copy. Where one is"
            + " too small for a mark nothing is released. Not with a request: what was approved is"
            + " columns."
      })
  private @Nullable Path pictures;

  @Override
  protected Answer work() throws Exception {
    if (honey < 0 || honey > 10_000) {
      throw Stop.usage("蜜罐客户数应在 0 到 10000 之间", "honey customers: 0 to 10000");
    }
    if (plan != null) {
      try (Session session = open()) {
        return new ManyReleases(session, terminal(), honey).ofPlan(plan);
      }
    }
    Path file = out;
    if (file == null
        || (request == null
            && (to == null || purpose == null || columns == null || whom == null))) {
      throw Stop.usage(
          "需要 --plan，或 REQUEST --out，或 --to --purpose --columns --subjects/--where --out",
          "needs --plan, or REQUEST --out, or --to --purpose --columns --subjects/--where --out");
    }
    if (breakGlass == (why == null || why.isBlank()) || (breakGlass && request != null)) {
      throw Stop.usage(
          "--break-glass 与 --why（理由）须同时给出，且不用于已有的申请",
          "--break-glass and --why (the reason) go together, and not with a request");
    }
    if (pictures != null && request != null) {
      throw Stop.usage(
          "批准的申请只含列，不含图片：--pictures 只用于长期授权之内的释放",
          "an approved request is of columns, not of pictures: --pictures goes with a release under"
              + " a grant");
    }
    Release.target(file);
    return request != null ? ofRequest(request, file) : ofGrant(file);
  }

  private Answer ofGrant(Path file) throws Exception {
    WithPictures more = pictures == null ? null : WithPictures.in(pictures, file);
    try (Session session = open()) {
      if (more != null) {
        WithPictures.unlessRefused(
            session, Objects.requireNonNull(to), Objects.requireNonNull(purpose));
      }
      Selection selection = new Selection(session, terminal()::note);
      RoaringBitmap records =
          Objects.requireNonNull(whom).records(selection, Objects.requireNonNull(purpose));
      Release release =
          new Release(
              Objects.requireNonNull(to),
              Objects.requireNonNull(purpose),
              Columns.parse(Objects.requireNonNull(columns)),
              records,
              honey,
              file);
      Release.Done done =
          breakGlass
              ? emergency(session, release)
              : release.release(session, () -> told(session, release));
      Answer.Builder answer = answer(done, file);
      if (more != null && done.outcome() instanceof Disclosure.Released released) {
        List<Map<String, @Nullable Object>> written = more.write(session, released.disclosure());
        long leftOut = WithPictures.leftOut(written);
        answer.field("pictures", written).say(more.words(leftOut));
        answer.exit(leftOut > 0 ? Exit.IN_PART : Exit.DONE);
      }
      return answer.build();
    }
  }

  private Release.Done emergency(Session session, Release release) throws IOException {
    Ask ask = release.ask(session);
    Decision decision =
        session
            .authority()
            .breakGlass(
                session.actor(), ask, Objects.requireNonNull(why), session.clock().instant());
    return release.carryOut(
        session,
        ask,
        decision,
        () -> told(session, release),
        () -> credential(session.home()).signer());
  }

  private Answer ofRequest(String name, Path file) throws Exception {
    try (Session session = open()) {
      Request asked = Ways.request(session, name);
      Decision decision =
          session
              .authority()
              .use(session.actor(), asked, session.pinned(asked), session.clock().instant());
      RoaringBitmap records = session.home().requests().records(asked.id());
      Release release =
          new Release(
              asked.ask().to(), asked.ask().purpose(), asked.columns(), records, honey, file);
      Release.Done done =
          release.carryOut(session, asked.ask(), decision, () -> told(session, release));
      return answer(done, file).build();
    }
  }

  /** Tells who holds the same people, before anything leaves. */
  private Twins told(Session session, Release release) {
    Twins twins = session.twins(release.records(), release.to());
    if (twins.count() > 0) {
      terminal().note(twins.who());
    }
    return twins;
  }

  private Answer.Builder answer(Release.Done done, Path file) {
    Answer.Builder answer = Answer.builder();
    done.fields(terminal().language()).forEach(answer::field);
    return done.outcome()
        .either(
            released -> {
              answer
                  .say(Release.words(released, file))
                  .say(RowsToNameJson.words(released.rowsToName()))
                  .say(RowsToNameJson.counted(released.traceability().recipients()))
                  .say(done.why());
              if (done.decision() instanceof Permit permit
                  && permit.basis() instanceof Basis.BrokenGlass broken) {
                told(answer, broken.request());
              }
              if (released.leftOut() > 0) {
                answer.say(
                    "略过 " + released.leftOut() + " 份：本人已拒绝、已撤回，或没有登记所需的同意",
                    released.leftOut()
                        + " left out: the person refused, withdrew, or the consent that is needed is"
                        + " not recorded");
              }
              if (released.poolShort()) {
                answer.say(Release.poolShort(released));
              }
              if (done.twins().count() > 0) {
                answer.say(done.twins().words(Twins.separatedBy(released.traceability())));
              }
              return answer.say(
                  "账目 " + released.receipt().index(), "entry " + released.receipt().index());
            },
            refused ->
                answer
                    .say(done.why())
                    .say(
                        "拒绝已记入账目 " + refused.receipt().index(),
                        "the refusal is recorded in entry " + refused.receipt().index())
                    .exit(Exit.REFUSED));
  }

  /** Who was passed over, and who judges it now. */
  private static void told(Answer.Builder answer, Request request) {
    List<String> told = request.emergency().orElseThrow().skipped().stream().sorted().toList();
    answer
        .field("badge", "break-glass")
        .field("request", request.id().text())
        .field("told", told)
        .field("review_by", request.decideBy().toString())
        .say(
            "紧急取用 "
                + request.id()
                + " 未经审批，已告知："
                + String.join(", ", told)
                + "；须由其中两人用 approve 确认或 reject 反对",
            "emergency "
                + request.id()
                + " was approved by nobody; told: "
                + String.join(", ", told)
                + "; two of them confirm it with approve or object with reject");
  }
}
