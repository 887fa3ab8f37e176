package io.tidemark.formats.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML of one part of a workbook, read forwards. Document types are refused, so there are no
 * entities but XML's own five; nesting is bounded. Names are taken without their prefix: the two
 * flavours of the format (transitional and strict) differ in it only.
 */
final class PartXml implements Closeable {
  private static final int DEEPEST = 64;
  private static final XMLInputFactory FACTORY = factory();

  private final Path file;
  private final InputStream in;
  private final XMLStreamReader xml;
  private int depth;

  PartXml(Path file, InputStream in) throws Unreadable {
    this.file = file;
    this.in = in;
    try {
      this.xml = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** Goes to the next tag; false behind the last. */
  boolean nextTag() throws Unreadable {
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT
        && event != XMLStreamConstants.END_ELEMENT
        && event != XMLStreamConstants.END_DOCUMENT) {
      event = next();
    }
    return event != XMLStreamConstants.END_DOCUMENT;
  }

  /** Goes to the next opening tag of this name; false when there is none. */
  boolean nextStart(String name) throws Unreadable {
    while (nextTag()) {
      if (starts(name)) {
        return true;
      }
    }
    return false;
  }

  boolean starts(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  /** The attribute of the current opening tag, whatever its prefix. */
  @Nullable String attribute(String name) throws Unreadable {
    try {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        if (xml.getAttributeLocalName(i).equals(name)) {
          return xml.getAttributeValue(i);
        }
      }
      return null;
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Appends the text up to the end of the current element, as far as {@code limit} allows. */
  void text(StringBuilder into, int limit) throws Unreadable {
    int outside = depth - 1;
    int event = next();
    while (depth > outside && event != XMLStreamConstants.END_DOCUMENT) {
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        append(into, limit);
      }
      event = next();
    }
  }

  /**
   * The same of a paragraph of OpenDocument, in which spaces, tabs and the ends of lines are
   * elements.
   */
  void paragraph(StringBuilder into, int limit) throws Unreadable {
    int outside = depth - 1;
    int event = next();
    while (depth > outside && event != XMLStreamConstants.END_DOCUMENT) {
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        append(into, limit);
      } else if (event == XMLStreamConstants.START_ELEMENT && into.length() < limit) {
        switch (xml.getLocalName()) {
          case "s" -> into.append(' ');
          case "tab" -> into.append('\t');
          case "line-break", "p" -> into.append('\n');
          default -> {
            // dress
          }
        }
      }
      event = next();
    }
  }

  /** Passes over the rest of the current element. */
  void pass() throws Unreadable {
    text(new StringBuilder(), 0);
  }

  private void append(StringBuilder into, int limit) throws Unreadable {
    try {
      int count = Math.min(xml.getTextLength(), limit - into.length());
      into.append(xml.getTextCharacters(), xml.getTextStart(), Math.max(0, count));
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private int next() throws Unreadable {
    try {
      int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw Unreadable.file(
            file, new Words("工作簿含有 DTD 或实体，拒绝读取", "the workbook has a DTD or entities: refused"));
      }
      count(event);
      return event;
    } catch (XMLStreamException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private void count(int event) throws Unreadable {
    if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    } else if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
      throw Unreadable.file(file, new Words("XML 嵌套过深", "its XML is nested too deeply"));
    }
  }

  /** The parser wraps what its input throws, lazily in unchecked exceptions too. */
  private Unreadable unreadable(Exception e) {
    Throwable cause = e;
    while (cause != null) {
      if (cause instanceof WatchedPart.Bomb) {
        return Archive.bomb(file);
      }
      cause = cause.getCause();
    }
    return Unreadable.file(file, new Words("工作簿的 XML 已损坏", "the XML in the workbook is damaged"));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
