package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.Terminal;
import io.tidemark.app.command.find.GradeWords;
import io.tidemark.app.files.FileDigest;
import io.tidemark.app.files.Listings;
import io.tidemark.app.files.Portfolio;
import io.tidemark.custody.DepositReport;
import io.tidemark.custody.Submission;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a portfolio into custody. */
@Command(
    name = "deposit",
    description = {
      "把一份清单收入保管：识别、定级、加密。错误的值照收并列出；读不了的行列在拒收文件中。",
      "Reads a portfolio into custody: classified, graded, encrypted. Wrong values are kept and listed; rows that cannot be read are listed in a rejects file."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark deposit samples/portfolio.csv",
      "  ./tidemark deposit list.xlsx --from ag-0001"
    })
public final class DepositCommand extends Work {
  @Parameters(
      paramLabel = "FILE",
      description = {"CSV 或 XLSX，任何常见编码。", "CSV or XLSX in any usual encoding."})
  private @Nullable Path file;

  @Option(
      names = "--headings",
      paramLabel = "FILE",
      description = {"表头对应（YAML：表头: 列名）。", "Headings mapped to columns (YAML)."})
  private @Nullable Path headings;

  @Option(
      names = "--from",
      paramLabel = "PARTY",
      description = {
        "谁发来的：更正过的表头按这一方的算。",
        "Who sent it: headings mean what was corrected for that party's files."
      })
  private @Nullable String from;

  @Override
  protected Answer work() throws Exception {
    Path portfolio = Objects.requireNonNull(file);
    if (!Files.isRegularFile(portfolio)) {
      throw Stop.unreadable(new Words("没有这个文件：" + portfolio, "no such file: " + portfolio));
    }
    Digest digest = FileDigest.of(portfolio);
    try (Session session = open();
        Listings listings = new Listings(session.home().folder().path().resolve("reports"));
        Portfolio rows =
            Portfolio.open(portfolio, known(session), session.policy(), listings::reject)) {
      Optional<Refusal> refusal = session.deposit().refusal(session.actor());
      if (refusal.isPresent()) {
        throw Stop.refused(refusal.get().reason());
      }
      rows.notes().forEach(terminal()::note);
      DepositReport report;
      try (Terminal.Progress progress = terminal().progress(new Words("存入", "deposit"), -1)) {
        Submission submission =
            new Submission(String.valueOf(portfolio.getFileName()), digest, rows);
        report =
            session
                .deposit()
                .deposit(session.actor(), submission, listings.following(progress::at));
      }
      listings.finish();
      if (report.entry() < 0 && listings.rejected() > 0) {
        throw Stop.unreadable(
            new Words(
                "没有一行能读出，原因见 " + listings.rejectsFile().orElse(""),
                "no row could be read; the reasons are in " + listings.rejectsFile().orElse("")));
      }
      if (report.accepted() + report.updated() + report.unchanged() + report.erased() == 0) {
        throw Stop.unreadable(
            new Words(portfolio + "：只有表头，没有一行", portfolio + ": headings and not one row"));
      }
      return answer(report, listings, rows.graded());
    }
  }

  private KnownHeadings known(Session session) throws Unreadable {
    if (from != null && session.chain().party(from).isEmpty()) {
      throw Stop.usage("未登记的当事方：" + from, "unknown party: " + from);
    }
    return session.headings(Optional.ofNullable(from)).with(Optional.ofNullable(headings));
  }

  private static void sayCorrections(Answer.Builder answer, DepositReport.Corrected corrected) {
    if (corrected.kept() > 0) {
      answer.say(
          corrected.kept() + " 处本人更正过的内容，文件仍写旧值：保持更正后的",
          corrected.kept()
              + " fields that people had corrected stay so: the file has what was"
              + " wrong");
    }
    if (corrected.overtaken() > 0) {
      answer.say(
          corrected.overtaken() + " 处本人更正过的内容，文件写了从未有过的新值：以文件为准，请核对（owner changes 可查）",
          corrected.overtaken()
              + " fields that people had corrected say now what the record never said: look whether"
              + " that is right (owner changes lists them)");
    }
  }

  private static Answer answer(DepositReport report, Listings listings, GradedTable graded) {
    Answer.Builder answer =
        GradeWords.deposited(Answer.builder(), graded)
            .field("accepted", report.accepted())
            .field("updated", report.updated())
            .field("unchanged", report.unchanged())
            .field("erased_before", report.erased())
            .field("corrections_kept", report.corrections().kept())
            .field("corrections_overtaken", report.corrections().overtaken())
            .field("rejected", listings.rejected())
            .field("rejects_file", listings.rejectsFile().orElse(null))
            .field("suspect_values", report.suspects())
            .field("suspects_file", listings.suspectsFile().orElse(null))
            .field("entry", report.entry() < 0 ? null : report.entry())
            .say(
                "收入 "
                    + report.accepted()
                    + " 份保单，更新 "
                    + report.updated()
                    + "，未变 "
                    + report.unchanged(),
                report.accepted()
                    + " policies accepted, "
                    + report.updated()
                    + " updated, "
                    + report.unchanged()
                    + " unchanged");
    if (report.erased() > 0) {
      answer.say(
          report.erased() + " 行属于已被删除的人，没有收入",
          report.erased() + " rows are about people who were erased and were left out");
    }
    sayCorrections(answer, report.corrections());
    listings
        .suspectsFile()
        .ifPresent(
            path ->
                answer.say(
                    report.suspects() + " 个可疑的值照收，列在 " + path,
                    report.suspects() + " suspect values were kept and are listed in " + path));
    listings
        .rejectsFile()
        .ifPresent(
            path ->
                answer.say(
                    listings.rejected() + " 行读不了，列在 " + path,
                    listings.rejected() + " rows could not be read; they are listed in " + path));
    GradeWords.sayDeposited(answer, graded);
    if (report.entry() >= 0) {
      answer.say("账目 " + report.entry(), "entry " + report.entry());
    }
    return answer.exit(listings.rejected() > 0 ? Exit.IN_PART : Exit.DONE).build();
  }
}
