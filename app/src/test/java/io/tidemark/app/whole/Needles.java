package io.tidemark.app.whole;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values that must not lie in a file, in each writing in which somebody could have left them:
 * UTF-8, GB 18030, UTF-16 of either order, hex and base64 of the UTF-8.
 */
final class Needles {
  private static final int HEAD = 4;

  private final Map<Integer, List<byte[]>> byHead = new HashMap<>();
  private final BitSet heads = new BitSet(1 << 24);

  Needles(Set<String> values) {
    for (String value : values) {
      for (Charset charset :
          List.of(
              StandardCharsets.UTF_8,
              Charset.forName("GB18030"),
              StandardCharsets.UTF_16LE,
              StandardCharsets.UTF_16BE)) {
        add(value.getBytes(charset));
      }
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      String hex = HexFormat.of().formatHex(utf8);
      add(hex.getBytes(StandardCharsets.US_ASCII));
      add(hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
      for (int before = 0; before < 3; before++) {
        add(inBase64(utf8, before));
      }
    }
  }

  private Needles() {}

  /** Bytes that must not lie in a file, as they are and in hex. */
  static Needles bytes(List<byte[]> values) {
    Needles needles = new Needles();
    for (byte[] value : values) {
      needles.add(value);
      String hex = HexFormat.of().formatHex(value);
      needles.add(hex.getBytes(StandardCharsets.US_ASCII));
      needles.add(hex.getBytes(StandardCharsets.UTF_16LE));
    }
    return needles;
  }

  /** The part of the base64 text that does not depend on what stands around the value. */
  private static byte[] inBase64(byte[] value, int before) {
    byte[] shifted = new byte[before + value.length];
    System.arraycopy(value, 0, shifted, before, value.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = (before * 8 + 5) / 6;
    int until = (before + value.length) * 8 / 6;
    return text.substring(from, until).getBytes(StandardCharsets.US_ASCII);
  }

  private void add(byte[] needle) {
    if (needle.length < HEAD + 2) {
      return;
    }
    int head = head(needle, 0);
    heads.set(head >>> 8);
    byHead.computeIfAbsent(head, none -> new ArrayList<>()).add(needle);
  }

  private static int head(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  /** The needles in a file, as the text that they are in it. */
  Set<String> in(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Set<String> found = new TreeSet<>();
    for (int at = 0; at + HEAD <= bytes.length; at++) {
      int head = head(bytes, at);
      if (heads.get(head >>> 8)) {
        for (byte[] needle : byHead.getOrDefault(head, List.of())) {
          int end = at + needle.length;
          if (end <= bytes.length && Arrays.equals(bytes, at, end, needle, 0, needle.length)) {
            found.add(new String(needle, StandardCharsets.UTF_8));
          }
        }
      }
    }
    return found;
  }
}
