package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.TypedLines;
import io.tidemark.app.command.Work;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.OwnerCopy;
import io.tidemark.formats.consent.ConsentRecords;
import io.tidemark.formats.owner.OwnerCopyDocument;
import io.tidemark.formats.owner.OwnerCopyTable;
import io.tidemark.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Writes a copy of what is kept of a person. */
@Command(
    name = "copy",
    description = {
      "为本人复制其现有信息（查阅、复制与转移）：每项内容、级别、用于何目的、保存至何时、从哪次存入而来。",
      "Copies what is kept of a person today, to see and to take along: each field with its grade,"
          + " for which purposes it is kept, until when, and from which deposit."
    },
    footer = {
      "",
      "个人信息保护负责人或职责 owner-service 可用。号码写作 -，在终端或标准输入给出。",
      "For the protection officer and the duty owner-service. The number is written as - and read from"
          + " the terminal or standard input.",
      "",
      "例 / Examples:",
      "  ./tidemark owner copy --identity - --out data.json --as liu.min",
      "  ./tidemark owner copy --policy - --out data.csv --as liu.min"
    })
public final class OwnerCopyCommand extends Work {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ArgGroup(multiplicity = "1")
  private ByNumber by = new ByNumber();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.json|FILE.csv",
      description = {"本人的副本，格式随文件名。", "The person's copy, in the format of its name."})
  private @Nullable Path out;

  @Override
  protected Answer work() throws Exception {
    by.kind(); // an argument that is no dash ends it before anything is opened
    Path target = target();
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.OWNERS);
      Recorded.Done<OwnerCopy> done =
          Refusals.orStop(
              session
                  .rights()
                  .copying()
                  .copy(session.actor(), by.number(new TypedLines(terminal().language()))));
      byte[] bytes = bytes(session, done.what(), target);
      OwnFile.write(target, bytes);
      return Answer.builder()
          .field("file", target.toString())
          .field("sha256", Digest.sha256(bytes).toString())
          .field("copy", done.what().id().text())
          .field("entry", done.receipt().index())
          .field("records", done.what().contracts().size())
          .field("fields", done.what().values())
          .say(
              "副本：" + target + "（" + done.what().contracts().size() + " 份记录；含个人信息，只交给本人）",
              "copy: "
                  + target
                  + (" ("
                      + done.what().contracts().size()
                      + " records; it holds personal data: give")
                  + " it to that person alone)")
          .say("账目 " + done.receipt().index(), "entry " + done.receipt().index())
          .build();
    }
  }

  private Path target() {
    Path target = Objects.requireNonNull(out).toAbsolutePath().normalize();
    String name = target.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".json") && !name.endsWith(".csv")) {
      throw Stop.usage("--out 应以 .json 或 .csv 结尾", "--out ends with .json or .csv");
    }
    if (Files.exists(target) || !Files.isDirectory(target.resolveSibling(""))) {
      throw Stop.usage(
          "文件已存在，或没有这个文件夹：" + target,
          "the file exists already, or there is no such folder: " + target);
    }
    return target;
  }

  private static byte[] bytes(Session session, OwnerCopy copy, Path target) throws IOException {
    if (target.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      ByteArrayOutputStream table = new ByteArrayOutputStream();
      OwnerCopyTable.write(copy, table);
      return table.toByteArray();
    }
    ConsentRecords consents = new ConsentRecords(session.policy(), session.chain());
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(new OwnerCopyDocument(consents).of(copy));
  }
}
