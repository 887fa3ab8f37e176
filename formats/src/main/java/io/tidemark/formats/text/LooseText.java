package io.tidemark.formats.text;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loose text such as chat posts, read line by line in constant memory. Broken bytes are passed
 * over: the rest of the line still says something. Not thread-safe.
 */
public final class LooseText implements Closeable {
  private static final int LINE_BYTES = 1 << 16;

  private final Path file;
  private final PhysicalLines lines;

  private LooseText(Path file, PhysicalLines lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Opens a file whose encoding is known. */
  public static LooseText open(Path file, TextEncoding encoding) throws Unreadable {
    try {
      return new LooseText(file, PhysicalLines.open(file, encoding, LINE_BYTES));
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** Opens a file whatever its encoding. */
  public static LooseText open(Path file) throws Unreadable {
    try {
      return open(file, EncodingDetector.detect(file));
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** The next line that is not blank; empty behind the last. */
  public Optional<LooseLine> next() throws Unreadable {
    return Optional.ofNullable(line()).map(LooseText::searched);
  }

  /** The next line that is not blank, not searched yet; null behind the last. */
  @Nullable PhysicalLine line() throws Unreadable {
    try {
      PhysicalLine line = lines.next();
      while (line != null && line.text().isBlank()) {
        line = lines.next();
      }
      return line;
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** What one message says. */
  static LooseLine searched(PhysicalLine line) {
    return new LooseLine(
        line.number(),
        PieceFinder.find(line.text()),
        PersonalText.of(line.text()),
        line.flaw() == PhysicalLine.Flaw.TOO_LONG);
  }

  private static Unreadable unreadable(Path file) {
    return Unreadable.file(file, new Words("无法读取文件", "the file cannot be read"));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
