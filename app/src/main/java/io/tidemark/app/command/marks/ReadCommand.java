package io.tidemark.app.command.marks;

import io.tidemark.app.command.Group;
import picocli.CommandLine.Command;

/** Reads marks from what was found. */
@Command(
    name = "read",
    description = {
      "从找到的文件里读出标记：这一份当初给了谁。",
      "Reads the mark from what was found: to whom this copy was given."
    },
    subcommands = {ReadPictureCommand.class, ReadPdfCommand.class})
public final class ReadCommand extends Group {}
