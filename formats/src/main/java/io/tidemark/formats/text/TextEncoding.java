package io.tidemark.formats.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How the characters of a file are written as bytes. GB18030 contains GBK and GB 2312. */
public enum TextEncoding {
  /** UTF-8, or pure ASCII. */
  UTF_8(StandardCharsets.UTF_8),
  /** UTF-8 behind a byte order mark, as Excel writes it. */
  UTF_8_BOM(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  /** UTF-16, low byte first, without a mark. */
  UTF_16LE(StandardCharsets.UTF_16LE),
  /** UTF-16, low byte first, behind a mark: what Excel calls "Unicode text". */
  UTF_16LE_BOM(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
  /** UTF-16, high byte first, without a mark. */
  UTF_16BE(StandardCharsets.UTF_16BE),
  /** UTF-16, high byte first, behind a mark. */
  UTF_16BE_BOM(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
  /** GB 18030-2005, of which GBK and GB 2312 are parts. */
  GB18030(Charset.forName("GB18030"));

  private final Charset charset;
  private final byte[] mark;

  TextEncoding(Charset charset, int... mark) {
    this.charset = charset;
    this.mark = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      this.mark[i] = (byte) mark[i];
    }
  }

  /** The charset behind the mark. */
  public Charset charset() {
    return charset;
  }

  /** The byte order mark; empty when there is none. */
  public byte[] mark() {
    return mark.clone();
  }

  /** How many bytes a line feed takes: 2 in UTF-16, else 1. */
  int unit() {
    return name().startsWith("UTF_16") ? 2 : 1;
  }

  /** Where in such a unit the low byte stands. */
  int lowByte() {
    return charset.equals(StandardCharsets.UTF_16BE) ? 1 : 0;
  }

  /** The encoding whose byte order mark {@code head} begins with. */
  static Optional<TextEncoding> marked(byte[] head) {
    for (TextEncoding encoding : values()) {
      if (encoding.mark.length > 0 && startsWith(head, encoding.mark)) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] head, byte[] mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (head[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
