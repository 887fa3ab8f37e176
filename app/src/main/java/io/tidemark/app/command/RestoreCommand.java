package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Policy;
import io.tidemark.custody.Entries;
import io.tidemark.custody.Register;
import io.tidemark.custody.owner.Erasing;
import io.tidemark.custody.owner.Noticing;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.SignedNote;
import io.tidemark.store.backup.Lost;
import io.tidemark.store.backup.Restore;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFault;
import io.tidemark.store.home.Returning;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings a home back from a backup. */
@Command(
    name = "restore",
    description = {
      "从备份恢复到一个新的数据目录：核验备份、由 PostgreSQL 恢复数据库，再逐条与已发布的账本比对；不符就拒绝。",
      "Restores a backup into a new home: checks it, lets PostgreSQL recover the database, and"
          + " compares that with the published ledger entry by entry; what does not agree is"
          + " refused."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark restore --from /mnt/backup/tidemark --home new-home --master-key master.key",
      "  ./tidemark restore --from /mnt/backup/tidemark --home new-home --until"
          + " 2026-11-29T09:30:00+08:00",
      "  ./tidemark restore --from /mnt/backup/tidemark --home new-home --database JDBC-URL"
    })
public final class RestoreCommand extends Work {
  private static final int MOST_SAID = 100;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = {"备份目录。", "The folder of the backup."})
  private @Nullable Path from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = {
        "恢复到这一时刻（带时区，默认：最后状态）。此后的账目仍在账本里，但没有后果，并逐条列出。",
        "The moment to go back to, with its zone (default: the last state). Later entries stay in"
            + " the ledger without consequences, and are listed."
      })
  private @Nullable String until;

  @Option(
      names = "--master-key",
      paramLabel = "FILE",
      description = {
        "主密钥文件（默认：环境变量 TIDEMARK_MASTER_KEY 或 TIDEMARK_MASTER_KEY_COMMAND）。",
        "The file of the master key (default: TIDEMARK_MASTER_KEY or TIDEMARK_MASTER_KEY_COMMAND)."
      })
  private @Nullable Path masterKey;

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = {
        "已由您自己恢复的 PostgreSQL（口令放在 TIDEMARK_DATABASE_PASSWORD）。",
        "One's own PostgreSQL, restored already (its password in TIDEMARK_DATABASE_PASSWORD)."
      })
  private @Nullable String database;

  @Option(
      names = "--head",
      paramLabel = "FILE",
      description = {
        "另行保管的签名头（如见证方的）：账本必须是它的延续。",
        "A signed head that was kept elsewhere, a witness's for example: the ledger has to continue"
            + " it."
      })
  private @Nullable Path head;

  @Option(
      names = "--accept-loss",
      description = {
        "备份的 WAL 或数据库缺了末尾也照样恢复。",
        "Restores although the end of the WAL or of the database is missing."
      })
  private boolean acceptLoss;

  @Override
  protected Answer work() throws Exception {
    Restore restore =
        Restore.from(
            Objects.requireNonNull(from),
            new Restore.Asked(moment(), Optional.ofNullable(database), acceptLoss, kept()));
    Returning home = Returning.in(common.home(), Optional.ofNullable(masterKey), System.getenv());
    Restore.Done done = restore.into(home, new Recording(), terminal()::note);
    return answer(home.folder().path(), done);
  }

  private Optional<Instant> moment() {
    try {
      return Optional.ofNullable(until).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw Stop.usage(
          "--until 要写成带时区的时刻，如 2026-11-29T09:30:00+08:00",
          "--until is a moment with its zone, such as 2026-11-29T09:30:00+08:00");
    }
  }

  private Optional<SignedNote> kept() throws IOException {
    if (head == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(SignedNote.parse(Files.readAllBytes(head)));
    } catch (LedgerException e) {
      throw Stop.unreadable(
          new Words(
              head + " 不是签名的头：" + e.getMessage(), head + " is no signed head: " + e.getMessage()));
    }
  }

  /**
   * What a restore writes: its own entry, and erasures that the restored state knows nothing of.
   */
  private static final class Recording implements Restore.Recording {
    @Override
    public Entry entry(Home home, Restore.State state) {
      boolean whole = state.state() >= state.published();
      return Entries.begin("restore", Instant.now(), Actor.operator(), Session.policyOf(home))
          .line("base", state.base().map(Object::toString).orElse("-"))
          .line("until", state.until().map(Object::toString).orElse("-"))
          .line("state", state.state())
          .line("without-consequence", whole ? "-" : state.state() + ".." + (state.published() - 1))
          .build();
    }

    @Override
    public void again(Home home, List<Lost> lost) throws HomeFault, IOException {
      Policy policy = Session.policyOf(home);
      Register register = new Register(home.journal(), policy, Clock.systemUTC());
      Erasing erasing =
          new Erasing(
              register,
              new Noticing(home.vault(), home.keys(), home.footprints(), policy.notices()));
      int people = 0;
      for (Lost one : lost) {
        if (one.kind().equals("erasure")) {
          people +=
              erasing.again(Actor.operator(), tokens(home, one.index()), one.index()).people();
        }
      }
      if (people > 0) {
        home.shred();
      }
    }

    private static Set<UUID> tokens(Home home, long index) {
      try {
        return Entry.parse(home.entries(index, 1).get(0)).values("person-token").stream()
            .map(UUID::fromString)
            .collect(Collectors.toSet());
      } catch (Entry.BadEntry e) {
        throw new IllegalStateException("entry " + index + " is damaged: run ledger fsck", e);
      }
    }
  }

  private static Answer answer(Path home, Restore.Done done) {
    Restore.State state = done.state();
    Answer.Builder answer =
        Answer.builder()
            .field("home", home.toString())
            .field("entry", done.entry())
            .field("state", state.state())
            .field("ledger_size", done.entry() + 1)
            .field("public_key", done.key().vkey())
            .field("lost", done.lost().stream().map(RestoreCommand::json).toList())
            .field("open", done.open())
            .say(
                "已恢复到 "
                    + home
                    + "：数据库与账本一致，共 "
                    + state.state()
                    + " 条，账目 "
                    + done.entry()
                    + " 记下了这次恢复",
                "restored to "
                    + home
                    + ": database and ledger agree in "
                    + state.state()
                    + " entries, entry "
                    + done.entry()
                    + " records the restore");
    say(answer, done.lost(), state);
    if (!done.open().isEmpty()) {
      answer.say(
          "以下释放当时尚未完成，请查看其文件是否已交出：" + done.open(),
          "these releases had begun and not ended, look whether their files left: " + done.open());
    }
    return answer
        .say(
            "所有会话与邀请已失效。旧目录若还在，不可再用：两个目录各自记账，账本就分叉了。新目录的备份要放到新的位置：./tidemark backup --to DIR",
            "all sessions and invitations have ended. Never use the old home beside this one: two that"
                + " record fork the ledger. Back the new home up into a new place:"
                + " ./tidemark backup --to DIR")
        .build();
  }

  private static Map<String, Object> json(Lost lost) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("entry", lost.index());
    row.put("kind", lost.kind());
    row.put("what", lost.what());
    row.put("matters", lost.matters());
    return row;
  }

  private static void say(Answer.Builder answer, List<Lost> lost, Restore.State state) {
    if (lost.isEmpty()) {
      return;
    }
    Map<String, Long> kinds =
        lost.stream()
            .collect(Collectors.groupingBy(Lost::kind, TreeMap::new, Collectors.counting()));
    String range = state.state() + ".." + (state.published() - 1);
    answer.say(
        "账目 " + range + " 仍在账本里，但在数据库里没有后果：" + kinds,
        "entries "
            + range
            + " stay in the ledger and have no consequence in the database: "
            + kinds);
    List<Lost> matter = lost.stream().filter(Lost::matters).toList();
    answer.say(
        "以下须重做；其中的 disclosure 已交出而此目录无法追溯：",
        "to be done again; a disclosure among them has left and cannot be traced by this home:");
    matter.stream()
        .limit(MOST_SAID)
        .map(one -> "  " + one.index() + " " + one.kind() + " " + one.what())
        .forEach(line -> answer.say(line, line));
    if (matter.size() > MOST_SAID) {
      int more = matter.size() - MOST_SAID;
      answer.say("  另有 " + more + " 条，见 --json", "  and " + more + " more, see --json");
    }
  }
}
