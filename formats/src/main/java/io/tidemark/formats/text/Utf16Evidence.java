package io.tidemark.formats.text;

import java.util.Optional;

/**
 * UTF-16 without a mark: digits, delimiters and line ends have a zero byte on one side only, and
 * what the other order makes of them is not Chinese.
 */
final class Utf16Evidence {
  private static final double ZEROS_AT_LEAST = 0.01;
  private static final double PLAUSIBLE_AT_LEAST = 0.95;

  private Utf16Evidence() {}

  static Optional<TextEncoding> of(byte[] head) {
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        zeros[i % 2]++;
      }
    }
    TextEncoding candidate = zeros[1] >= zeros[0] ? TextEncoding.UTF_16LE : TextEncoding.UTF_16BE;
    int most = Math.max(zeros[0], zeros[1]);
    boolean oneSided = most > 10 * Math.min(zeros[0], zeros[1]);
    boolean enough = most >= ZEROS_AT_LEAST * head.length / 2;
    return oneSided && enough && plausible(head, candidate)
        ? Optional.of(candidate)
        : Optional.empty();
  }

  private static boolean plausible(byte[] head, TextEncoding candidate) {
    String text = new String(head, 0, head.length & ~1, candidate.charset());
    long good = text.chars().filter(Utf16Evidence::expected).count();
    return good >= PLAUSIBLE_AT_LEAST * text.length();
  }

  private static boolean expected(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < 0x250)
        || (c >= 0x2000 && c < 0x2070)
        || (c >= 0x3000 && c < 0x3040)
        || (c >= 0x3400 && c < 0xA000)
        || (c >= 0xD800 && c < 0xE000)
        || (c >= 0xFF00 && c < 0xFFF0);
  }
}
