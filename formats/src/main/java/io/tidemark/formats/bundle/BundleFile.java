package io.tidemark.formats.bundle;

import io.tidemark.evidence.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, byte[]> files = Layout.files(readme(), content);
    byte[] manifest = Manifest.of(files).json();
    files.put(Layout.MANIFEST, Envelope.sign(manifest, seed).json());
    long size = files.values().stream().mapToLong(file -> file.length + Archive.OVERHEAD).sum();
    if (size > Archive.LARGEST || files.size() > Archive.MOST_FILES) {
      throw new IOException("a bundle has at most " + Archive.LARGEST + " bytes, not " + size);
    }
    Archive.write(out, files);
  }

  private static byte[] readme() throws IOException {
    try (InputStream text = BundleFile.class.getResourceAsStream(Layout.README)) {
      if (text == null) {
        throw new IllegalStateException(Layout.README + " is part of this package");
      }
      return text.readAllBytes();
    }
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
      return read(bytes(file));
    } catch (BadPart e) {
      throw e.in(file.toString());
    }
  }

  private static byte[] bytes(Path file) throws IOException, BadPart {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) Archive.LARGEST + 1);
      if (bytes.length > Archive.LARGEST) {
        throw new BadPart(
            "zip",
            "最多 " + Archive.LARGEST + " 字节",
            "expected at most " + Archive.LARGEST + " bytes");
      }
      return bytes;
    }
  }

  static ReadBundle read(byte[] zip) throws BadPart {
    Map<String, byte[]> files = new LinkedHashMap<>(Archive.read(zip));
    byte[] manifest = files.remove(Layout.MANIFEST);
    if (manifest == null) {
      throw new BadPart(Layout.MANIFEST, "缺少这个文件", "this file is missing");
    }
    LayoutReader reader = new LayoutReader(files);
    Content content = reader.read();
    Envelope envelope = envelope(manifest);
    Check check = new ManifestCheck(content.bundle(), envelope, manifest(envelope)).of(files);
    Map<String, byte[]> again = Layout.files(reader.file(Layout.README), content);
    again.put(Layout.MANIFEST, manifest);
    files.put(Layout.MANIFEST, manifest);
    same(files, again);
    return new ReadBundle(content, List.of(check));
  }

  private static Envelope envelope(byte[] bytes) throws BadPart {
    try {
      Envelope envelope = Envelope.read(bytes);
      if (Arrays.equals(envelope.json(), bytes)) {
        return envelope;
      }
    } catch (BadJson e) {
      throw new BadPart(Layout.MANIFEST + e.path(), e.words());
    }
    throw otherForm(Layout.MANIFEST);
  }

  private static Manifest manifest(Envelope envelope) throws BadPart {
    String place = Layout.MANIFEST + "/payload";
    try {
      Manifest manifest = Manifest.read(envelope.payload());
      if (Arrays.equals(manifest.json(), envelope.payload())) {
        return manifest;
      }
    } catch (BadJson e) {
      throw new BadPart(place + e.path(), e.words());
    }
    throw otherForm(place);
  }

  /** What was read is written again to the same files in the same order, and there are no more. */
  private static void same(Map<String, byte[]> found, Map<String, byte[]> again) throws BadPart {
    List<String> expected = List.copyOf(again.keySet());
    List<String> names = List.copyOf(found.keySet());
    for (int i = 0; i < names.size(); i++) {
      if (i >= expected.size() || !expected.get(i).equals(names.get(i))) {
        throw new BadPart(
            names.get(i),
            "这个文件不属于证据包，或不在其位置",
            "this file is no part of a bundle, or out of its place");
      }
      if (!Arrays.equals(found.get(names.get(i)), again.get(names.get(i)))) {
        throw otherForm(names.get(i));
      }
    }
  }

  private static BadPart otherForm(String place) {
    return new BadPart(place, "写法与 Tidemark 不同", "expected the one form that Tidemark writes");
  }
}
