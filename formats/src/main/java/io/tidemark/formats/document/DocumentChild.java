package io.tidemark.formats.document;

import io.tidemark.formats.pile.Look;
import io.tidemark.terms.Words;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The process in which documents are parsed: asked on standard input, answers on the output. */
public final class DocumentChild {
  /** Asked for in the place of a kind of document: what could be a mark in a PDF. */
  static final String TRACES = "TRACES";

  /** The same: its first pages as pictures. */
  static final String PAGES = "PAGES";

  private DocumentChild() {}

  /** Answers until it is asked nothing any more. */
  public static void main(String[] arguments) throws IOException {
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    System.setOut(System.err); // a parser that prints must not speak between the frames
    DataInputStream in = new DataInputStream(System.in);
    while (true) {
      String what;
      Path file;
      String password;
      try {
        what = Wire.text(in);
        file = Path.of(Wire.text(in));
        password = Wire.text(in);
      } catch (EOFException e) {
        return;
      }
      answer(what, file, password, out);
      out.flush();
    }
  }

  private static void answer(String what, Path file, String password, DataOutputStream out)
      throws IOException {
    try {
      Sink sink = frame -> Wire.write(out, frame);
      if (what.equals(TRACES)) {
        PdfPages.traces(file, password, sink);
      } else if (what.equals(PAGES)) {
        PdfPages.pictures(file, password, sink);
      } else {
        Parsers.parse(Look.valueOf(what), file, sink);
      }
      out.writeByte(Wire.END);
    } catch (Wire.Refused e) {
      Wire.unreadable(out, e.reason());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      Wire.unreadable(out, new Words("文件已损坏或不是所称的格式", "it is damaged, or not what it seems to be"));
    }
  }
}
