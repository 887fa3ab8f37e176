package io.tidemark.app.command.find;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.Terminal;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.app.scan.DatabaseScan;
import io.tidemark.app.scan.PictureFiles;
import io.tidemark.app.scan.Printed;
import io.tidemark.app.scan.ProposedPolicy;
import io.tidemark.app.scan.Recording;
import io.tidemark.app.scan.Resume;
import io.tidemark.app.scan.Summary;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Policy;
import io.tidemark.classify.Correction;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.scan.Account;
import io.tidemark.formats.scan.Finders;
import io.tidemark.formats.scan.Ground;
import io.tidemark.formats.scan.RecordScan;
import io.tidemark.formats.scan.Scan;
import io.tidemark.formats.scan.Tally;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.settings.Thresholds;
import io.tidemark.store.foreign.Address;
import io.tidemark.store.foreign.ForeignFault;
import io.tidemark.store.home.HomeFolder;
import io.tidemark.store.register.HeadingCorrections;
import io.tidemark.terms.China;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds personal information in files. */
@Command(
    name = "scan",
    description = {
      "在文件、文件夹、压缩包、表格和文档中找个人信息：在哪里、是什么、什么级别、有几分把握、属于哪个人。值一律掩码；扫描的东西不保存。"
          + "读不了的点名跳过、计数，其余照读，退出码 6。",
      "Finds personal information in files, folders, archives, tables and documents: where it stands, what it is, its"
          + " grade, how sure that is, and whose it is. Values are masked; nothing that is scanned is kept. What cannot"
          + " be read is named, skipped and counted, the rest is done, and the exit status is 6."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark scan share/ leak.zip",
      "  ./tidemark scan --json chat.txt | jq -r '.class'",
      "  unzip -p leak.zip list.csv | ./tidemark scan -",
      "  ./tidemark scan screenshots/ --one-conversation",
      "  ./tidemark scan share/ --report scan-report.json",
      "  ./tidemark scan leak.zip --reveal --why 'case 2026-118'",
      "  ./tidemark scan --database jdbc:postgresql://db.example/crm --user reader --policy-out columns.yaml",
      "  ./tidemark grade --columns columns.yaml --as liu.min   # once looked at",
      "  ./tidemark scan --database jdbc:mysql://db.example/crm --user reader --whole --resume place.json"
    })
public final class ScanCommand extends Work {
  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = {"文件或文件夹；- 为标准输入。", "Files and folders; - is standard input."})
  private List<Path> paths = List.of();

  @Option(
      names = "--reveal",
      description = {
        "显示完整的值：须有数据目录、须写 --why，显示之前先记入账本。",
        "Shows values in full: needs a home and --why, and is recorded in the ledger before any is shown."
      })
  private boolean reveal;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = {"显示完整值的理由。", "Why values are shown in full."})
  private @Nullable String why;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {
        "另写一份 JSON：各类计数、入罪数量对照、跳过的文件与原因。",
        "Writes a JSON document besides: counts by class, against the criminal thresholds, what was skipped and why."
      })
  private @Nullable Path report;

  @Option(
      names = "--lines",
      paramLabel = "N",
      description = {"每个文件最多列几处（默认 100）。", "Findings listed for each file (default 100)."})
  private long lines = 100;

  @Option(
      names = "--one-conversation",
      description = {
        "同一文件夹中尺寸相同的截图，即使前后没有相同的行，也按顺序作为一段对话来读。",
        "Reads screenshots of a folder that have one size as one conversation in order, even where two that follow each"
            + " other share no line."
      })
  private boolean oneConversation;

  @Mixin private ForeignOptions foreign = new ForeignOptions();

  @Mixin private ScanLimits limits = new ScanLimits();

  @Override
  protected Answer work() throws Exception {
    foreign.check();
    limits.check();
    if (paths.isEmpty() != foreign.named()) {
      throw Stop.usage(
          "请给出文件或文件夹，或 -（标准输入），或 --database",
          "give files or folders, or - for standard input, or --database");
    }
    boolean home = new HomeFolder(common.home()).exists();
    if (!reveal) {
      return scanned(home ? rules() : Rules.builtIn(), Optional.empty());
    }
    if (!home) {
      throw Stop.usage(
          "--reveal 要记入账本，须有数据目录：先 init，或用 --home 指出",
          "--reveal is recorded in a ledger, so it needs a home: run init first, or name one with --home");
    }
    if (why == null || why.isBlank()) {
      throw Stop.usage("--reveal 须用 --why 写明理由", "--reveal needs a reason: --why");
    }
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.SHOW_FINDINGS);
      return scanned(Rules.of(session), Optional.of(session));
    }
  }

  /**
   * By what is graded.
   *
   * @param corrections what people said of headings
   * @param today the day in China
   */
  private record Rules(Policy policy, List<Correction> corrections, LocalDate today) {
    static Rules builtIn() {
      return new Rules(PolicyFile.builtIn(), List.of(), China.day(Clock.systemUTC().instant()));
    }

    static Rules of(Session session) {
      return new Rules(
          session.policy(),
          session.corrections().stream().map(HeadingCorrections.Kept::correction).toList(),
          China.day(session.clock().instant()));
    }

    KnownHeadings headings(Optional<String> sender) {
      return KnownHeadings.of(corrections, sender);
    }
  }

  /** The home's own rules; the home is not held open while the scan goes on. */
  private Rules rules() throws Exception {
    try (Session session = open()) {
      return Rules.of(session);
    }
  }

  private Answer scanned(Rules rules, Optional<Session> session) throws Exception {
    Terminal terminal = terminal();
    Tally tally = new Tally(Thresholds.usual());
    Printed printed = new Printed(terminal, tally, session.isPresent(), lines);
    Optional<Recording> recording =
        session.map(
            one -> new Recording(printed, one.revealing(), one.actor(), String.valueOf(why)));
    Account account = recording.isPresent() ? recording.get() : printed;
    Ground ground =
        new Ground(
            Finders.usual(), rules.policy(), rules.headings(Optional.empty()), rules.today());
    try {
      long read =
          foreign.named() ? database(ground, rules, account, recording) : files(ground, account);
      if (recording.isPresent()) {
        recording.get().show();
      }
      printed.end();
      List<Long> entries = recording.map(Recording::entries).orElse(List.of());
      return answer(terminal, tally, printed, read, entries);
    } finally {
      terminal.flush();
    }
  }

  private long files(Ground ground, Account account) throws IOException {
    try (DocumentReader documents = limits.documents();
        PictureFiles pictures = new PictureFiles(ground.finders().everything(), oneConversation);
        Pile pile = pile()) {
      Scan scan = new Scan(ground, Optional.of(pictures), documents, account, limits.patience());
      scan.read(pile);
      return scan.files();
    }
  }

  private long database(Ground ground, Rules rules, Account account, Optional<Recording> recording)
      throws Exception {
    Address address = foreign.address();
    recording.ifPresent(one -> one.begun(Digest.sha256(address.shown())));
    DatabaseScan scan =
        new DatabaseScan(
            address,
            foreign.login(),
            foreign.terms(),
            account,
            new RecordScan(ground, account),
            table -> rules.headings(Optional.of(table)),
            recording.isPresent() ? recording.get()::show : () -> {});
    Optional<Path> place = foreign.resume();
    try {
      scan.read(
          place.isPresent()
              ? Resume.in(place.get(), address.shown())
              : Resume.nowhere(address.shown()));
    } catch (ForeignFault e) {
      throw Stop.unreadable(e.words());
    }
    if (foreign.policyOut().isPresent()) {
      String yaml = ProposedPolicy.yaml(address.shown(), scan.graded(), ground.today());
      OwnFile.write(
          foreign.policyOut().get().toAbsolutePath(), yaml.getBytes(StandardCharsets.UTF_8));
    }
    return scan.tables();
  }

  private Pile pile() throws IOException {
    List<Path> named = new ArrayList<>(paths);
    boolean stdin = named.removeIf(path -> path.toString().equals(Pile.STANDARD_INPUT));
    return stdin ? Pile.of(System.in, named, limits.pile()) : Pile.of(named, limits.pile());
  }

  private Answer answer(
      Terminal terminal, Tally tally, Printed printed, long files, List<Long> entries)
      throws IOException {
    if (report != null) {
      Summary.write(
          report, Summary.json(tally, files, printed.left(), printed.skippedOnes(), entries));
    }
    Answer.Builder answer = Answer.builder().inLines();
    for (String line : Summary.lines(tally, files, printed.left(), terminal.language())) {
      answer.say(line, line);
    }
    int done = printed.left() > 0 ? Exit.IN_PART : Exit.DONE;
    return answer.exit(files == 0 && printed.left() > 0 ? Exit.UNREADABLE : done).build();
  }
}
