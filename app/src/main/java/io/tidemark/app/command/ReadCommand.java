package io.tidemark.app.command;

import picocli.CommandLine.Command;

/** Reads marks. */
@Command(
    name = "read",
    description = {"读出找到的图片中的标记。", "Reads the marks of pictures that were found."},
    subcommands = {ReadPictureCommand.class})
public final class ReadCommand extends Group {}
