package io.tidemark.formats.document;

import io.tidemark.formats.pile.Look;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The text of an Office document or of rich text as Tika's parsers give it, and the files in it.
 */
final class TikaText {
  /** A small picture of the document itself. */
  private static final String THUMBNAIL =
      TikaCoreProperties.EmbeddedResourceType.THUMBNAIL.toString();

  private static final int MOST_CHARACTERS = 64 << 20;
  private static final int MOST_ATTACHED = 64 << 20;

  private TikaText() {}

  static void read(Look look, Path file, Sink sink) throws IOException, Wire.Refused {
    BodyContentHandler text = new BodyContentHandler(MOST_CHARACTERS);
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new Attachments(sink));
    try (InputStream in = TikaInputStream.get(file)) {
      parser(look).parse(in, text, new Metadata(), context);
    } catch (EncryptedDocumentException e) {
      throw Parsers.locked();
    } catch (SAXException | TikaException e) {
      page(text, sink);
      if (WriteLimitReachedException.isWriteLimitReached(e)) {
        throw new Wire.Refused(new Words("文字过多，其余未读", "too much text: the rest is not read"));
      }
      throw new IOException("the parser gave up", e);
    }
    page(text, sink);
  }

  private static void page(BodyContentHandler text, Sink sink) throws IOException {
    String all = text.toString();
    if (!all.isBlank()) {
      sink.put(new Frame.Page(1, all));
    }
  }

  private static Parser parser(Look look) {
    return switch (look) {
      case OFFICE -> new OOXMLParser();
      case OLD_OFFICE -> new OfficeParser();
      default -> new RTFParser();
    };
  }

  /** Attached files and pictures, to be read as the files that they are. */
  private record Attachments(Sink sink) implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return !THUMBNAIL.equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE));
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
        throws IOException {
      String name =
          Objects.requireNonNullElse(
              metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY), "attachment");
      byte[] bytes = stream.readNBytes(MOST_ATTACHED);
      if (bytes.length > 0) {
        sink.put(new Frame.Attached(name, bytes));
      }
    }
  }
}
