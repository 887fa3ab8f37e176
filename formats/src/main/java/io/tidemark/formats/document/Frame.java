package io.tidemark.formats.document;

import io.tidemark.formats.pdf.Traces;
import io.tidemark.formats.table.Row;

/** A piece of what a document says. None prints what it holds. */
public sealed interface Frame {
  /**
   * The text of a page or a slide, or of all of a document that has none.
   *
   * @param number which page, from 1
   */
  record Page(int number, String text) implements Frame {
    @Override
    public String toString() {
      return "Page[" + number + ", " + text.length() + " characters]";
    }
  }

  /** The rows behind it are of this sheet. */
  record Sheet(String name) implements Frame {}

  /**
   * A file in the document: an attachment, a picture, the picture of a page without text.
   *
   * @param name what the document calls it
   */
  record Attached(String name, byte[] bytes) implements Frame {
    @Override
    public String toString() {
      return "Attached[" + bytes.length + " bytes]";
    }
  }

  /** What could be a mark; told where it is asked for alone. */
  record Marks(Traces traces) implements Frame {}

  /** A row of a sheet. */
  record Cells(Row row) implements Frame {}
}
