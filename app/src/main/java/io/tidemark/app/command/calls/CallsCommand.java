package io.tidemark.app.command.calls;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Work;
import io.tidemark.app.evidence.CallSentences;
import io.tidemark.app.files.FileDigest;
import io.tidemark.app.files.Reasons;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.calls.Rings;
import io.tidemark.calls.source.Weighing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.calls.CallInquiry;
import io.tidemark.custody.calls.Reporting;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFile;
import io.tidemark.formats.calls.CallFile;
import io.tidemark.formats.calls.SuspectsJson;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.China;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import io.tidemark.trace.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks whose list callers work from. */
@Command(
    name = "calls",
    description = {
      "读取来电举报或通话记录（CSV、XLSX），找出集中在保险到期前来电的号码，并说明它们最可能用的是谁的名单。",
      "Reads reports of calls or call records (CSV, XLSX), finds the numbers whose calls crowd before the end of cover, and says whose list they most likely work from."
    },
    footer = {
      "",
      "栏目 / Columns: 来电时间, 被叫号码; 可选 / optional: 主叫号码, 对方知道的信息, 自称, 通话内容",
      "                when, called; calling, knew, claimed, text",
      "例 / Example:",
      "  ./tidemark calls",
      "  ./tidemark calls reports.csv --kept",
      "  ./tidemark calls cdr-2026-11.csv --own our-numbers.txt --suspects-out suspects.json"
    })
public final class CallsCommand extends Work {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = {
        "举报或通话记录；不给文件时用经 API 收到并保存的举报。",
        "Reports or call records; without a file, the reports that came by the API and are kept."
      })
  private List<Path> files = List.of();

  @Option(
      names = "--kept",
      description = {"文件之外，也用保存的举报。", "The kept reports as well as the files."})
  private boolean kept;

  @Option(
      names = "--own",
      paramLabel = "FILE",
      description = {
        "不追查的主叫号码，一行一个：本公司的、经同意致电的各方的。",
        "Calling numbers that are not asked about, one a line: the insurer's own, those of parties that call by consent."
      })
  private @Nullable Path own;

  @Option(
      names = "--suspects-out",
      paramLabel = "FILE",
      description = {
        "把可疑主叫号码与证据写入 JSON 文件，供运营商或行业协会使用；不含任何客户信息。",
        "Writes the suspected calling numbers with their evidence as JSON, for an operator's or an association's list; nothing of customers is in it."
      })
  private @Nullable Path suspectsOut;

  @Override
  protected Answer work() throws Exception {
    List<CaseFile.Material> material = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw Stop.unreadable(new Words("没有这个文件：" + file, "no such file: " + file));
      }
      material.add(new CaseFile.Material(String.valueOf(file.getFileName()), FileDigest.of(file)));
    }
    if (suspectsOut != null && !Files.isDirectory(folderOf(suspectsOut))) {
      throw Stop.unreadable(
          new Words(
              "没有这个文件夹：" + folderOf(suspectsOut), "no such folder: " + folderOf(suspectsOut)));
    }
    Set<Long> ownNumbers = ownNumbers();
    try (Session session = open()) {
      CallFile calls = new CallFile(files, China.day(session.clock().instant()));
      Rings rings = calls;
      OptionalLong entry = OptionalLong.empty();
      if (kept || files.isEmpty()) {
        Recorded.Done<Reporting.Opened> done = opened(session);
        entry = OptionalLong.of(done.receipt().index());
        material.add(new CaseFile.Material(CallCase.KEPT_REPORTS, done.what().digest()));
        rings = () -> Stream.concat(done.what().rings().stream(), calls.stream());
      }
      Digest digest = CaseFile.Material.digest(material);
      CaseId id = session.home().cases().of(digest).orElseGet(CaseId::random);
      int attempt = session.home().cases().attempts(id) + 1;
      Recorded<CallCase> end =
          session
              .callInquiry()
              .inquire(
                  session.actor(),
                  new CallInquiry.Sighting(
                      id, attempt, material, entry, rings, ownNumbers::contains));
      if (end instanceof Recorded.Done<CallCase> done) {
        writeSuspects(session, done.what());
      }
      return end.either(
          done -> answer(session, id, done, calls.rejected()),
          refused -> {
            throw Stop.refused(refused.refusal().reason());
          });
    } catch (CallFile.UncheckedUnreadable e) {
      throw Stop.unreadable(Reasons.of(e.why()));
    }
  }

  private static Recorded.Done<Reporting.Opened> opened(Session session) {
    return session
        .reporting()
        .open(session.actor())
        .either(
            done -> done,
            refused -> {
              throw Stop.refused(refused.refusal().reason());
            });
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private void writeSuspects(Session session, CallCase answer) throws IOException {
    if (suspectsOut != null) {
      byte[] json =
          SuspectsJson.of(
              session.clock().instant(),
              answer.campaigns().stream().map(CallCase.Found::campaign).toList());
      OwnFile.write(suspectsOut.toAbsolutePath(), json);
    }
  }

  private Set<Long> ownNumbers() throws IOException {
    Set<Long> numbers = new HashSet<>();
    if (own != null) {
      try (Stream<String> lines = Files.lines(own)) {
        lines.filter(line -> !line.isBlank()).map(CallFile::caller).forEach(numbers::add);
      }
    }
    return numbers;
  }

  private static Answer answer(
      Session session, CaseId id, Recorded.Done<CallCase> done, long rejected) {
    CallCase answer = done.what();
    boolean yes =
        answer.together().filter(CallsCommand::tells).isPresent()
            || answer.campaigns().stream()
                .anyMatch(found -> found.source().filter(CallsCommand::tells).isPresent());
    Answer.Builder out =
        Answer.builder()
            .field("calls", answer.calls())
            .field("about_customers", answer.about())
            .field("by_consent", answer.consented())
            .field("customers", answer.people())
            .field("rejected", rejected)
            .field("campaigns", answer.campaigns().stream().map(CallJson::campaign).toList())
            .field(
                "together",
                answer.together().map(all -> CallJson.attribution(all.attribution())).orElse(null))
            .field("case", id.text())
            .field("entry", done.receipt().index())
            .say(
                "读到 "
                    + answer.calls()
                    + " 次来电，其中 "
                    + answer.about()
                    + " 次打给 "
                    + answer.people()
                    + " 个在管号码；"
                    + answer.consented()
                    + " 次打给同意被致电者，不计；"
                    + rejected
                    + " 行无法读取",
                answer.calls()
                    + " calls read, "
                    + answer.about()
                    + " of them to "
                    + answer.people()
                    + " numbers of customers; "
                    + answer.consented()
                    + " to people who consented to be called are left out; "
                    + rejected
                    + " lines could not be read");
    if (answer.campaigns().isEmpty()) {
      out.say(
          "没有一个主叫号码的来电明显集中在保险到期之前",
          "no calling number's calls crowd before the end of cover beyond chance");
    }
    new CallSentences(session.chain()).all(answer).forEach(out::say);
    return out.say(
            "案件 " + id + "，账目 " + done.receipt().index(),
            "case " + id + ", entry " + done.receipt().index())
        .exit(!yes ? Exit.ANSWER_IS_NO : rejected > 0 ? Exit.IN_PART : Exit.DONE)
        .build();
  }

  private static boolean tells(Weighing source) {
    return source.attribution().verdict() == Verdict.PROBABLE;
  }
}
