package io.tidemark.app.command.aliases;

import io.tidemark.app.command.Group;
import picocli.CommandLine.Command;

/** Alias numbers. */
@Command(
    name = "aliases",
    description = {
      "别名号码：在某一方的清单里代替客户手机号的号码，只归该方，到期后静置再用。",
      "Alias numbers: they stand for customers' mobile numbers in the lists of one party, are that"
          + " party's own, expire, and rest before they are used again."
    },
    subcommands = {
      AliasesCommand.PoolCommand.class,
      AliasesCallersCommand.class,
      AliasesBookCommand.class,
      AliasesCallsCommand.class,
      AliasesShowCommand.class,
      AliasesExpireCommand.class,
      AliasesExtendCommand.class
    })
public final class AliasesCommand extends Group {
  /** The numbers that can be given. */
  @Command(
      name = "pool",
      description = {"别名号码池：由运营方提供的号码。", "The pool of alias numbers, which the operator provides."},
      subcommands = {AliasesPoolAddCommand.class, AliasesPoolShowCommand.class})
  public static final class PoolCommand extends Group {}
}
