package io.tidemark.store.home;

import io.tidemark.vault.Suite;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A home that comes back from a backup: a new folder with the old master key, which is no home
 * until {@link #finish}.
 */
public final class Returning {
  private final HomeFolder folder;
  private final Map<String, String> environment;
  private HomeFolder.@Nullable Settings settings;

  private Returning(HomeFolder folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Begins in a folder that is empty or not there.
   *
   * @param masterKey a file with the master key, which is copied into the home; or nothing when the
   *     environment names it, as {@link Home#open} reads it
   */
  public static Returning in(Path path, Optional<Path> masterKey, Map<String, String> environment)
      throws HomeFault, IOException {
    HomeFolder folder = new HomeFolder(path.toAbsolutePath().normalize());
    if (Files.exists(folder.path()) && !isEmpty(folder.path())) {
      throw new HomeFault(
          folder.path() + " 不是空目录：恢复只写入新的目录，请用 --home 另指一处",
          folder.path()
              + " is not empty: a restore writes into a new folder only, name one with --home");
    }
    String key = masterKey.isPresent() ? Files.readString(masterKey.get()) : null;
    folder.create();
    Returning returning = null;
    try {
      if (key != null) {
        HomeFolder.write(folder.masterKey(), key);
      }
      new MasterKeys(folder, environment, Suite.INTERNATIONAL).read(); // only whether there is one
      returning = new Returning(folder, environment);
      return returning;
    } finally {
      if (returning == null) {
        delete(folder.path());
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** The folder. */
  public HomeFolder folder() {
    return folder;
  }

  /**
   * Opens what is there so far, to be compared and completed; nothing is mended.
   *
   * @param database the JDBC address of one's own PostgreSQL, or nothing for the embedded one
   * @param suite what the ledger's first entry names
   */
  public Home open(String origin, Optional<String> database, Suite suite)
      throws HomeFault, IOException {
    HomeFolder.Settings made = HomeFolder.settings(origin, database, suite);
    settings = made;
    return Home.unmended(folder, made, environment);
  }

  /** From now on it is a home. */
  public void finish() throws IOException {
    if (settings == null) {
      throw new IllegalStateException("a home is opened before it is finished");
    }
    folder.write(settings);
  }

  /** Removes the folder: it did not become a home. */
  public void abandon() throws IOException {
    delete(folder.path());
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException fault)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
