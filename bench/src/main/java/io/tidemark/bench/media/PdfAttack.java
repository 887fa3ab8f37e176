package io.tidemark.bench.media;

import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What somebody does to a document: a program of others reads {@code in.pdf} and writes {@code
 * out.pdf}.
 *
 * @param programs what has to be installed
 * @param command for the shell
 */
record PdfAttack(Words name, List<String> programs, String command) {
  private static final long SECONDS = 180;

  static final List<PdfAttack> ALL =
      List.of(
          of("不动", "nothing", "cp in.pdf out.pdf", "cp"),
          of("qpdf 线性化", "qpdf --linearize", "qpdf --linearize in.pdf out.pdf", "qpdf"),
          of(
              "qpdf 重写全部对象流",
              "qpdf, all streams written anew",
              "qpdf --stream-data=uncompress --object-streams=generate in.pdf out.pdf",
              "qpdf"),
          of(
              "Ghostscript pdfwrite",
              "Ghostscript pdfwrite",
              "gs -q -sDEVICE=pdfwrite -o out.pdf in.pdf",
              "gs"),
          of(
              "Ghostscript /screen 压缩",
              "Ghostscript /screen",
              "gs -q -sDEVICE=pdfwrite -dPDFSETTINGS=/screen -o out.pdf in.pdf",
              "gs"),
          of(
              "缩印到 A5",
              "printed at A5",
              "gs -q -sDEVICE=pdfwrite -sPAPERSIZE=a5 -dFIXEDMEDIA -dPDFFitPage -o out.pdf in.pdf",
              "gs"),
          of(
              "经 PostScript 打印",
              "printed by way of PostScript",
              "gs -q -sDEVICE=ps2write -o out.ps in.pdf && gs -q -sDEVICE=pdfwrite -o out.pdf"
                  + " out.ps",
              "gs"),
          of("mutool clean", "mutool clean", "mutool clean -gggz -s in.pdf out.pdf", "mutool"),
          of("pdftk", "pdftk", "pdftk in.pdf cat output out.pdf", "pdftk"),
          of("cairo 重绘", "drawn anew by cairo", "pdftocairo -pdf in.pdf out.pdf", "pdftocairo"),
          of("抽取第一页", "first page alone", "qpdf --empty --pages in.pdf 1 -- out.pdf", "qpdf"),
          of(
              "依次经 gs、qpdf、mutool",
              "gs, then qpdf, then mutool",
              "gs -q -sDEVICE=pdfwrite -o a.pdf in.pdf && qpdf a.pdf b.pdf && mutool clean -gggz"
                  + " b.pdf out.pdf",
              "gs",
              "qpdf",
              "mutool"));

  /**
   * Whether letters stay letters whatever the fonts: PostScript may be made of pictures of them.
   */
  boolean keepsLetters() {
    return !command.contains("ps2write");
  }

  private static PdfAttack of(String zh, String en, String command, String... programs) {
    return new PdfAttack(new Words(zh, en), List.of(programs), command);
  }

  boolean installed() throws IOException, InterruptedException {
    for (String program : programs) {
      if (run(Path.of("."), "command -v " + program) != 0) {
        return false;
      }
    }
    return true;
  }

  /** What becomes of a document. */
  byte[] attacked(Path folder, byte[] marked) throws IOException, InterruptedException {
    Path out = folder.resolve("out.pdf");
    Files.deleteIfExists(out);
    Files.write(folder.resolve("in.pdf"), marked);
    run(folder, command);
    return Files.readAllBytes(out);
  }

  private static int run(Path folder, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
