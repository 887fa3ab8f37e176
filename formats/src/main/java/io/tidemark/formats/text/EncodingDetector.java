package io.tidemark.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells the encoding of a text file: by its mark, else UTF-16 by where its zero bytes stand, else
 * UTF-8 when its sequences are well formed (Unicode 16, table 3-7), else GB18030.
 *
 * <p>Reads as far as it needs: a file whose first Chinese character comes after a gigabyte of ASCII
 * is read up to there. Constant memory. Stateless.
 */
public final class EncodingDetector {
  private static final int HEAD = 1 << 16;

  private EncodingDetector() {}

  /** The encoding of {@code file}; UTF-8 when nothing in it speaks against it. */
  public static TextEncoding detect(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      Optional<TextEncoding> told = TextEncoding.marked(head).or(() -> Utf16Evidence.of(head));
      return told.isPresent() ? told.get() : utf8OrGb(head, in);
    }
  }

  private static TextEncoding utf8OrGb(byte[] head, InputStream rest) throws IOException {
    Utf8Evidence evidence = new Utf8Evidence();
    evidence.read(head, head.length);
    byte[] window = new byte[HEAD];
    while (!evidence.enough()) {
      int count = rest.readNBytes(window, 0, HEAD);
      if (count == 0) {
        break;
      }
      evidence.read(window, count);
    }
    return evidence.utf8() ? TextEncoding.UTF_8 : TextEncoding.GB18030;
  }
}
