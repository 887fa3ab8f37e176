package io.tidemark.store.home;

import io.tidemark.vault.Suite;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The folder of a home: {@code home.properties}, {@code keys/}, {@code ledger/}, {@code database/}.
 * Only its owner can read it.
 *
 * @param path the folder
 */
public record HomeFolder(Path path) {
  /** The layout that this version writes; a higher one belongs to a newer version. */
  static final int FORMAT = 1;

  private static final String EMBEDDED = "embedded";

  /** The settings of a home. */
  record Settings(int format, String origin, String database, Suite suite) {
    boolean embedded() {
      return database.equals(EMBEDDED);
    }
  }

  /** Whether a home was made here. */
  public boolean exists() {
    return Files.isRegularFile(settingsFile());
  }

  /** Where the ledger lies, just as C2SP tlog-tiles publishes it. */
  public Path ledger() {
    return path.resolve("ledger");
  }

  /** The file of the master key, when it is kept in a file. */
  Path masterKey() {
    return path.resolve("keys").resolve("master.key");
  }

  /** The file of the next master key, while the present one is being changed. */
  Path nextMasterKey() {
    return masterKey().resolveSibling("master.key.next");
  }

  /** Held by whoever changes the master key. */
  Path rotationLock() {
    return masterKey().resolveSibling("rotation.lock");
  }

  /** Makes what was written, renamed or removed among the keys last through a power cut. */
  void syncKeys() throws IOException {
    try (FileChannel keys = FileChannel.open(path.resolve("keys"), StandardOpenOption.READ)) {
      keys.force(true);
    }
  }

  private Path settingsFile() {
    return path.resolve("home.properties");
  }

  void create() throws IOException {
    folder(path);
    folder(path.resolve("keys"));
  }

  /** Makes a folder of mode 0700, or gives it that mode. */
  public static void folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  void write(Settings settings) throws IOException {
    write(
        settingsFile(),
        "format="
            + settings.format()
            + "\norigin="
            + settings.origin()
            + "\ndatabase="
            + settings.database()
            + "\ncryptography="
            + settings.suite().id()
            + "\n");
  }

  /** Settings for a new home; no address means the embedded database. */
  static Settings settings(String origin, Optional<String> database, Suite suite) {
    return new Settings(FORMAT, origin, database.orElse(EMBEDDED), suite);
  }

  Settings settings() throws HomeFault {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(settingsFile())));
      int format = Integer.parseInt(properties.getProperty("format", "0"));
      if (format > FORMAT) {
        throw new HomeFault(
            "此目录由更新的版本建立（格式 " + format + "），请升级 Tidemark",
            "this home was made by a newer version (format " + format + "): upgrade Tidemark");
      }
      String origin = properties.getProperty("origin", "");
      String database = properties.getProperty("database", "");
      Optional<Suite> suite =
          Suite.of(properties.getProperty("cryptography", Suite.INTERNATIONAL.id()));
      if (format < 1 || origin.isEmpty() || database.isEmpty() || suite.isEmpty()) {
        throw new HomeFault("home.properties 不完整", "home.properties is not whole");
      }
      return new Settings(format, origin, database, suite.get());
    } catch (IOException | NumberFormatException e) {
      throw new HomeFault(
          new io.tidemark.terms.Words("无法读取 " + settingsFile(), "cannot read " + settingsFile()),
          e);
    }
  }

  /** Removes the files of a folder, where there is one. */
  static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
  }

  /** Writes a file of mode 0600, whole or not at all. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file of mode 0600, whole or not at all. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(temporary);
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(temporary, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether nobody but the owner can read or write the file. */
  static boolean ownerOnly(Path file) throws IOException {
    Set<java.nio.file.attribute.PosixFilePermission> modes = Files.getPosixFilePermissions(file);
    return modes.stream().allMatch(mode -> mode.name().startsWith("OWNER"));
  }
}
