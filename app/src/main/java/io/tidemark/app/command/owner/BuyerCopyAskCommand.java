package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.TypedLines;
import io.tidemark.app.command.Work;
import io.tidemark.app.files.FileDigest;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.BuyerCopy;
import io.tidemark.custody.owner.Identifying;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.vault.Locator;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a new owner's request. */
@Command(
    name = "ask",
    description = {
      "受理新车主的申请：先给行驶证上的车架号，再给行驶证上的新车主姓名，各一行；行驶证图片只记摘要，不保存。",
      "Takes a new owner's request: the VIN of the vehicle licence is typed first, the new owner's name in"
          + " it second. Of the licence's picture a digest is recorded; it is not kept."
    },
    footer = {
      "",
      "个人信息保护负责人或职责 owner-service 可用；由另一人 approve。",
      "For the protection officer and the duty owner-service; somebody else approves.",
      "",
      "例 / Example:",
      "  ./tidemark buyer-copy ask --licence licence.jpg --as chen.jie"
    })
public final class BuyerCopyAskCommand extends Work {
  @Option(
      names = "--licence",
      required = true,
      paramLabel = "FILE",
      description = {"新车主名下的行驶证图片。", "The picture of the vehicle licence in the new owner's name."})
  private @Nullable Path licence;

  @Override
  protected Answer work() throws Exception {
    Digest digest = FileDigest.of(Objects.requireNonNull(licence));
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.BUYER_COPY);
      TypedLines lines = new TypedLines(terminal().language());
      Identifying.Number vin = new Identifying.Number(Locator.VIN, lines.next(FieldClass.VIN));
      Recorded.Done<BuyerCopy> done =
          Refusals.orStop(
              session
                  .rights()
                  .buyerCopying()
                  .ask(session.actor(), vin, lines.next(FieldClass.NAME), digest));
      String id = done.what().id().text();
      return Answer.builder()
          .field("request", id)
          .field("state", "asked")
          .field("licence", digest.toString())
          .field("entry", done.receipt().index())
          .say(
              "申请 "
                  + id
                  + "，账目 "
                  + done.receipt().index()
                  + "；由另一人批准：./tidemark buyer-copy approve "
                  + id,
              "request "
                  + id
                  + ", entry "
                  + done.receipt().index()
                  + "; somebody else approves it: ./tidemark buyer-copy approve "
                  + id)
          .build();
    }
  }
}
