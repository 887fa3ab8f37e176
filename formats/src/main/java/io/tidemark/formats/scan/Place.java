package io.tidemark.formats.scan;

import io.tidemark.terms.Words;
import java.util.List;

/** Where in a file something stands. Everything is counted from 1 but offsets. */
public sealed interface Place {
  /** For people. */
  Words words();

  /**
   * In a text.
   *
   * @param line the line
   * @param column the character of the line, in UTF-16 units
   * @param start the offset in the file's characters, from 0
   * @param end the offset behind the last character
   */
  record InText(long line, int column, long start, long end) implements Place {
    @Override
    public Words words() {
      return new Words(line + " 行 " + column + " 列", "line " + line + ", column " + column);
    }
  }

  /**
   * In a cell of a table.
   *
   * @param sheet what the sheet is called; empty where there are none
   * @param row the row of the sheet, or the line of the file in which the row begins
   * @param column the cell in it
   * @param heading what the table calls the column; empty where it has no headings
   * @param start the offset in the cell, from 0
   * @param end the offset behind the last character
   */
  record InCell(String sheet, long row, int column, String heading, int start, int end)
      implements Place {
    @Override
    public Words words() {
      String before = sheet.isEmpty() ? "" : sheet + "!";
      String behind = heading.isEmpty() ? "" : " " + heading;
      String cell = before + letters(column) + row + behind;
      return new Words(cell, cell);
    }

    /** The column as spreadsheets name it: A, Z, AA. */
    public static String letters(int column) {
      StringBuilder name = new StringBuilder();
      for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
        name.insert(0, (char) ('A' + (rest - 1) % 26));
      }
      return name.toString();
    }
  }

  /**
   * On a page, a slide or another part of a document.
   *
   * @param page which
   * @param line the line of its text
   * @param start the offset in the characters of its text, from 0
   * @param end the offset behind the last character
   */
  record OnPage(int page, long line, long start, long end) implements Place {
    @Override
    public Words words() {
      return new Words("第 " + page + " 页 " + line + " 行", "page " + page + ", line " + line);
    }
  }

  /**
   * In a picture, in its own pixels.
   *
   * @param x of the box's left edge, from 0
   * @param y of its upper edge, from 0
   * @param width of the box
   * @param height of the box
   * @param repairs characters of the value that were taken otherwise than they looked
   */
  record InPicture(int x, int y, int width, int height, List<Repaired> repairs) implements Place {
    /** Copies the list. */
    public InPicture {
      repairs = List.copyOf(repairs);
    }

    /**
     * A character that was taken otherwise than it looked; never the character.
     *
     * @param at its place in the value, from 0
     * @param why it was
     */
    public record Repaired(int at, Words why) {}

    @Override
    public Words words() {
      String box = x + "," + y + " " + width + "×" + height;
      int count = repairs.size();
      return count == 0
          ? new Words("像素 " + box, "pixels " + box)
          : new Words("像素 " + box + " 改正 " + count, "pixels " + box + ", repaired " + count);
    }
  }

  /**
   * In several lines of a conversation that screenshots show, of one or of several.
   *
   * @param first where it begins
   * @param further where it goes on, in the order of reading
   */
  record InPictures(InPicture first, List<Further> further) implements Place {
    /** Copies the list. */
    public InPictures {
      further = List.copyOf(further);
    }

    /**
     * A box that it goes on in.
     *
     * @param path the file
     */
    public record Further(String path, InPicture box) {}

    @Override
    public Words words() {
      Words begins = first.words();
      int count = further.size();
      return new Words(begins.zh() + " 另 " + count + " 处", begins.en() + " and " + count + " more");
    }
  }

  /**
   * In a database.
   *
   * @param table with its schema
   * @param column its name
   * @param row which of the rows that were read
   * @param start the offset in the value, from 0
   * @param end the offset behind the last character
   */
  record InColumn(String table, String column, long row, int start, int end) implements Place {
    @Override
    public Words words() {
      String where = table + "." + column;
      return new Words(where + " 第 " + row + " 行", where + ", row " + row);
    }
  }
}
