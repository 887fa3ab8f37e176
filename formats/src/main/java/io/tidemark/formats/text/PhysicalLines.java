package io.tidemark.formats.text;

import io.tidemark.formats.text.PhysicalLine.Flaw;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file, one after the other.
 *
 * <p>Lines are cut at their bytes before they are decoded, because a broken GB18030 sequence would
 * otherwise swallow the line end behind it (Java's decoder takes four bytes). Memory stays within
 * the limit for one line, however long the line is. Not thread-safe.
 */
public final class PhysicalLines implements Closeable {
  private static final int WINDOW = 1 << 16;

  private final InputStream in;
  private final TextEncoding encoding;
  private final int maxBytes;
  private final byte[] window = new byte[WINDOW];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
  private int at;
  private int filled;
  private long number;

  /**
   * @param in at the first byte behind the mark; closed with this
   * @param maxBytes the longest line that is kept whole
   */
  public PhysicalLines(InputStream in, TextEncoding encoding, int maxBytes) {
    this.in = in;
    this.encoding = encoding;
    this.maxBytes = maxBytes;
  }

  /** Opens {@code file} behind its mark. */
  public static PhysicalLines open(Path file, TextEncoding encoding, int maxBytes)
      throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(encoding.mark().length);
    return new PhysicalLines(in, encoding, maxBytes);
  }

  /** The next line; null behind the last. A line end at the end of the file opens no new line. */
  public @Nullable PhysicalLine next() throws IOException {
    line.reset();
    long length = 0;
    String end = "";
    if (exhausted()) {
      return null;
    }
    while (end.isEmpty() && !exhausted()) {
      int stop = lineEnd();
      keep(stop);
      length += stop - at;
      at = stop;
      end = at < filled ? takeEnd() : "";
    }
    number++;
    return decoded(end, length > maxBytes);
  }

  private boolean exhausted() throws IOException {
    if (at < filled) {
      return false;
    }
    at = 0;
    filled = in.readNBytes(window, 0, WINDOW);
    return filled == 0;
  }

  private int lineEnd() {
    int i = at;
    while (i < filled && !lineFeed(i) && !carriageReturn(i)) {
      i += encoding.unit();
    }
    return Math.min(i, filled);
  }

  private boolean lineFeed(int i) {
    return is(i, '\n');
  }

  private boolean carriageReturn(int i) {
    return is(i, '\r');
  }

  private boolean is(int i, char c) {
    if (encoding.unit() == 1) {
      return window[i] == c;
    }
    int low = encoding.lowByte();
    return i + 1 < filled && window[i + low] == c && window[i + 1 - low] == 0;
  }

  private void keep(int stop) {
    line.write(window, at, Math.min(stop - at, Math.max(0, maxBytes - line.size())));
  }

  private String takeEnd() throws IOException {
    boolean first = carriageReturn(at);
    at += encoding.unit();
    if (!first) {
      return "\n";
    }
    if (!exhausted() && lineFeed(at)) {
      at += encoding.unit();
      return "\r\n";
    }
    return "\r";
  }

  private PhysicalLine decoded(String end, boolean tooLong) {
    String text = line.toString(encoding.charset());
    if (tooLong) {
      return new PhysicalLine(number, text, end, Flaw.TOO_LONG, 0);
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      return new PhysicalLine(number, text, end, Flaw.NUL, nul);
    }
    int broken = text.indexOf('\uFFFD') < 0 ? -1 : firstBroken();
    return broken < 0
        ? new PhysicalLine(number, text, end, Flaw.NONE, 0)
        : new PhysicalLine(number, text, end, Flaw.UNDECODABLE, broken);
  }

  /** Where decoding stops; -1 when the replacement character itself was written there. */
  private int firstBroken() {
    ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
    CharBuffer chars = CharBuffer.allocate(bytes.remaining() + 1);
    boolean broken = encoding.charset().newDecoder().decode(bytes, chars, true).isError();
    return broken ? chars.position() : -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
