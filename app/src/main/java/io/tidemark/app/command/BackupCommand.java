package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.Terminal;
import io.tidemark.authorise.Act;
import io.tidemark.ledger.Receipt;
import io.tidemark.store.backup.Backup;
import io.tidemark.store.database.WalArchive;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a backup. */
@Command(
    name = "backup",
    description = {
      "备份：数据库的一份完整拷贝、此后的每一段 WAL、已发布的账本。不含任何密钥：主密钥须另行保管。",
      "Backs up: a whole copy of the database, every file of its WAL from then on, the published"
          + " ledger. No key is among them: keep the master key elsewhere."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark backup --to /mnt/backup/tidemark",
      "  ./tidemark backup",
      "  ./tidemark backup --stop"
    })
public final class BackupCommand extends Work {
  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = {
        "备份目录，只属于这个数据目录（默认：上次的目录）。",
        "The folder of the backup, for this home alone (default: the one of last time)."
      })
  private @Nullable Path to;

  @Option(
      names = "--stop",
      description = {
        "此后不再存档 WAL；已有的备份原样保留。",
        "Archives the WAL no more from now on; what is kept stays as it is."
      })
  private boolean stop;

  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.SET_UP);
      Path home = session.home().folder().path();
      Optional<Path> known = WalArchive.of(home).map(WalArchive.Place::folder);
      if (stop) {
        WalArchive.end(home);
        return Answer.builder()
            .field("archiving", false)
            .say("不再存档 WAL", "the WAL is archived no more")
            .build();
      }
      Path folder =
          Optional.ofNullable(to)
              .or(() -> known)
              .orElseThrow(
                  () -> Stop.usage("请用 --to 指出备份目录", "name the folder of the backup with --to"));
      return made(session, folder.toAbsolutePath().normalize());
    }
  }

  private Answer made(Session session, Path folder) throws Exception {
    Backup backup = new Backup(session.home(), folder);
    Backup.Made made;
    try (Terminal.Progress progress =
        terminal().progress(new Words("拷贝数据库", "copying the database"), backup.size())) {
      made = backup.make(base -> record(session, base), progress::at);
    }
    Answer.Builder answer =
        Answer.builder()
            .field("backup", folder.toString())
            .field("entry", made.entry())
            .field("ledger_size", made.published())
            .field("since", made.since().map(Object::toString).orElse(null))
            .field("archiving", made.since().isPresent())
            .field("keep_apart", session.home().keySource().in(terminal().language()));
    made.since()
        .ifPresentOrElse(
            since ->
                answer.say(
                    "已备份到 " + folder + "；可恢复到 " + since + " 之后的任一时刻，WAL 会继续存档到此",
                    "backed up to "
                        + folder
                        + "; any moment from "
                        + since
                        + " on can be restored, the WAL goes on being archived there"),
            () ->
                answer.say(
                    "账本与设置已备份到 "
                        + folder
                        + "；数据库在您自己的 PostgreSQL 里，请用 pgBackRest 或 pg_basebackup 加 WAL 存档来备份",
                    "ledger and settings are backed up to "
                        + folder
                        + "; the database is in your own PostgreSQL: back it up with pgBackRest, or"
                        + " pg_basebackup and an archive of its WAL"));
    return answer
        .say(session.home().keySource())
        .say(
            "备份里没有主密钥、证书与凭证；没有主密钥就无法恢复。主密钥、备份、见证方的签名头要分开保管（docs/backup.md）",
            "neither the master key nor certificates nor credentials are in the backup, and without"
                + " the master key nobody can restore it. Keep master key, backup and the"
                + " witnesses' heads apart (docs/backup.md)")
        .build();
  }

  private static Receipt record(Session session, Optional<Digest> base) {
    return session
        .home()
        .journal()
        .record(
            session
                .register()
                .begin("backup", session.actor())
                .line("database", base.isPresent() ? "embedded" : "own")
                .line("base-sha256", base.map(Digest::toString).orElse("-"))
                .build());
  }
}
