package io.tidemark.formats.document;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of a document or presentation of OpenDocument (ISO/IEC 26300), with what stands at the
 * head and foot of its pages, and the pictures in it.
 */
final class OpenDocument {
  private static final int MOST_CHARACTERS = 64 << 20;
  private static final int MOST_ATTACHED = 64 << 20;
  private static final XMLInputFactory FACTORY = factory();

  /** Elements behind which a line ends. */
  private static final Set<String> LINES = Set.of("p", "h", "line-break", "table-row");

  private OpenDocument() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  static void read(Path file, Sink sink) throws IOException, Wire.Refused {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (encrypted(zip)) {
        throw Parsers.locked();
      }
      StringBuilder text = new StringBuilder();
      boolean whole = part(zip, "content.xml", text) && part(zip, "styles.xml", text);
      if (!text.toString().isBlank()) {
        sink.put(new Frame.Page(1, text.toString()));
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("Pictures/") && !entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            sink.put(new Frame.Attached(entry.getName(), in.readNBytes(MOST_ATTACHED)));
          }
        }
      }
      if (!whole) {
        throw new Wire.Refused(new Words("文字过多，其余未读", "too much text: the rest is not read"));
      }
    } catch (XMLStreamException e) {
      throw new IOException("the parser gave up", e);
    }
  }

  /** Whether the list of its parts tells of one that a password protects. */
  private static boolean encrypted(ZipFile zip) throws IOException, XMLStreamException {
    ZipEntry list = zip.getEntry("META-INF/manifest.xml");
    if (list == null) {
      return false;
    }
    try (InputStream in = zip.getInputStream(list)) {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("encryption-data")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Appends the text of a part; false where there is more than is read. */
  private static boolean part(ZipFile zip, String name, StringBuilder into)
      throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return true;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      while (xml.hasNext() && into.length() < MOST_CHARACTERS) {
        switch (xml.next()) {
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              into.append(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> ended(xml.getLocalName(), into);
          default -> {
            // says nothing
          }
        }
      }
    }
    return into.length() < MOST_CHARACTERS;
  }

  private static void ended(String element, StringBuilder into) {
    if (LINES.contains(element)) {
      into.append('\n');
    } else if (element.equals("s") || element.equals("tab") || element.equals("table-cell")) {
      into.append(element.equals("s") ? ' ' : '\t');
    }
  }
}
