package io.tidemark.app.command.find;

import io.tidemark.app.Stop;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.pile.Patience;
import io.tidemark.formats.pile.PileLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/**
 * How much a scan takes of one thing before it says no: options of the commands that read piles.
 */
final class ScanLimits {
  @Option(
      names = "--nesting",
      paramLabel = "N",
      description = {"压缩包最多嵌套几层（默认 8）。", "Archives within each other at most (default 8)."})
  private int nesting = PileLimits.USUAL.nesting();

  @Option(
      names = "--entries",
      paramLabel = "N",
      description = {"最多看几个文件（默认 1,000,000）。", "Files looked at at most (default 1,000,000)."})
  private long entries = PileLimits.USUAL.entries();

  @Option(
      names = "--file-mib",
      paramLabel = "N",
      description = {
        "一个压缩文件解开后最多几 MiB（默认 2048）。",
        "MiB that one packed file may unpack to (default 2048)."
      })
  private long fileMib = PileLimits.USUAL.fileBytes() >> 20;

  @Option(
      names = "--total-mib",
      paramLabel = "N",
      description = {
        "全部压缩文件解开后最多几 MiB（默认 65536）。",
        "MiB that all packed files may unpack to (default 65536)."
      })
  private long totalMib = PileLimits.USUAL.totalBytes() >> 20;

  @Option(
      names = "--ratio",
      paramLabel = "N",
      description = {
        "16 MiB 以上，解开后最多是压缩时的几倍（默认 200）。",
        "How many times its packed size a file may have past 16 MiB (default 200)."
      })
  private int ratio = PileLimits.USUAL.ratio();

  @Option(
      names = "--memory-mib",
      paramLabel = "N",
      description = {
        "解析文档的进程可用几 MiB 内存（默认 512）。",
        "Memory of the process that parses documents (default 512)."
      })
  private int memoryMib = DocumentReader.USUAL_MEMORY;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = {"一份文档最多解析几秒（默认 60）。", "Seconds for one document (default 60)."})
  private long seconds = DocumentReader.USUAL_TIME.toSeconds();

  @Option(
      names = "--file-seconds",
      paramLabel = "N",
      description = {
        "其他文件（文本、表格、图片、解压）每个最多几秒（默认 3600）。",
        "Seconds for any other file: a text, a table, a picture, one that is unpacked (default 3600)."
      })
  private long fileSeconds = Patience.USUAL.most().toSeconds();

  /** Ends the command where a limit lets nothing through. */
  void check() {
    Stop.unlessAtLeastOne("--nesting", nesting);
    Stop.unlessAtLeastOne("--entries", entries);
    Stop.unlessAtLeastOne("--file-mib", fileMib);
    Stop.unlessAtLeastOne("--total-mib", totalMib);
    Stop.unlessAtLeastOne("--ratio", ratio);
    Stop.unlessAtLeastOne("--memory-mib", memoryMib);
    Stop.unlessAtLeastOne("--seconds", seconds);
    Stop.unlessAtLeastOne("--file-seconds", fileSeconds);
  }

  PileLimits pile() {
    return new PileLimits(
        nesting,
        entries,
        fileMib << 20,
        totalMib << 20,
        ratio,
        PileLimits.USUAL.ratioFrom(),
        patience());
  }

  Patience patience() {
    return Patience.of(Duration.ofSeconds(fileSeconds));
  }

  DocumentReader documents() {
    return new DocumentReader(memoryMib, Duration.ofSeconds(seconds));
  }
}
