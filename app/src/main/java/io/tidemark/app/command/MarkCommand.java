package io.tidemark.app.command;

import picocli.CommandLine.Command;

/** Marks what leaves beside a list. */
@Command(
    name = "mark",
    description = {
      "给随清单离开的图片加上看不见的标记，写明它属于哪一次披露。",
      "Puts an invisible mark on pictures that leave with a list: which disclosure they belong to."
    },
    subcommands = {MarkPictureCommand.class})
public final class MarkCommand extends Group {}
