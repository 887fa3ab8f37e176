package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.TypedLines;
import io.tidemark.app.command.Work;
import io.tidemark.app.command.marks.PdfOptions;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.BuyerCopying;
import io.tidemark.formats.pdf.CannotCarry;
import io.tidemark.formats.pdf.PdfMarker;
import io.tidemark.formats.pdf.PdfSigner;
import io.tidemark.formats.report.BuyerCopyPage;
import io.tidemark.media.mark.PaperMarker;
import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes the copy of an approved request. */
@Command(
    name = "issue",
    description = {
      "为已批准的申请生成保单副本（PDF），只生成一次；标记此新车主。新车主姓名再给一次。",
      "Makes the copy (PDF) of an approved request, once, marked for the new owner, whose name is typed"
          + " again."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark buyer-copy issue b-0123456789abcdef --out copy.pdf --password-out copy.password --as"
          + " chen.jie"
    })
public final class BuyerCopyIssueCommand extends Work {
  @Parameters(
      paramLabel = "REQUEST",
      description = {"申请的编号。", "The request."})
  private @Nullable String request;

  @Mixin private PdfOptions pdf = new PdfOptions();

  @Override
  protected Answer work() throws Exception {
    BuyerCopyId id = BuyerCopyCommand.id(request);
    Optional<PdfSigner> signer = pdf.checked();
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.BUYER_COPY);
      PersonalText buyer = new TypedLines(terminal().language()).next(FieldClass.NAME);
      Recorded.Done<BuyerCopying.Issued> done =
          Refusals.orStop(session.rights().buyerCopying().issue(session.actor(), id, buyer));
      Instant now = session.clock().instant();
      PdfOptions.Ready ready = pdf.ready(marked(session, done.what(), buyer, now), signer, now);
      session.marking().delivered(session.actor(), done.what().mark(), ready.digest());
      pdf.write(ready);
      return pdf.told(
              Answer.builder()
                  .field("request", id.text())
                  .field("state", "issued")
                  .field("mark", done.what().mark().toString())
                  .field("entry", done.receipt().index())
                  .say(
                      "保单副本：" + pdf.target() + "（不含原车主信息），账目 " + done.receipt().index(),
                      "the copy: "
                          + pdf.target()
                          + " (nothing of the former owner in it), entry "
                          + done.receipt().index()),
              ready)
          .build();
    }
  }

  private static byte[] marked(
      Session session, BuyerCopying.Issued copy, PersonalText buyer, Instant now) throws Exception {
    byte[] plain = BuyerCopyPage.pdf(copy.fields(), buyer, copy.id(), now);
    try {
      return new PdfMarker(Optional.of(new PaperMarker(session.pictureKey())::mark))
          .mark(plain, copy.mark().value(), session.markKey())
          .bytes();
    } catch (CannotCarry e) {
      throw new IllegalStateException("our own page has text enough", e);
    }
  }
}
