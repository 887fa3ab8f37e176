package io.tidemark.app.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders as tests look at them. */
final class Folders {
  private Folders() {}

  /** Every file under a folder. */
  static List<Path> files(Path folder) {
    return all(folder).stream().filter(Files::isRegularFile).toList();
  }

  /** Every file and folder under a folder, itself first. */
  static List<Path> all(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy with modes and owners, as an administrator makes a backup of a stopped home. */
  static void copy(Path from, Path to) throws Exception {
    Process process =
        new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("cp failed");
    }
  }

  /** Removes a folder and what is in it. */
  static void remove(Path folder) {
    all(folder).stream().sorted(Comparator.reverseOrder()).forEach(Folders::removeOne);
  }

  private static void removeOne(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
