package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.Terminal;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.RequestDecided;
import io.tidemark.custody.Disclosure;
import io.tidemark.custody.Entries;
import io.tidemark.custody.Twins;
import io.tidemark.disclose.HoneyNumberTaken;
import io.tidemark.formats.condition.Canonical;
import io.tidemark.formats.settings.PlanFile;
import io.tidemark.formats.settings.PlannedRelease;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
      "Prepares and releases copies: of an approved request, under a standing grant, or many of a plan.yaml."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark disclose r-0123456789abcdef --out list.csv",
      "  ./tidemark disclose --to ag-0001 --purpose renewal-service --columns 姓名,车牌号,厂牌型号,地址,终保日期 \\",
      "      --subjects policies.csv --out ag-0001.xlsx",
      "  ./tidemark disclose --plan plan.yaml"
    })
public final class DiscloseCommand extends Work {
  private static final int AT_ONCE = 2;

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
      names = "--out",
      paramLabel = "FILE",
      description = {"副本文件，.csv 或 .xlsx。", "The copy, .csv or .xlsx."})
  private @Nullable Path out;

  @Override
  Answer work() throws Exception {
    if (honey < 0 || honey > 10_000) {
      throw Stop.usage("蜜罐客户数应在 0 到 10000 之间", "honey customers: 0 to 10000");
    }
    if (plan != null) {
      return ofPlan(plan);
    }
    Path file = out;
    if (file == null
        || (request == null
            && (to == null || purpose == null || columns == null || whom == null))) {
      throw Stop.usage(
          "需要 --plan，或 REQUEST --out，或 --to --purpose --columns --subjects/--where --out",
          "needs --plan, or REQUEST --out, or --to --purpose --columns --subjects/--where --out");
    }
    Release.target(file);
    return request != null ? ofRequest(request, file) : ofGrant(file);
  }

  private Answer ofGrant(Path file) throws Exception {
    try (Session session = open()) {
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
      return answer(release.release(session, () -> told(session, release)), file);
    }
  }

  private Answer ofRequest(String name, Path file) throws Exception {
    try (Session session = open()) {
      Request asked = ApproveCommand.find(session, name);
      Decision decision =
          session.authority().use(session.actor(), asked, session.clock().instant());
      RoaringBitmap records = session.home().requests().records(asked.id());
      Release release =
          new Release(
              asked.ask().to(), asked.ask().purpose(), asked.columns(), records, honey, file);
      Release.Done done =
          release.carryOut(session, asked.ask(), decision, () -> told(session, release));
      if (done.outcome() instanceof Disclosure.Released) {
        session
            .home()
            .journal()
            .record(
                Entries.begin(
                        "request-used",
                        session.clock().instant(),
                        session.actor(),
                        session.policy())
                    .line("request", asked.id())
                    .build(),
                new RequestDecided(asked.with(asked.approvedBy(), Request.State.USED)));
      }
      return answer(done, file);
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

  private static Answer answer(Release.Done done, Path file) {
    Answer.Builder answer = Answer.builder();
    done.fields().forEach(answer::field);
    return done.outcome()
        .either(
            released -> {
              answer
                  .say(Release.words(released, file))
                  .say(RowsToNameJson.words(released.rowsToName()))
                  .say(RowsToNameJson.counted(released.traceability().recipients()));
              if (released.poolShort()) {
                answer.say(Release.poolShort(released));
              }
              if (done.twins().count() > 0) {
                answer.say(done.twins().words(released.traceability()));
              }
              return answer
                  .say("账目 " + released.receipt().index(), "entry " + released.receipt().index())
                  .build();
            },
            refused ->
                answer
                    .say(refused.refusal().reason())
                    .say(
                        "拒绝已记入账目 " + refused.receipt().index(),
                        "the refusal is recorded in entry " + refused.receipt().index())
                    .exit(Exit.REFUSED)
                    .build());
  }

  private Answer ofPlan(Path file) throws Exception {
    SettingsFile settings = SettingsFile.open(file);
    try (Session session = open()) {
      List<PlannedRelease> planned =
          PlanFile.read(settings, session.chain(), session.policy(), Canonical.FOLDED);
      Path beside = java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
      planned.forEach(release -> prepare(beside.resolve(release.out())));
      Selection selection = new Selection(session, terminal()::note);
      List<Release> releases =
          planned.stream().map(one -> release(selection, one, beside)).toList();
      Terminal.Progress progress = terminal().progress(new Words("释放", "releases"), planned.size());
      Map<RoaringBitmap, List<String>> together = together(releases);
      ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
      try (progress) {
        List<Future<Release.Done>> running = new ArrayList<>();
        for (Release one : releases) {
          List<String> others = together.getOrDefault(one.records(), List.of());
          running.add(
              workers.submit(
                  () ->
                      one.release(
                          session,
                          () -> session.twins(one.records(), one.to()).and(others, one.to()))));
        }
        List<Release.Done> done = new ArrayList<>();
        List<Release> unwritten = new ArrayList<>();
        for (int i = 0; i < releases.size(); i++) {
          try {
            done.add(result(running.get(i)));
          } catch (IOException | HoneyNumberTaken e) {
            if (e instanceof HoneyNumberTaken) {
              terminal().note(NUMBER_TAKEN);
            }
            unwritten.add(releases.get(i));
          }
          progress.at(i + 1);
        }
        return answer(done, unwritten);
      } finally {
        workers.shutdownNow();
      }
    }
  }

  /** The parties to which one plan gives exactly the same people. */
  private Map<RoaringBitmap, List<String>> together(List<Release> releases) {
    Map<RoaringBitmap, List<String>> together = new LinkedHashMap<>();
    releases.forEach(
        one -> together.computeIfAbsent(one.records(), set -> new ArrayList<>()).add(one.to()));
    long sets =
        together.values().stream().filter(all -> all.stream().distinct().count() > 1).count();
    if (sets > 0) {
      terminal()
          .note(
              new Words(
                  "本计划中有 " + sets + " 组名单的人完全相同，见每份的 identical_to",
                  "in this plan "
                      + sets
                      + " sets of exactly the same people go to several parties, see identical_to"));
    }
    return together;
  }

  /** Folders of a plan are made: a plan names many. */
  private static void prepare(Path out) {
    Path folder = out.toAbsolutePath().normalize().getParent();
    try {
      Files.createDirectories(Objects.requireNonNull(folder));
    } catch (IOException e) {
      throw Stop.usage("无法建立文件夹 " + folder, "cannot make the folder " + folder);
    }
    Release.target(out);
  }

  /**
   * Everybody's list is read before the first copy leaves: a plan that cannot be read does nothing.
   */
  private Release release(Selection selection, PlannedRelease planned, Path beside) {
    RoaringBitmap records =
        planned.subjects().isPresent()
            ? selection.subjects(beside.resolve(planned.subjects().get()))
            : selection.where(planned.where().orElseThrow(), planned.purpose());
    return new Release(
        planned.to(),
        planned.purpose(),
        planned.columns(),
        records,
        honey,
        beside.resolve(planned.out()));
  }

  private static Release.Done result(Future<Release.Done> running) throws Exception {
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static Answer answer(List<Release.Done> done, List<Release> unwritten) {
    Answer.Builder answer = Answer.builder();
    List<String> files = unwritten.stream().map(release -> release.out().toString()).toList();
    files.forEach(
        file ->
            answer.say(
                "无法写入 " + file + "：没有交付，已记入账本",
                "cannot write " + file + ": not delivered, and recorded so"));
    List<Map<String, @Nullable Object>> released = new ArrayList<>();
    List<Map<String, @Nullable Object>> refused = new ArrayList<>();
    for (Release.Done one : done) {
      one.outcome()
          .either(
              copy -> {
                answer.say(Release.words(copy, Path.of(String.valueOf(one.fields().get("file")))));
                return copy.poolShort() ? answer.say(Release.poolShort(copy)) : answer;
              },
              no -> answer.say(no.refusal().reason()));
      (one.outcome() instanceof Disclosure.Released ? released : refused).add(one.fields());
    }
    return answer
        .field("disclosures", released)
        .field("refused", refused)
        .field("unwritten", files)
        .say(
            "释放 " + released.size() + " 份，拒绝 " + refused.size() + " 份",
            released.size() + " released, " + refused.size() + " refused")
        .exit(!files.isEmpty() ? Exit.FAULT : refused.isEmpty() ? Exit.DONE : Exit.REFUSED)
        .build();
  }
}
