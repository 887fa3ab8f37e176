package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Group;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.history.OwnerSecret;
import io.tidemark.server.owner.OwnerFiles;
import io.tidemark.terms.Digest;
import io.tidemark.terms.ExportId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What people may ask of their own data. */
@Command(
    name = "owner",
    description = {
      "为本人办理：使用历史、信息副本、更正、答复其请求。",
      "For people themselves: the history of their data, a copy of it, corrections, answers."
    },
    subcommands = {
      OwnerCommand.Export.class,
      OwnerCopyCommand.class,
      OwnerCorrectCommand.class,
      OwnerRefuseCommand.class,
      OwnerChangesCommand.class
    })
public final class OwnerCommand extends Group {
  /** Writes a person's history. */
  @Command(
      name = "export",
      description = {
        "导出一位客户的历史：谁在何时、为何、以何形式得到了其信息，并证明无一遗漏、未经改动；任何人可用 verify 离线核验。",
        "Writes a person's history: who received what, when, why and in which form, with the proof that"
            + " nothing is missing or altered; anybody can check it offline with verify."
      },
      footer = {
        "",
        "个人信息保护负责人或职责 owner-service 可用。号码写作 -，在终端或标准输入给出。",
        "For the protection officer and the duty owner-service. The number is written as - and read from"
            + " the terminal or standard input.",
        "",
        "例 / Example:",
        "  ./tidemark owner export --identity - --out history.zip --as liu.min"
      })
  public static final class Export extends Work {
    @ArgGroup(multiplicity = "1")
    private ByNumber by = new ByNumber();

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE.zip",
        description = {"本人的文件。", "The owner's file."})
    private @Nullable Path out;

    @Option(
        names = "--full",
        description = {
          "每条记录都附账目原文及其证明（记录不多时总是附上）。",
          "With the whole entry and proof of every event (few events always have them)."
        })
    private boolean full;

    @Override
    protected Answer work() throws Exception {
      by.kind(); // an argument that is no dash ends it before anything is opened
      Path target = Objects.requireNonNull(out).toAbsolutePath().normalize();
      if (Files.exists(target) || !Files.isDirectory(target.resolveSibling(""))) {
        throw Stop.usage(
            "文件已存在，或没有这个文件夹：" + target,
            "the file exists already, or there is no such folder: " + target);
      }
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.OWNERS);
        Map<UUID, OwnerSecret> people =
            session.home().histories().people(by.records(session, terminal().language()));
        if (people.size() != 1) {
          throw Stop.usage(
              people.isEmpty() ? "没有这位客户" : "号码属于不止一人，请改用证件号码、保单号或车架号",
              people.isEmpty()
                  ? "nobody has this number"
                  : "more than one person has this number: use the identity number, the policy number"
                      + " or the VIN");
        }
        Map.Entry<UUID, OwnerSecret> person = people.entrySet().iterator().next();
        Recorded.Done<ExportId> end =
            Refusals.orStop(session.rights().exporting().export(session.actor(), person.getKey()));
        OwnerFiles.Made written =
            new OwnerFiles(session.home()).make(person.getKey(), person.getValue(), full);
        OwnFile.write(target, written.bytes());
        return answer(session, end, written, target);
      }
    }

    private static Answer answer(
        Session session, Recorded.Done<ExportId> end, OwnerFiles.Made written, Path target)
        throws Exception {
      int events = written.history().events().size();
      long until = written.history().root().entries();
      String key = session.home().ledger().key().vkey();
      return Answer.builder()
          .field("file", target.toString())
          .field("sha256", Digest.sha256(written.bytes()).toString())
          .field("bytes", written.bytes().length)
          .field("export", end.what().text())
          .field("entry", end.receipt().index())
          .field("events", events)
          .field("root_number", written.history().root().number())
          .field("root_entry", written.history().rootEntry())
          .field("entries", until)
          .say(
              "历史文件：" + target + "（" + events + " 条，覆盖序号 " + until + " 之前的全部账目）",
              "history: "
                  + target
                  + " ("
                  + events
                  + " events, of all entries before "
                  + until
                  + ")")
          .say(
              "核验：./tidemark verify " + target + " --key '" + key + "'",
              "check: ./tidemark verify " + target + " --key '" + key + "'")
          .build();
    }
  }
}
