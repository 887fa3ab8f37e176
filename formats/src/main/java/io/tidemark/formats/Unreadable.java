package io.tidemark.formats;

import io.tidemark.terms.Words;
import java.nio.file.Path;

/**
 * Nothing (or nothing more) could be read from a file. Names the file, the place and the reason,
 * never a value.
 */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;
  private final int column;
  private final transient Words reason;

  /**
   * @param line the line of the file or the row of the sheet, counted from 1; 0 for the whole file
   * @param column the cell in that line, counted from 1; 0 for the whole line
   */
  public Unreadable(Path file, long line, int column, Words reason) {
    super(place(file.toString(), line, column) + ": " + reason.en());
    this.file = file.toString();
    this.line = line;
    this.column = column;
    this.reason = reason;
  }

  /** A whole file that cannot be read. */
  public static Unreadable file(Path file, Words reason) {
    return new Unreadable(file, 0, 0, reason);
  }

  /** The file as the caller named it. */
  public String file() {
    return file;
  }

  /** The line, counted from 1; 0 for the whole file. */
  public long line() {
    return line;
  }

  /** The cell in the line, counted from 1; 0 for the whole line. */
  public int column() {
    return column;
  }

  /** Why, without any personal value. */
  public Words reason() {
    return reason;
  }

  private static String place(String file, long line, int column) {
    if (line == 0) {
      return file;
    }
    return file + ", line " + line + (column == 0 ? "" : ", column " + column);
  }
}
