package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Readings that accept exactly one spelling of each value: nothing signed can be respelled. */
final class Strict {
  private Strict() {}

  static String utf8(byte[] bytes) throws LedgerException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new LedgerException("expected UTF-8", e);
    }
  }

  /** RFC 4648 section 4, padded, with no stray bits in the last character. */
  static byte[] base64(String text) throws LedgerException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (!base64(bytes).equals(text)) {
        throw new LedgerException("base64 with stray bits at its end");
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new LedgerException("expected base64", e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static Digest digest(String text) throws LedgerException {
    byte[] bytes = base64(text);
    if (bytes.length != Digest.SIZE) {
      throw new LedgerException("expected a hash of 32 bytes, found " + bytes.length);
    }
    return Digest.of(bytes);
  }

  /** A number from 0 to 2^63 - 1 without sign or leading zeroes. */
  static long decimal(String text) throws LedgerException {
    if (!text.matches("0|[1-9][0-9]{0,18}")) {
      throw new LedgerException("expected a decimal number without leading zeroes");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new LedgerException("expected a number below 2^63", e);
    }
  }

  /** The rest of {@code line} after {@code prefix}. */
  static String after(String prefix, String line) throws LedgerException {
    if (!line.startsWith(prefix)) {
      throw new LedgerException("expected a line that begins with '" + prefix + "'");
    }
    return line.substring(prefix.length());
  }
}
