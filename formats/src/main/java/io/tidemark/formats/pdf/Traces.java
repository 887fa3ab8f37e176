package io.tidemark.formats.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What of a document can speak for a mark, found without any key: where letters stand off their
 * line, and strings of the structure.
 *
 * @param lines how many lines could carry a mark
 * @param groups the groups of letters that stand off
 * @param tokens strings of 16 bytes
 */
public record Traces(int lines, List<Group> groups, List<byte[]> tokens) {
  /** Copies the lists. */
  public Traces {
    groups = List.copyOf(groups);
    tokens = List.copyOf(tokens);
  }

  /** Looks through a document. */
  public static Traces of(PDDocument document) throws IOException {
    int lines = 0;
    List<Group> groups = new ArrayList<>();
    for (GlyphReader.Page page : GlyphReader.read(document)) {
      for (Line line : Line.of(page.glyphs())) {
        lines++;
        groups.addAll(line.read());
      }
    }
    return new Traces(lines, groups, StructureToken.found(document));
  }

  @Override
  public String toString() {
    return "Traces[" + lines + " lines, " + groups.size() + " groups]";
  }
}
