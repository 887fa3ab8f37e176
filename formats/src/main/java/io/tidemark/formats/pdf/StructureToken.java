package io.tidemark.formats.pdf;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * The number in 16 bytes that look drawn at random, in the document's identifier (ISO 32000-2,
 * 14.4) and in the data that applications keep of a page (14.5). Who re-saves or strips a document
 * loses it; where it is still read the copy was hardly touched. Three bytes of nonce, eight of the
 * number, five of its check.
 */
final class StructureToken {
  private static final COSName PIECE_INFO = COSName.getPDFName("PieceInfo");
  private static final COSName APPLICATION = COSName.getPDFName("Layout");
  private static final COSName PRIVATE = COSName.getPDFName("Private");
  private static final int NONCE = 3;
  private static final int SIZE = 16;
  private static final int MOST = 64;

  private StructureToken() {}

  /** Writes it into a document; another nonce each time. */
  static void write(PDDocument document, long payload, MarkKey key) {
    COSArray identifier = new COSArray();
    identifier.add(new COSString(token(payload, key)));
    identifier.add(new COSString(token(payload, key)));
    document.getDocument().setDocumentID(identifier);
    for (PDPage page : document.getPages()) {
      COSDictionary data = new COSDictionary();
      data.setString(COSName.LAST_MODIFIED, "D:20000101000000Z");
      data.setItem(PRIVATE, new COSString(token(payload, key)));
      COSDictionary info = new COSDictionary();
      info.setItem(APPLICATION, data);
      page.getCOSObject().setItem(PIECE_INFO, info);
    }
  }

  private static byte[] token(long payload, MarkKey key) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    ByteBuffer token = ByteBuffer.allocate(SIZE).put(nonce);
    token.putLong(payload);
    long check = key.message(payload).check();
    for (int bits = MarkKey.CHECK_BITS - Byte.SIZE; bits >= 0; bits -= Byte.SIZE) {
      token.put((byte) (check >>> bits));
    }
    return turned(token.array(), key);
  }

  private static byte[] turned(byte[] token, MarkKey key) {
    byte[] pad = key.pad(Arrays.copyOf(token, NONCE), SIZE - NONCE);
    byte[] turned = token.clone();
    for (int i = NONCE; i < SIZE; i++) {
      turned[i] ^= pad[i - NONCE];
    }
    return turned;
  }

  /** What may be one: at most 64 different strings of 16 bytes. */
  static List<byte[]> found(PDDocument document) {
    List<byte[]> found = new ArrayList<>();
    COSArray identifier = document.getDocument().getDocumentID();
    if (identifier != null) {
      identifier.forEach(part -> keep(part, found));
    }
    for (PDPage page : document.getPages()) {
      COSDictionary info = page.getCOSObject().getCOSDictionary(PIECE_INFO);
      COSDictionary data = info == null ? null : info.getCOSDictionary(APPLICATION);
      if (data != null) {
        keep(data.getDictionaryObject(PRIVATE), found);
      }
    }
    return found;
  }

  private static void keep(@Nullable COSBase part, List<byte[]> found) {
    if (part instanceof COSString string
        && string.getBytes().length == SIZE
        && found.size() < MOST
        && found.stream().noneMatch(one -> Arrays.equals(one, string.getBytes()))) {
      found.add(string.getBytes());
    }
  }

  /** The number of a string, if its check holds. */
  static Optional<Long> number(byte[] token, MarkKey key) {
    if (token.length != SIZE) {
      return Optional.empty();
    }
    ByteBuffer plain = ByteBuffer.wrap(turned(token, key), NONCE, SIZE - NONCE);
    long payload = plain.getLong();
    long check = 0;
    while (plain.hasRemaining()) {
      check = check << Byte.SIZE | (plain.get() & 0xff);
    }
    return key.holds(new MarkKey.Message(payload, check)) ? Optional.of(payload) : Optional.empty();
  }
}
