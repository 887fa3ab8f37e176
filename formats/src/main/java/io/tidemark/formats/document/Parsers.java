package io.tidemark.formats.document;

import io.tidemark.formats.pile.Look;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;

/** Which parser reads which kind of document. Runs in the process of {@link DocumentChild} only. */
final class Parsers {
  private Parsers() {}

  static void parse(Look look, Path file, Sink sink) throws IOException, Wire.Refused {
    switch (look) {
      case PDF -> PdfPages.read(file, sink);
      case OLD_OFFICE -> OldOffice.read(file, sink);
      case OFFICE, RTF -> TikaText.read(look, file, sink);
      case BINARY_WORKBOOK -> BinaryWorkbook.read(file, sink);
      case OPEN_DOCUMENT -> OpenDocument.read(file, sink);
      case HTML -> sink.put(new Frame.Page(1, WebPage.text(WebPage.decoded(file))));
      case MAIL -> MailParts.read(file, sink);
      default ->
          throw new Wire.Refused(new Words("不读这种文件", "a kind of file that is not read here"));
    }
  }

  /** A document that asks for a password. */
  static Wire.Refused locked() {
    return new Wire.Refused(new Words("有密码保护", "it is protected by a password"));
  }

  static Wire.Refused otherPassword() {
    return new Wire.Refused(new Words("所给的密码打不开", "the password that was given does not open it"));
  }
}
