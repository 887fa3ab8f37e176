package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.marks.MarkLines;
import io.tidemark.app.files.FileDigest;
import io.tidemark.app.files.FoundMarks;
import io.tidemark.app.files.LeakedFile;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Inquiry;
import io.tidemark.evidence.CaseFile;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Party;
import io.tidemark.terms.Words;
import io.tidemark.trace.Attribution;
import io.tidemark.trace.Candidate;
import io.tidemark.trace.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Traces leaked material. */
@Command(
    name = "trace",
    description = {
      "读取泄露材料（表格、聊天文字、文档，文件夹与压缩包里的也读），给出结论：named、probable、cannot_separate 或 inconclusive。",
      "Reads leaked material (tables, chat text, documents, those in folders and archives too) and answers with a verdict."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark trace leak.csv chat.txt",
      "  ./tidemark trace seized-folder/ posts.zip",
      "  ./tidemark trace leak.csv --seen 2026-10-01"
    })
public final class TraceCommand extends Work {
  private static final int LISTED = 50;
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {"泄露的文件、文件夹。", "The leaked files and folders."})
  private List<Path> files = List.of();

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = {"并入已有案件（默认：新案件）。", "Adds to a case (default: a new one)."})
  private @Nullable String caseId;

  @Option(
      names = "--seen",
      paramLabel = "DATE",
      description = {
        "材料出现的日期（如 2026-10-01，北京时间）或时刻（2026-10-01T08:30:00Z）：此后的释放不可能是来源，不计入后验概率；不影响误指界限。默认：现在。",
        "The day (2026-10-01, Beijing) or time (2026-10-01T08:30:00Z) at which the material was seen: what was released later cannot be its source and does not count for the posterior; the bound stays as it is. Default: now."
      })
  private @Nullable String seen;

  @Override
  protected Answer work() throws Exception {
    Optional<Instant> seenBefore = Optional.ofNullable(seen).map(TraceCommand::seenBefore);
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw Stop.unreadable(new Words("没有这个文件：" + file, "no such file: " + file));
      }
    }
    List<CaseFile.Material> material = material(files);
    Digest digest = CaseFile.Material.digest(material);
    try (Session session = open();
        LeakedFile rows = new LeakedFile(files)) {
      MarkLines marks = marks(session, digest);
      if (!rows.hasNext() && !marks.marks().named().isEmpty()) {
        return byMarks(marks).build();
      }
      if (!rows.hasNext()) {
        throw Stop.unreadable(
            new Words("材料里没有一行可读：" + files, "there is no row to read in " + files));
      }
      CaseId id = caseId(session, digest);
      int attempt = session.home().cases().attempts(id) + 1;
      Inquiry.Outcome outcome =
          session
              .inquiry()
              .inquire(
                  session.actor(),
                  new Inquiry.Sighting(id, attempt, material, digest, seenBefore, rows));
      return outcome.either(
          answer -> answer(marks, id, attempt, answer, left(rows), seenBefore),
          refused -> {
            throw Stop.refused(refused.refusal().reason());
          });
    }
  }

  /** The marks of the documents; what was read is recorded. */
  private MarkLines marks(Session session, Digest material) throws IOException {
    Refusals.unlessMay(session, Act.INQUIRE);
    FoundMarks marks = FoundMarks.in(files, session);
    if (!marks.read().isEmpty()) {
      session.marking().read(session.actor(), material, marks.read().size(), marks.recorded());
    }
    return new MarkLines(session, marks);
  }

  /** Documents alone: nobody's row could be read in them. */
  private static Answer.Builder byMarks(MarkLines marks) {
    boolean named = marks.named(marks.session().policy().bound());
    Answer.Builder out =
        Answer.builder()
            .field("verdict", (named ? Verdict.NAMED : Verdict.INCONCLUSIVE).id())
            .field("accused", named ? marks.accused(marks.session().policy().bound()) : List.of())
            .field("documents", marks.rows())
            .field("threshold", marks.session().policy().bound())
            .say(
                named ? "结论：指认（named），凭文件里的标记。" : "结论：证据不足（inconclusive）。",
                named
                    ? "Verdict: named, by the mark of the document."
                    : "Verdict: inconclusive; nobody is accused.")
            .exit(named ? Exit.DONE : Exit.ANSWER_IS_NO);
    marks.words().forEach(out::say);
    return out;
  }

  /** How many lines and files could not be read; the files are named. */
  private long left(LeakedFile rows) {
    for (Skipped one : rows.skipped()) {
      String path = one.path().replaceAll("\\p{C}", "?");
      terminal()
          .note(
              new Words(
                  "跳过 " + path + "：" + one.why().zh(), "skipped " + path + ": " + one.why().en()));
    }
    return rows.rejected() + rows.skipped().size();
  }

  /** A day counts whole. */
  private static Instant seenBefore(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(BEIJING).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Stop.usage(
          "--seen 需要日期 2026-10-01 或带时区的时刻，得到：" + text,
          "--seen takes a date such as 2026-10-01 or a time with its zone, found: " + text);
    }
  }

  private static List<CaseFile.Material> material(List<Path> files) throws IOException {
    List<CaseFile.Material> material = new ArrayList<>();
    for (Path path : files) {
      try (Stream<Path> below = Files.walk(path.toRealPath())) {
        for (Path file : below.filter(TraceCommand::regular).sorted().toList()) {
          material.add(
              new CaseFile.Material(String.valueOf(file.getFileName()), FileDigest.of(file)));
        }
      }
    }
    return material;
  }

  /** Links within a folder are not followed. */
  private static boolean regular(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private CaseId caseId(Session session, Digest digest) {
    if (caseId == null) {
      return session.home().cases().of(digest).orElseGet(CaseId::random);
    }
    try {
      CaseId named = new CaseId(caseId);
      if (session.home().cases().attempts(named) > 0) {
        return named;
      }
    } catch (IllegalArgumentException e) {
      // answered below
    }
    throw Stop.usage("没有这个案件：" + caseId, "there is no such case: " + caseId);
  }

  private static Answer answer(
      MarkLines marks,
      CaseId id,
      int attempt,
      Inquiry.Answer answer,
      long rejected,
      Optional<Instant> seen) {
    Session session = marks.session();
    Attribution attribution = answer.attribution();
    boolean byMarks = marks.named(attribution.threshold());
    Verdict verdict = byMarks ? Verdict.NAMED : attribution.verdict();
    boolean yes = verdict == Verdict.NAMED || verdict == Verdict.PROBABLE;
    List<Map<String, @Nullable Object>> accused = new ArrayList<>();
    attribution.accused().forEach(candidate -> accused.add(accused(candidate)));
    accused.addAll(marks.accused(attribution.threshold()));
    Answer.Builder out =
        Answer.builder()
            .field("verdict", verdict.id())
            .field("candidates", listed(attribution).stream().map(TraceCommand::candidate).toList())
            .field("candidates_counted", attribution.counted())
            .field("accused", accused)
            .field("documents", marks.rows())
            .field("outside", attribution.outside())
            .field("threshold", attribution.threshold())
            .field("rows", rows(answer.rows(), rejected))
            .field("seen_before", seen.map(Instant::toString).orElse(null))
            .field("needed", attribution.needed().map(TraceCommand::needed).orElse(null))
            .field("case", id.text())
            .field("attempt", attempt)
            .field("entry", answer.receipt().index())
            .say(
                byMarks
                    ? new Words(
                        "结论：指认（named），凭文件里的标记。各行自己说：",
                        "Verdict: named, by the mark of a document. What the rows say:")
                    : sentence(session, attribution))
            .say(
                "读到 "
                    + answer.rows().read()
                    + " 行："
                    + answer.rows().matched()
                    + " 行涉及在管客户，"
                    + answer.rows().foreign()
                    + " 行无关",
                answer.rows().read()
                    + " rows read: "
                    + answer.rows().matched()
                    + " about people in custody, "
                    + answer.rows().foreign()
                    + " about nobody here");
    if (byMarks) {
      out.say(sentence(session, attribution));
    }
    marks.words().forEach(out::say);
    listed(attribution).stream().limit(5).forEach(candidate -> out.say(line(session, candidate)));
    attribution.needed().ifPresent(needed -> out.say(needed.words()));
    return out.say(
            "案件 " + id + "；取证：./tidemark evidence " + id + " --out bundle.zip",
            "case " + id + "; evidence: ./tidemark evidence " + id + " --out bundle.zip")
        .exit(!yes ? Exit.ANSWER_IS_NO : rejected > 0 ? Exit.IN_PART : Exit.DONE)
        .build();
  }

  /** Everybody whom the verdict is about, and the best of the others. */
  private static List<Candidate> listed(Attribution attribution) {
    double best =
        attribution.candidates().stream().mapToDouble(Candidate::posterior).max().orElse(0);
    boolean tie = attribution.verdict() == Verdict.CANNOT_SEPARATE;
    List<Candidate> listed = new ArrayList<>();
    for (Candidate candidate : attribution.candidates()) {
      boolean equal = tie && candidate.posterior() >= best / 3;
      if (listed.size() < LISTED || equal || attribution.accused().contains(candidate)) {
        listed.add(candidate);
      }
    }
    return listed;
  }

  private static Map<String, @Nullable Object> candidate(Candidate candidate) {
    Map<String, @Nullable Object> fields = accused(candidate);
    fields.put("bound", candidate.bound());
    fields.put("posterior", candidate.posterior());
    fields.put("rows_explained", candidate.rowsExplained());
    Map<String, @Nullable Object> evidence = new LinkedHashMap<>();
    evidence.put("log_likelihood_ratio_marks", candidate.logMarks());
    evidence.put("log_likelihood_ratio_honey", candidate.logHoney());
    evidence.put("honey_rows", candidate.honeyRows());
    evidence.put("disclosures_after_seen", candidate.late());
    evidence.put(
        "columns_never_received", candidate.lacking().stream().map(FieldClass::zh).toList());
    evidence.put("disclosures", candidate.disclosures().stream().map(d -> d.id().text()).toList());
    fields.put("evidence", evidence);
    return fields;
  }

  private static Map<String, @Nullable Object> accused(Candidate candidate) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("party", candidate.party());
    fields.put("disclosure", candidate.disclosure().map(DisclosureId::text).orElse(null));
    return fields;
  }

  private static Map<String, Long> rows(CaseFile.Rows rows, long rejected) {
    Map<String, Long> fields = new LinkedHashMap<>();
    fields.put("read", rows.read());
    fields.put("matched", rows.matched());
    fields.put("foreign", rows.foreign());
    fields.put("rejected", rejected);
    return fields;
  }

  private static Map<String, @Nullable Object> needed(Attribution.Needed needed) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("rows", needed.rows().isPresent() ? needed.rows().getAsLong() : null);
    fields.put("zh", needed.words().zh());
    fields.put("en", needed.words().en());
    return fields;
  }

  private static Words sentence(Session session, Attribution attribution) {
    String accused =
        attribution.accused().stream()
            .map(candidate -> name(session, candidate))
            .reduce((a, b) -> a + "、" + b)
            .orElse("");
    String bound =
        attribution.accused().stream()
            .map(Candidate::bound)
            .max(Double::compare)
            .map(TraceCommand::scientific)
            .orElse("");
    return switch (attribution.verdict()) {
      case NAMED ->
          new Words(
              "结论：指认（named）。这份材料出自给 " + accused + " 的副本；误指无辜者的概率不超过 " + bound + "。",
              "Verdict: named. This comes from the copy given to "
                  + accused
                  + "; the chance of accusing an innocent is at most "
                  + bound
                  + ".");
      case PROBABLE ->
          new Words(
              "结论：很可能（probable）是 " + accused + "，但不足以指认。",
              "Verdict: probable: " + accused + "; not enough to name.");
      case CANNOT_SEPARATE ->
          new Words(
              "结论：无法区分（cannot_separate）。下列各方同样能解释这份材料，不指认任何一方。",
              "Verdict: cannot separate. The parties below explain the material equally; nobody is accused.");
      case INCONCLUSIVE ->
          new Words("结论：证据不足（inconclusive），不指认任何一方。", "Verdict: inconclusive; nobody is accused.");
    };
  }

  private static String name(Session session, Candidate candidate) {
    String name = session.chain().party(candidate.party()).map(Party::name).orElse("");
    return name
        + "（"
        + candidate.party()
        + candidate.disclosure().map(d -> "，" + d).orElse("")
        + "）";
  }

  private static Words line(Session session, Candidate candidate) {
    String bound = scientific(candidate.bound());
    String posterior = String.format(Locale.ROOT, "%.3f", candidate.posterior());
    String name = name(session, candidate);
    return new Words(
        "  "
            + name
            + "：解释 "
            + candidate.rowsExplained()
            + " 行，误指界限 "
            + bound
            + "，后验概率 "
            + posterior,
        "  "
            + name
            + ": explains "
            + candidate.rowsExplained()
            + " rows, bound "
            + bound
            + ", posterior "
            + posterior);
  }

  private static String scientific(double value) {
    return value >= 0.01
        ? String.format(Locale.ROOT, "%.2f", value)
        : String.format(Locale.ROOT, "%.1e", value);
  }
}
