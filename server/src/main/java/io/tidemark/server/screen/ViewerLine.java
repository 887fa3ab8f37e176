package io.tidemark.server.screen;

import io.tidemark.terms.China;
import java.io.StringWriter;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The viewer's name, party and minute in faint letters aslant, as a picture that repeats. */
final class ViewerLine {
  private ViewerLine() {}

  /** The picture, as SVG 1.1. */
  static String of(String person, String party, Instant now) {
    StringWriter svg = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(svg);
      out.writeStartElement("svg");
      out.writeDefaultNamespace("http://www.w3.org/2000/svg");
      out.writeAttribute("width", "360");
      out.writeAttribute("height", "220");
      out.writeStartElement("text");
      out.writeAttribute("x", "180");
      out.writeAttribute("y", "110");
      out.writeAttribute("text-anchor", "middle");
      out.writeAttribute("transform", "rotate(-20 180 110)");
      out.writeAttribute("font-family", "sans-serif");
      out.writeAttribute("font-size", "15");
      out.writeAttribute("fill", "#808080");
      out.writeAttribute("fill-opacity", ".22");
      out.writeCharacters(person + " · " + party + " · " + China.minute(now));
      out.writeEndElement();
      out.writeEndElement();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return svg.toString();
  }
}
