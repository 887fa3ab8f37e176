package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.marks.MarkLines;
import io.tidemark.app.files.FileDigest;
import io.tidemark.app.files.FoundMarks;
import io.tidemark.app.files.LeakedFile;
import io.tidemark.app.files.MarkSearch;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Inquiry;
import io.tidemark.evidence.CaseFile;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
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
import java.util.List;
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
      "读取泄露材料（表格、聊天文字、文档、图片与截屏，文件夹与压缩包里的也读），给出结论：named、probable、cannot_separate 或 inconclusive。",
      "Reads leaked material (tables, chat text, documents, pictures and screenshots, those in folders and archives too) and answers with a verdict.",
      "图片与文件里的编号、图片上的文字、各行的写法合成一个结论；同一文件里二者矛盾时都写明，不凭编号指认。",
      "Numbers in pictures and documents, the text of pictures and the spellings of the rows make one verdict; where they contradict in one file both are told and the number accuses nobody."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark trace leak.csv chat.txt",
      "  ./tidemark trace screenshot.jpg policy.pdf",
      "  ./tidemark trace seized-folder/ posts.zip",
      "  ./tidemark trace leak.csv --seen 2026-10-01"
    })
public final class TraceCommand extends Work {
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
      FoundMarks marks = marks(session, digest);
      if (!rows.hasNext() && marks.read().isEmpty()) {
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
                  new Inquiry.Sighting(
                      id,
                      attempt,
                      material,
                      digest,
                      seenBefore,
                      rows,
                      new Inquiry.Marks(marks.read().size(), marks.marks(), rows::within)));
      MarkLines lines = new MarkLines(session, marks);
      return outcome.either(
          answer -> new TraceAnswer(lines, id, attempt, answer, left(rows), seenBefore).answer(),
          refused -> {
            throw Stop.refused(refused.refusal().reason());
          });
    }
  }

  /** The marks of pictures and documents; what was read is recorded. */
  private FoundMarks marks(Session session, Digest material) throws IOException {
    Refusals.unlessMay(session, Act.INQUIRE);
    FoundMarks marks = MarkSearch.all(files, session);
    if (!marks.read().isEmpty()) {
      session.marking().read(session.actor(), material, marks.read().size(), marks.recorded());
    }
    return marks;
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
}
