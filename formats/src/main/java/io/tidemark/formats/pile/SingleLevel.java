package io.tidemark.formats.pile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The one file that GZIP, BZIP2 or XZ packed. */
final class SingleLevel implements Level {
  private static final int XZ_KIBIBYTES = 100 << 10;

  private final Packed packed;
  private final Path file;
  private final Look look;
  private boolean done;

  SingleLevel(Path file, Look look, Packed packed) {
    this.packed = packed;
    this.file = file;
    this.look = look;
  }

  @Override
  public @Nullable Lying next() throws IOException {
    if (done) {
      return null;
    }
    done = true;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = unpacked(bytes)) {
      return packed.item(packed.inside(packed.nameWithoutEnding()), in, Files.size(file));
    }
  }

  private InputStream unpacked(InputStream bytes) throws IOException {
    return switch (look) {
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(bytes)
              .setDecompressConcatenated(true)
              .get();
      case BZIP2 -> new BZip2CompressorInputStream(bytes, true);
      default -> new XZCompressorInputStream(bytes, true, XZ_KIBIBYTES);
    };
  }

  @Override
  public void close() {}
}
