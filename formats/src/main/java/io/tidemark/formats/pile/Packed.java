package io.tidemark.formats.pile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Takes the files of one archive out of it.
 *
 * @param path where the archive lies
 * @param spool where they lie while they are read
 */
record Packed(String path, Spool spool) {
  /** Where a file of this name in the archive lies. */
  String inside(String name) {
    String plain = name.replace('\\', '/');
    return path + "!/" + (plain.startsWith("/") ? plain.substring(1) : plain);
  }

  /** What an archive of one file calls it: its own name without the ending. */
  String nameWithoutEnding() {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
    int dot = name.lastIndexOf('.');
    if (name.endsWith(".tgz") || name.endsWith(".tbz2") || name.endsWith(".txz")) {
      return name.substring(0, dot) + ".tar";
    }
    return dot > 0 ? name.substring(0, dot) : name + ".unpacked";
  }

  /**
   * Unpacks one.
   *
   * @param packed its packed size; 0 where nobody knows it
   */
  Lying item(String inside, InputStream in, long packed) throws IOException {
    try {
      Path file = spool.take(in, packed);
      return new Item(inside, file, Look.of(file, inside.substring(inside.lastIndexOf('/') + 1)));
    } catch (TooMuch e) {
      return new Skipped(inside, e.reason());
    }
  }
}
