package io.tidemark.formats.text;

/**
 * One line of a text file as it stands there.
 *
 * @param number counted from 1
 * @param text without its line end; what could be read of it when there is a flaw
 * @param end the line end: CR LF, LF, CR, or nothing at the end of the file
 * @param flaw what is wrong with its bytes
 * @param flawAt index in {@code text} where it goes wrong; 0 without a flaw
 */
public record PhysicalLine(long number, String text, String end, Flaw flaw, int flawAt) {
  /** What can be wrong with the bytes of a line. */
  public enum Flaw {
    /** Nothing. */
    NONE,
    /** More bytes than the reader's limit; {@code text} is its beginning. */
    TOO_LONG,
    /** A byte sequence that the encoding does not have. */
    UNDECODABLE,
    /** A zero character, which no table has. */
    NUL
  }

  /** Whether its bytes are in order. */
  public boolean sound() {
    return flaw == Flaw.NONE;
  }

  /** Never the text. */
  @Override
  public String toString() {
    return "PhysicalLine[" + number + ", " + text.length() + " characters, " + flaw + "]";
  }
}
