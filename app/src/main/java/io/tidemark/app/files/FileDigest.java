package io.tidemark.app.files;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Digests of files, streaming. */
public final class FileDigest {
  private FileDigest() {}

  /** SHA-256 of the file's bytes. */
  public static Digest of(Path file) throws IOException {
    MessageDigest sha = Digest.newSha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha.update(buffer, 0, read);
      }
    }
    return Digest.of(sha.digest());
  }
}
