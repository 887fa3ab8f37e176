package io.tidemark.app.command.marks;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.custody.Recorded;
import io.tidemark.formats.pdf.CannotCarry;
import io.tidemark.formats.pdf.PageBackground.PictureMark;
import io.tidemark.formats.pdf.PdfMarker;
import io.tidemark.formats.pdf.PdfSigner;
import io.tidemark.media.mark.PaperMarker;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Marks a PDF for one recipient. */
@Command(
    name = "pdf",
    description = {
      "为一个接收方标记一份 PDF（如电子保单）：字的高低差一根头发丝，眼看不见，文字不变；另存、打印为 PDF、抽页之后仍读得出。先记账，后标记。",
      "Marks a PDF (an e-policy, say) for one recipient: letters stand a hair's breadth higher or"
          + " lower, which nobody sees, and the text stays what it was; it can be read after saving,"
          + " printing to PDF and taking pages out. Recorded first."
    },
    footer = {
      "",
      "职责：staff、approver、protection-officer 或操作员。原有签名会失效，因此去掉；用 --sign-with 重新签。",
      "Duties: staff, approver, protection-officer, or the operator. A signature that the file had would"
          + " break and is taken out; sign anew with --sign-with.",
      "",
      "例 / Examples:",
      "  ./tidemark mark pdf policy.pdf --to ag-0001 --purpose renewal-service --out for-ag-0001.pdf",
      "  ./tidemark mark pdf policy.pdf --to ag-0001 --purpose renewal-service --out for-ag-0001.pdf"
          + " --password-out ag-0001.password --sign-with insurer.p12"
    })
public final class MarkPdfCommand extends Work {
  @Parameters(
      paramLabel = "FILE.pdf",
      description = {"原件，没有密码。", "The original, without a password."})
  private @Nullable Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PARTY",
      description = {"接收方。", "The recipient."})
  private @Nullable String to;

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "PURPOSE",
      description = {"目的。", "What for."})
  private @Nullable String purpose;

  @Option(
      names = "--plain-paper",
      description = {
        "页面底色不加图片标记：页面变成图像（截图、传真）之后就读不出。",
        "Leaves the paper of the pages unmarked: pages that became pictures (screenshots, faxes)"
            + " cannot be read then."
      })
  private boolean plainPaper;

  @Mixin private PdfOptions pdf = new PdfOptions();

  @Override
  protected Answer work() throws Exception {
    byte[] original = Files.readAllBytes(Objects.requireNonNull(file));
    Optional<PdfSigner> signer = pdf.checked();
    try (Session session = open()) {
      Recorded.Done<CopyNumber> begun =
          Refusals.orStop(
              session
                  .marking()
                  .begin(
                      session.actor(),
                      Objects.requireNonNull(to),
                      Objects.requireNonNull(purpose),
                      Digest.sha256(original)));
      PdfMarker.Marked marked = marked(session, original, begun.what());
      PdfOptions.Ready ready = pdf.ready(marked.bytes(), signer, session.clock().instant());
      session.marking().delivered(session.actor(), begun.what(), ready.digest());
      pdf.write(ready);
      Answer.Builder answer =
          Answer.builder()
              .field("mark", begun.what().toString())
              .field("to", to)
              .field("entry", begun.receipt().index())
              .field("groups", marked.groups())
              .field("signatures_removed", marked.signatures())
              .say(
                  "给 " + to + " 的副本：" + pdf.target() + "，标记 " + begun.what(),
                  "the copy for " + to + ": " + pdf.target() + ", mark " + begun.what())
              .say(
                  "账目 " + begun.receipt().index() + "；读出：./tidemark read pdf " + pdf.target(),
                  "entry "
                      + begun.receipt().index()
                      + "; read it with ./tidemark read pdf "
                      + pdf.target());
      if (marked.signatures() > 0) {
        answer.say(
            "原有签名已去掉（标记会使其失效）", "the signature that it had is taken out: a mark would break it");
      }
      return pdf.told(answer, ready).build();
    }
  }

  private PdfMarker.Marked marked(Session session, byte[] original, CopyNumber mark) {
    try {
      Optional<PictureMark> paper =
          plainPaper ? Optional.empty() : Optional.of(new PaperMarker(session.pictureKey())::mark);
      return new PdfMarker(paper).mark(original, mark.value(), session.markKey());
    } catch (CannotCarry e) {
      throw Stop.unreadable(e.reason());
    } catch (IOException e) {
      throw Stop.unreadable(new Words("不是完好的 PDF：" + file, "not a sound PDF: " + file));
    }
  }
}
