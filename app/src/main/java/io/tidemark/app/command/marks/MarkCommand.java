package io.tidemark.app.command.marks;

import io.tidemark.app.command.Group;
import picocli.CommandLine.Command;

/** Marks copies that leave. */
@Command(
    name = "mark",
    description = {
      "为一份要交出的文件打上看不见的标记：这一份给谁，此后读得出。",
      "Marks a copy that is to be given out, unseen: whose copy it is can be read from it later."
    },
    subcommands = {MarkPictureCommand.class, MarkPdfCommand.class})
public final class MarkCommand extends Group {}
