package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.app.files.SubjectsFile;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Erasing;
import io.tidemark.terms.Words;
import io.tidemark.vault.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Erases people. */
@Command(
    name = "erase",
    description = {
      "删除一个人（或一份名单中的人）：盐、密封内容、索引与归属全部销毁，数据库文件与 WAL 中不再可读；" + "谁得到过什么封入受限档案，保留三年。只有个人信息保护负责人可以。",
      "Erases a person, or those of a list: salts, sealed contents, indexes and books go, and cannot"
          + " be read from the database's files and WAL any more; who received what is kept three"
          + " years in a restricted archive. For a protection officer."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark erase --as liu.min --policy - --why 'asked for by letter of 12 May'",
      "  ./tidemark erase --as liu.min --subjects leaving.csv --why 'retention is over'"
    })
public final class EraseCommand extends Work {
  private static final List<Locator> OF_ONE_PERSON =
      List.of(Locator.POLICY_NUMBER, Locator.IDENTITY_NUMBER);

  @ArgGroup(multiplicity = "1")
  private Whom whom = new Whom();

  @Mixin private Reason reason = new Reason();

  /** One person by a number, or several by a file. */
  static final class Whom {
    @ArgGroup(multiplicity = "1")
    private @Nullable ByNumber number;

    @Option(
        names = "--subjects",
        paramLabel = "FILE",
        description = {"名单，表头为 保单号 或 证件号码。", "A file with a heading 保单号 or 证件号码."})
    private @Nullable Path subjects;
  }

  @Override
  protected Answer work() throws Exception {
    String why = reason.said();
    try (Session session = open()) {
      Refusals.unlessMay(session, io.tidemark.authorise.Act.ERASE);
      RoaringBitmap records = found(session);
      Recorded<Erasing.Erased> end =
          whom.subjects == null
              ? session.rights().erasing().one(session.actor(), records, why)
              : session.rights().erasing().all(session.actor(), records, why);
      Recorded.Done<Erasing.Erased> done = Refusals.orStop(end);
      terminal()
          .note(new Words("清除数据库文件中的旧内容…", "taking old contents out of the database's files …"));
      boolean whole = session.home().shred();
      return answer(done, whole);
    }
  }

  private RoaringBitmap found(Session session) throws IOException {
    RoaringBitmap records =
        whom.subjects == null
            ? Objects.requireNonNull(whom.number).records(session, terminal().language())
            : new SubjectsFile(
                    session.home().shelf(),
                    session.vault().tokens(),
                    session.headings(Optional.empty()))
                .find(whom.subjects, OF_ONE_PERSON)
                .records();
    if (records.isEmpty()) {
      throw Stop.unreadable(new Words("没有一个在保管中", "none of them is in custody"));
    }
    return records;
  }

  private static Answer answer(Recorded.Done<Erasing.Erased> done, boolean whole) {
    Erasing.Erased erased = done.what();
    Answer.Builder answer =
        Answer.builder()
            .field("people", erased.people())
            .field("records", erased.records())
            .field("archived", erased.archived())
            .field("notices", erased.notices())
            .field("entry", done.receipt().index())
            .field("shredded", whole)
            .say(
                "已删除 "
                    + erased.people()
                    + " 人、"
                    + erased.records()
                    + " 份保单；"
                    + erased.archived()
                    + " 人的提供记录封入受限档案；账目 "
                    + done.receipt().index(),
                erased.people()
                    + " people and "
                    + erased.records()
                    + " policies erased; of "
                    + erased.archived()
                    + " of them who received what is in the restricted archive; entry "
                    + done.receipt().index());
    if (erased.notices() > 0) {
      answer.say(
          erased.notices() + " 份删除通知发给持有其副本的接收方（notices list）",
          erased.notices() + " notices to delete go to those who hold a copy (notices list)");
    }
    if (!whole) {
      answer.say(
          "数据库由您自己管理：请执行 VACUUM FULL，并让旧的 WAL 与备份消失，删除才算完成",
          "the database is your own: run VACUUM FULL, and let its old WAL and backups go; only then"
              + " is the erasure complete");
    }
    return answer
        .say(
            "此前的备份里仍有这些人：删除要到这些备份也删掉才算完成（docs/erasure.md）",
            "backups of before still hold them: the erasure is complete when those are gone"
                + " (docs/erasure.md)")
        .build();
  }
}
