package io.tidemark.app;

import io.tidemark.app.command.AssignCommand;
import io.tidemark.app.command.BackupCommand;
import io.tidemark.app.command.BenchCommand;
import io.tidemark.app.command.ChainCommand;
import io.tidemark.app.command.DemoCommand;
import io.tidemark.app.command.DepositCommand;
import io.tidemark.app.command.DiscloseCommand;
import io.tidemark.app.command.HoneyCommand;
import io.tidemark.app.command.InitCommand;
import io.tidemark.app.command.LookUpCommand;
import io.tidemark.app.command.PeopleCommand;
import io.tidemark.app.command.PolicyCommand;
import io.tidemark.app.command.RestoreCommand;
import io.tidemark.app.command.TokensCommand;
import io.tidemark.app.command.TraceCommand;
import io.tidemark.app.command.aliases.AliasesCommand;
import io.tidemark.app.command.approve.ApproveCommand;
import io.tidemark.app.command.approve.DelegateCommand;
import io.tidemark.app.command.approve.GrantsCommand;
import io.tidemark.app.command.approve.RejectCommand;
import io.tidemark.app.command.approve.RenewCommand;
import io.tidemark.app.command.approve.RequestCommand;
import io.tidemark.app.command.approve.RequestsCommand;
import io.tidemark.app.command.approve.RevokeCommand;
import io.tidemark.app.command.calls.CallsCommand;
import io.tidemark.app.command.find.GradeCommand;
import io.tidemark.app.command.find.ScanCommand;
import io.tidemark.app.command.keys.KeysCommand;
import io.tidemark.app.command.marks.MarkCommand;
import io.tidemark.app.command.marks.ReadCommand;
import io.tidemark.app.command.owner.ArchiveCommand;
import io.tidemark.app.command.owner.BuyerCopyCommand;
import io.tidemark.app.command.owner.ConsentCommand;
import io.tidemark.app.command.owner.EraseCommand;
import io.tidemark.app.command.owner.HistoryCommand;
import io.tidemark.app.command.owner.NoticesCommand;
import io.tidemark.app.command.owner.OwnerCommand;
import io.tidemark.app.command.owner.RetentionCommand;
import io.tidemark.app.command.partner.PartnerCommand;
import io.tidemark.app.command.partner.SystemCommand;
import io.tidemark.app.command.serve.ServeCommand;
import io.tidemark.app.command.verify.EvidenceCommand;
import io.tidemark.app.command.verify.LedgerCommand;
import io.tidemark.app.command.verify.VerifyCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The executable: {@code ./tidemark COMMAND}. */
@Command(
    name = "tidemark",
    mixinStandardHelpOptions = true,
    version = "Tidemark 0.1.0",
    subcommandsRepeatable = false,
    header = {
      "Tidemark：每一份客户信息的副本都能追溯到拿到它的那只手。",
      "Tidemark: every copy of a customer's personal information can be traced to the hand it was"
          + " given to."
    },
    footer = {
      "",
      "从这里开始 / Start here:  ./tidemark demo",
      "每个命令的用法与例子 / Each command with an example:  ./tidemark COMMAND --help"
    },
    subcommands = {
      InitCommand.class,
      ChainCommand.class,
      PolicyCommand.class,
      PeopleCommand.class,
      SystemCommand.class,
      DepositCommand.class,
      GradeCommand.class,
      HoneyCommand.class,
      AliasesCommand.class,
      AssignCommand.class,
      LookUpCommand.class,
      ConsentCommand.class,
      NoticesCommand.class,
      RequestCommand.class,
      ApproveCommand.class,
      RejectCommand.class,
      RevokeCommand.class,
      RenewCommand.class,
      DelegateCommand.class,
      RequestsCommand.class,
      GrantsCommand.class,
      PartnerCommand.class,
      DiscloseCommand.class,
      MarkCommand.class,
      ScanCommand.class,
      TraceCommand.class,
      ReadCommand.class,
      CallsCommand.class,
      TokensCommand.class,
      EvidenceCommand.class,
      VerifyCommand.class,
      LedgerCommand.class,
      EraseCommand.class,
      RetentionCommand.class,
      ArchiveCommand.class,
      KeysCommand.class,
      HistoryCommand.class,
      OwnerCommand.class,
      BuyerCopyCommand.class,
      ServeCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Tidemark implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] args) {
    java.util.logging.Logger.getLogger("org.apache").setLevel(java.util.logging.Level.OFF);
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
    int exit = run(out, err, args);
    out.flush();
    System.exit(exit);
  }

  /** Runs one command within this process; its exit status. Thread-safe. */
  public static int run(PrintStream out, PrintStream err, String... args) {
    CommandLine line = new CommandLine(new Tidemark(), new Streams(out, err));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setExpandAtFiles(false);
    return line.execute(args);
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    throw new CommandLine.ParameterException(
        spec == null ? new CommandLine(this) : spec.commandLine(), "缺少命令 / a command is missing");
  }

  /** Gives every command the streams that it speaks on. */
  private record Streams(PrintStream out, PrintStream err) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> kind) throws Exception {
      K made = CommandLine.defaultFactory().create(kind);
      if (made instanceof io.tidemark.app.command.Work work) {
        work.speakOn(out, err);
      }
      return made;
    }
  }
}
