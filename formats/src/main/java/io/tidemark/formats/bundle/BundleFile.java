package io.tidemark.formats.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Evidence bundles as ZIP files. The same content and seed give the same bytes. Every file stands
 * in {@code manifest.dsse.json}, signed with the manifest key that the ledger's first entry names.
 * Thread-safe.
 */
public final class BundleFile {
  private BundleFile() {}

  /** The public key of a manifest seed of 32 bytes, in hex, as the first entry names it. */
  public static String manifestKey(byte[] seed) {
    return HexFormat.of().formatHex(Envelope.publicKey(seed));
  }

  /**
   * Writes a bundle; the stream stays open.
   *
   * @param seed the 32 secret bytes of the manifest's Ed25519 key (RFC 8032)
   * @throws IOException when the stream fails, or before anything is written when the bundle would
   *     have more than {@value Archive#LARGEST} bytes
   */
  public static void write(OutputStream out, Content content, byte[] seed) throws IOException {
    SignedFiles.write(out, Layout.files(SignedFiles.resource(Layout.README), content), seed);
  }

  /**
   * Reads a bundle, and refuses every file that {@link #write} would not write to the last byte.
   * Holds about four times the file in memory, at most {@value Archive#LARGEST} bytes each.
   *
   * @throws BadBundle when it is not of the one form; a bundle of that form whose manifest or
   *     signature is wrong is read, and its check fails
   */
  public static ReadBundle read(Path file) throws IOException, BadBundle {
    try {
      return read(SignedFiles.bytes(file));
    } catch (BadPart e) {
      throw e.in(file.toString());
    }
  }

  static ReadBundle read(byte[] zip) throws BadPart {
    SignedFiles signed = SignedFiles.read(zip);
    LayoutReader reader = new LayoutReader(new Parts(signed.files()));
    Content content = reader.read();
    ReadBundle read = new ReadBundle(content, List.of(signed.check(content.bundle().ledger())));
    signed.same(Layout.files(reader.parts().file(Layout.README), content));
    return read;
  }
}
