package io.tidemark.app.command.marks;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.app.files.FileDigest;
import io.tidemark.app.files.FoundMarks;
import io.tidemark.app.files.MarkSearch;
import io.tidemark.app.files.SecretLine;
import io.tidemark.authorise.Act;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the marks of PDFs. */
@Command(
    name = "pdf",
    description = {
      "读出找到的 PDF 里的标记，不需原件：这一份当初给了谁，误指无辜的概率多大；没有我们的标记就直说。",
      "Reads the mark of PDFs that were found, without the original: to whom the copy was given, and the"
          + " chance of accusing an innocent; where there is no mark of ours it says so."
    },
    footer = {
      "",
      "职责：investigator、protection-officer 或操作员。",
      "Duties: investigator, protection-officer, or the operator.",
      "",
      "例 / Examples:",
      "  ./tidemark read pdf found.pdf",
      "  ./tidemark read pdf locked.pdf --password-file ag-0001.password",
      "  ./tidemark read pdf seized-folder/ posts.zip --json"
    })
public final class ReadPdfCommand extends Work {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {"PDF、文件夹或压缩包。", "PDFs, folders or archives."})
  private List<Path> files = List.of();

  @Option(
      names = "--password",
      description = {
        "找到的 PDF 有密码：在终端输入。",
        "The PDFs that were found have a password: it is typed on the terminal."
      })
  private boolean ask;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = {
        "密码在此文件里（权限 0600），如 mark pdf 的 --password-out 所写。",
        "The password stands in this file (mode 0600), as --password-out of mark pdf wrote it."
      })
  private @Nullable Path passwordFile;

  private String password() throws IOException {
    return ask || passwordFile != null
        ? new String(SecretLine.of(passwordFile, "PDF: ", "--password-file"))
        : "";
  }

  @Override
  protected Answer work() throws Exception {
    StringBuilder digests = new StringBuilder();
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw Stop.unreadable(new Words("没有这个文件：" + file, "no such file: " + file));
      }
      digests.append(Files.isRegularFile(file) ? FileDigest.of(file) : file.getFileName());
    }
    Digest material = Digest.sha256(digests.toString());
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.INQUIRE);
      FoundMarks marks = MarkSearch.documents(files, session, password());
      marks
          .skipped()
          .forEach(
              one ->
                  terminal()
                      .note(
                          new Words(
                              "跳过 " + one.path() + "：" + one.why().zh(),
                              "skipped " + one.path() + ": " + one.why().en())));
      if (marks.read().isEmpty()) {
        throw Stop.unreadable(new Words("没有一个可读的 PDF", "there is no PDF that can be read"));
      }
      Receipt receipt =
          session.marking().read(session.actor(), material, marks.read().size(), marks.recorded());
      MarkLines lines = new MarkLines(session, marks);
      Answer.Builder answer =
          Answer.builder()
              .field("documents", lines.documents())
              .field("skipped", marks.skipped().size())
              .field("entry", receipt.index());
      lines.words().forEach(answer::say);
      return answer
          .exit(
              marks.named().isEmpty()
                  ? Exit.ANSWER_IS_NO
                  : marks.skipped().isEmpty() ? Exit.DONE : Exit.IN_PART)
          .build();
    }
  }
}
