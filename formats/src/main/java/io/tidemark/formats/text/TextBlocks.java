package io.tidemark.formats.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text file in stretches of about a megabyte, cut between lines wherever there are lines. Each
 * repeats the end of the one before, so that what is written over the cut is whole in one of them.
 * Broken bytes become U+FFFD and the rest still says something. Memory is a few stretches, however
 * long the file or a line is. Not thread-safe.
 */
public final class TextBlocks implements Closeable {
  /** How many characters a stretch repeats at most. */
  public static final int OVERLAP = 256;

  private final InputStream in;
  private final TextEncoding encoding;
  private final byte[] window;
  private int filled;
  private boolean ended;
  private String last = "";
  private long offset;
  private long line = 1;
  private int column = 1;

  /**
   * @param in at the first byte behind the mark; closed with this
   * @param bytes how many bytes a stretch has at most
   */
  TextBlocks(InputStream in, TextEncoding encoding, int bytes) {
    this.in = in;
    this.encoding = encoding;
    this.window = new byte[bytes];
  }

  /** Opens a file behind its mark. */
  public static TextBlocks open(Path file, TextEncoding encoding) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(encoding.mark().length);
    return new TextBlocks(in, encoding, 1 << 20);
  }

  /** The next stretch; null behind the last. */
  public @Nullable TextBlock next() throws IOException {
    if (!ended) {
      int count = in.readNBytes(window, filled, window.length - filled);
      filled += count;
      ended = filled < window.length;
    }
    if (filled == 0) {
      return null;
    }
    int cut = ended ? filled : cut();
    String fresh = decoded(cut);
    System.arraycopy(window, cut, window, 0, filled - cut);
    filled -= cut;
    return block(fresh);
  }

  private TextBlock block(String fresh) {
    String repeated = last.substring(repeatedFrom());
    String text = repeated.isEmpty() ? fresh : repeated + fresh;
    TextBlock block = new TextBlock(text, repeated.length(), offset, line, column);
    last = text;
    int next = repeatedFrom();
    goOn(text, next);
    offset += next;
    return block;
  }

  /** Not within a pair of surrogates. */
  private int repeatedFrom() {
    int from = Math.max(0, last.length() - OVERLAP);
    return from > 0 && Character.isLowSurrogate(last.charAt(from)) ? from + 1 : from;
  }

  /** Moves line and column on over the characters before {@code to}. */
  private void goOn(String text, int to) {
    for (int i = 0; i < to; i++) {
      char c = text.charAt(i);
      boolean end =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      line += end ? 1 : 0;
      column = end ? 1 : column + 1;
    }
  }

  /** Behind the last line end of the window; where there is none, between two characters. */
  private int cut() {
    int unit = encoding.unit();
    int whole = filled - filled % unit;
    for (int i = whole - unit; i > 0; i -= unit) {
      if (window[i + (unit == 1 ? 0 : encoding.lowByte())] == '\n'
          && (unit == 1 || window[i + 1 - encoding.lowByte()] == 0)) {
        return i + unit;
      }
    }
    return switch (encoding) {
      case UTF_8, UTF_8_BOM -> betweenUtf8(whole);
      case GB18030 -> betweenGb(whole);
      default -> betweenUtf16(whole);
    };
  }

  private int betweenUtf8(int end) {
    int at = end;
    while (at > end - 4 && (window[at - 1] & 0xC0) == 0x80) {
      at--;
    }
    return at > 1 && (window[at - 1] & 0x80) != 0 ? at - 1 : end;
  }

  /** Behind a byte that ends a character for sure: none below 0x30 is part of a longer one. */
  private int betweenGb(int end) {
    int at = end;
    while (at > end / 2 && !(window[at - 1] >= 0 && window[at - 1] < 0x30)) {
      at--;
    }
    return at > end / 2 ? at : end;
  }

  private int betweenUtf16(int end) {
    int high = window[end - 1 - encoding.lowByte()] & 0xFC;
    return high == 0xD8 && end > 2 ? end - 2 : end;
  }

  /**
   * Java's decoder takes four bytes for a broken sequence of GB18030, the line end among them: then
   * the lines are decoded one by one.
   */
  private String decoded(int end) {
    String text = new String(window, 0, end, encoding.charset());
    return encoding != TextEncoding.GB18030 || lineEnds(end) == lineEnds(text)
        ? text
        : lineByLine(end);
  }

  private long lineEnds(int end) {
    long count = 0;
    for (int i = 0; i < end; i++) {
      count += window[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private static long lineEnds(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }

  private String lineByLine(int end) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int i = 0; i < end; i++) {
      if (window[i] == '\n') {
        text.append(new String(window, from, i - from, encoding.charset())).append('\n');
        from = i + 1;
      }
    }
    return text.append(new String(window, from, end - from, encoding.charset())).toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
