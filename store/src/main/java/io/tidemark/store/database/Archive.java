package io.tidemark.store.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL as the jar of the platform brings them, a {@code tar.xz}. */
record Archive(String name) {
  /** The version, {@code postgres-binaries.version} in the pom; a test asks the server. */
  static final String VERSION = "17.6.0";

  /** The part of the version whose clusters this server can open. */
  static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

  private static final int EXECUTABLE = 0100;

  /** The archive for the machine that this JVM runs on, which has to be in this build. */
  static Archive ofThisMachine() throws DatabaseUnavailable {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    Archive archive = new Archive("/postgres-" + system(system) + "-" + cpu(machine) + ".txz");
    if (Archive.class.getResource(archive.name) == null) {
      throw new DatabaseUnavailable(
          "本程序包不含适用于 " + system + " " + machine + " 的 PostgreSQL：请在该平台上构建，或用 --database 指定自己的数据库",
          "this build holds no PostgreSQL for "
              + system
              + " "
              + machine
              + ": build it on that platform, or name a database of your own with --database");
    }
    return archive;
  }

  private static String system(String name) {
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String cpu(String name) {
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> name;
    };
  }

  /** Unpacks everything into {@code target}, a new folder. */
  void unpack(Path target) throws IOException {
    try (InputStream packed = Objects.requireNonNull(Archive.class.getResourceAsStream(name));
        InputStream tar = new XZInputStream(new BufferedInputStream(packed))) {
      unpackTar(tar, target);
    }
  }

  /** Unpacks a tar archive into {@code target}, a new folder. */
  static void unpackTar(InputStream packed, Path target) throws IOException {
    OwnerOnly.folder(target);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(packed)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = inside(target, target.resolve(entry.getName()));
    if (entry.isDirectory()) {
      OwnerOnly.folder(path);
      return;
    }
    Path folder = OwnerOnly.folder(Objects.requireNonNull(path.getParent()));
    if (entry.isSymbolicLink()) {
      Path linked = Path.of(entry.getLinkName());
      inside(target, folder.resolve(linked));
      Files.createSymbolicLink(path, linked);
    } else if (entry.isFile()) {
      Files.copy(content, path);
      String mode = (entry.getMode() & EXECUTABLE) == 0 ? "rw-------" : "rwx------";
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    } else {
      throw new IOException("neither a file, a folder nor a link: " + entry.getName());
    }
  }

  private static Path inside(Path target, Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(target)) {
      throw new IOException("an entry of the archive leads out of its folder: " + path);
    }
    return normal;
  }
}
