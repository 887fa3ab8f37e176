package io.tidemark.app.command.keys;

import io.tidemark.app.command.Group;
import picocli.CommandLine.Command;

/** The keys of the home. */
@Command(
    name = "keys",
    description = {
      "目录的密钥：查看、轮换主密钥、轮换数据密钥。从不显示密钥本身。",
      "The keys of the home: what there is, another master key, another data key. A key itself is"
          + " never shown."
    },
    subcommands = {
      KeysShowCommand.class,
      KeysStatusCommand.class,
      KeysRotateMasterCommand.class,
      KeysRotateDataCommand.class
    })
public final class KeysCommand extends Group {}
