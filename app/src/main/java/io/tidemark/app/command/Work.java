package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Credential;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.Terminal;
import io.tidemark.app.files.Reasons;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Overtaken;
import io.tidemark.disclose.HoneyNumberTaken;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.settings.BadSettings;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.server.CannotServe;
import io.tidemark.store.backup.BackupFault;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFault;
import io.tidemark.store.journal.PostgresJournal.JournalUnavailable;
import io.tidemark.store.journal.PostgresJournal.OutcomeUnknown;
import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/**
 * What every command does alike: opens the home, finds who acts, answers, and turns faults into
 * sentences.
 */
public abstract class Work implements Callable<Integer> {
  /** Two releases drew one number for their honey customers. */
  protected static final Words NUMBER_TAKEN =
      new Words(
          "另一次释放同时用了同一个蜜罐号码：没有交付，已记入账本；请重新释放",
          "another release took a honey customer's number at the same moment: not delivered, and recorded so; release it again");

  @Mixin protected Common common = new Common();

  private PrintStream out = System.out;
  private PrintStream err = System.err;

  /** Sets the streams. */
  public void speakOn(PrintStream answers, PrintStream notes) {
    out = answers;
    err = notes;
  }

  /** Does the command's work. */
  protected abstract Answer work() throws Exception;

  /** Where this command speaks. */
  protected Terminal terminal() {
    return new Terminal(out, err, common.json, common.language());
  }

  /** The streams, for commands that run others. */
  protected PrintStream notes() {
    return err;
  }

  @Override
  public final Integer call() {
    Terminal terminal = terminal();
    try {
      Answer answer = work();
      terminal.answer(answer);
      answer.then().goOn();
      return answer.exit();
    } catch (Exception e) {
      Stop stop = stop(e);
      terminal.note(stop.words());
      if (common.json) {
        terminal.answer(error(stop, terminal.language()));
      }
      return stop.exit();
    }
  }

  private static Answer error(Stop stop, Language language) {
    Answer.Builder error = Answer.builder().field("error", stop.words().in(language));
    stop.refusal()
        .ifPresent(
            refusal ->
                error.field("rule", refusal.rule()).field("why", refusal.why().in(language)));
    return error.build();
  }

  private static Stop stop(Exception e) {
    if (e instanceof Stop stop) {
      return stop;
    }
    if (e instanceof Overtaken) {
      return Stop.fault(
          new Words(
              "别人同时改动了它，什么也没有记下；请重试",
              "somebody else moved it at the same moment, nothing was recorded; try again"));
    }
    if (e instanceof Overtaken) {
      return Stop.fault(
          new Words(
              "另一人同时作出了决定，您的没有记下；请再看一次",
              "somebody else decided at the same moment: yours is not recorded; look again"));
    }
    if (e instanceof HoneyNumberTaken) {
      return Stop.fault(NUMBER_TAKEN);
    }
    if (e instanceof CannotServe cannot) {
      return Stop.fault(cannot.words());
    }
    if (e instanceof BackupFault fault) {
      return Stop.unreadable(fault.words());
    }
    if (e instanceof HomeFault fault) {
      return Stop.fault(fault.words());
    }
    if (e instanceof BadSettings bad) {
      return Stop.unreadable(Reasons.of(bad));
    }
    if (e instanceof Unreadable unreadable) {
      return Stop.unreadable(Reasons.of(unreadable));
    }
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return Stop.unreadable(
          new Words("没有这个文件：" + e.getMessage(), "no such file: " + e.getMessage()));
    }
    if (e instanceof FileSystemException file) {
      String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
      return Stop.fault(
          new Words(
              "文件系统出错：" + file.getFile() + "：" + reason,
              "the file system failed: " + file.getFile() + ": " + reason));
    }
    if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
      return stop(cause);
    }
    if (e instanceof IOException) {
      return Stop.fault(
          new Words("读写失败：" + e.getMessage(), "reading or writing failed: " + e.getMessage()));
    }
    if (e instanceof LedgerException) {
      return Stop.fault(
          new Words(
              "账本通不过核验，请执行 ledger fsck：" + e.getMessage(),
              "the ledger does not check, run ledger fsck: " + e.getMessage()));
    }
    if (e instanceof OutcomeUnknown) {
      return Stop.fault(
          new Words(
              "数据库在提交时中断：请先查看此操作是否已经记下，再决定是否重试",
              "the database was cut off while it committed: look whether this was recorded before you"
                  + " try again"));
    }
    if (e instanceof JournalUnavailable) {
      return Stop.fault(
          new Words(
              "数据库中断，未确认的操作没有发生；请重试",
              "the database was cut off: what was not acknowledged did not happen; try again"));
    }
    StackTraceElement[] trace = e.getStackTrace();
    String at = trace.length == 0 ? "" : " (" + trace[0] + ")";
    String what = e.getClass().getSimpleName() + at;
    return Stop.fault(new Words("系统内部错误：" + what, "an internal fault: " + what));
  }

  /** Opens the home for whoever acts; says what was mended. */
  protected Session open() throws HomeFault, IOException {
    Home home = Home.open(common.home(), System.getenv());
    try {
      home.notes().forEach(terminal()::note);
      Chain chain = home.chain().chain();
      return new Session(home, Session.policyOf(home), chain, actor(home, chain));
    } catch (RuntimeException e) {
      home.close();
      throw e;
    }
  }

  private Actor actor(Home home, Chain chain) {
    if (common.as == null || common.as.equals(Actor.OPERATOR)) {
      return Actor.operator();
    }
    Actor actor =
        Actor.person(common.as, chain)
            .orElseThrow(
                () -> Stop.usage("没有登记此人：" + common.as, "nobody is enrolled as " + common.as));
    credential(home);
    return actor;
  }

  /** The credential of who acts, checked against what was enrolled. */
  protected Credential credential(Home home) {
    return Credential.of(home, String.valueOf(common.as), common.credential);
  }

  /** The entry, signed where a person acts: the operator of a home has no credential. */
  protected Entry signed(Session session, Entry.Builder entry) {
    return session.actor().isOperator()
        ? entry.build()
        : credential(session.home()).signer().signed(entry);
  }

  /** Nothing was done, as a sentence with its exit status. */
  public static int exitOf(boolean yes) {
    return yes ? Exit.DONE : Exit.ANSWER_IS_NO;
  }
}
