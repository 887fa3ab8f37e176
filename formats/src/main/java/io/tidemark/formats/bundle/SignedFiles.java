package io.tidemark.formats.bundle;

import io.tidemark.evidence.Check;
import io.tidemark.evidence.LedgerExtract;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a bundle of any kind with their signed manifest, in a ZIP of one form.
 *
 * @param files all but the manifest, in their order
 * @param manifest the bytes of {@link Layout#MANIFEST}
 */
record SignedFiles(Map<String, byte[]> files, byte[] manifest) {

  /** Signs these files with the 32 secret bytes of an Ed25519 key and writes them. */
  static void write(OutputStream out, Map<String, byte[]> files, byte[] seed) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.put(Layout.MANIFEST, Envelope.sign(Manifest.of(files).json(), seed).json());
    long size = all.values().stream().mapToLong(file -> file.length + Archive.OVERHEAD).sum();
    if (size > Archive.LARGEST || all.size() > Archive.MOST_FILES) {
      throw new IOException(
          "a bundle has at most %d bytes in %d files, not %d in %d"
              .formatted(Archive.LARGEST, Archive.MOST_FILES, size, all.size()));
    }
    Archive.write(out, all);
  }

  /** A text of this package. */
  static byte[] resource(String name) throws IOException {
    try (InputStream text = SignedFiles.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException(name + " is part of this package");
      }
      return text.readAllBytes();
    }
  }

  static byte[] bytes(Path file) throws IOException, BadPart {
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

  static SignedFiles read(byte[] zip) throws BadPart {
    Map<String, byte[]> files = new LinkedHashMap<>(Archive.read(zip));
    byte[] manifest = files.remove(Layout.MANIFEST);
    if (manifest == null) {
      throw new BadPart(Layout.MANIFEST, "缺少这个文件", "this file is missing");
    }
    return new SignedFiles(files, manifest);
  }

  /** Whether these are the files that the ledger's manifest key signed. */
  Check check(LedgerExtract ledger) throws BadPart {
    Envelope envelope = envelope();
    return new ManifestCheck(ledger, envelope, signed(envelope)).of(files);
  }

  private Envelope envelope() throws BadPart {
    try {
      Envelope envelope = Envelope.read(manifest);
      if (Arrays.equals(envelope.json(), manifest)) {
        return envelope;
      }
    } catch (BadJson e) {
      throw new BadPart(Layout.MANIFEST + e.path(), e.words());
    }
    throw otherForm(Layout.MANIFEST);
  }

  private static Manifest signed(Envelope envelope) throws BadPart {
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

  /** That what was read gives the same files in the same order when it is written again. */
  void same(Map<String, byte[]> again) throws BadPart {
    List<String> expected = List.copyOf(again.keySet());
    List<String> names = List.copyOf(files.keySet());
    for (int i = 0; i < names.size(); i++) {
      if (i >= expected.size() || !expected.get(i).equals(names.get(i))) {
        throw new BadPart(
            names.get(i),
            "这个文件不属于证据包，或不在其位置",
            "this file is no part of a bundle, or out of its place");
      }
      if (!Arrays.equals(files.get(names.get(i)), again.get(names.get(i)))) {
        throw otherForm(names.get(i));
      }
    }
  }

  private static BadPart otherForm(String place) {
    return new BadPart(place, "写法与 Tidemark 不同", "expected the one form that Tidemark writes");
  }
}
