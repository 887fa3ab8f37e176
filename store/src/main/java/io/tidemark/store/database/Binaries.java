package io.tidemark.store.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * PostgreSQL's programs, unpacked once per version for all homes of the account: in {@code
 * $XDG_CACHE_HOME/tidemark} or {@code ~/.cache/tidemark}, else in the home itself.
 *
 * <p>A folder counts when its seal, written last, names the bytes that lie in it: a power cut that
 * empties files after the rename is found, and the folder is made anew.
 */
final class Binaries {
  /** {@code pg_ctl} and {@code initdb} put their own path into a shell's double quotes. */
  private static final Pattern QUOTABLE = Pattern.compile("[^\"$`\\\\\\p{Cntrl}]*");

  private static final String NAME = "postgresql-" + Archive.VERSION;
  private static final String SEAL = "SEAL";

  private Binaries() {}

  /** The folder that holds {@code bin/}, {@code lib/} and {@code share/}, unpacked when needed. */
  static Path locate(Layout layout, Deadline deadline) throws DatabaseUnavailable, IOException {
    Path cache = accountCache();
    return in(usable(cache) ? cache : inHome(layout), deadline);
  }

  private static Path accountCache() {
    String named = System.getenv("XDG_CACHE_HOME");
    Path base =
        named != null && Path.of(named).isAbsolute()
            ? Path.of(named)
            : Path.of(System.getProperty("user.home", "/"), ".cache");
    return base.resolve("tidemark");
  }

  /** A folder of somebody else could hold programs of somebody else. */
  private static boolean usable(Path cache) {
    try {
      return QUOTABLE.matcher(cache.toString()).matches()
          && OwnerOnly.isOurs(OwnerOnly.folder(cache))
          && Files.isWritable(cache);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path inHome(Layout layout) throws DatabaseUnavailable, IOException {
    if (!QUOTABLE.matcher(layout.programs().toString()).matches()) {
      throw new DatabaseUnavailable(
          "主目录的路径含有引号、$、反斜杠等字符，PostgreSQL 无法使用：" + layout.home(),
          "PostgreSQL cannot work below a path with quotes, $ or backslashes: " + layout.home());
    }
    return OwnerOnly.folder(layout.programs());
  }

  /** The programs in {@code cache}, unpacked there when they are missing or damaged. */
  static Path in(Path cache, Deadline deadline) throws DatabaseUnavailable, IOException {
    Path folder = cache.resolve(NAME);
    if (!isSealed(folder)) {
      try (Turn unpacking = Turn.take(cache.resolve("unpack.lock"), deadline)) {
        Objects.requireNonNull(unpacking);
        if (!isSealed(folder)) {
          unpack(folder);
        }
      }
    }
    return folder;
  }

  private static void unpack(Path folder) throws DatabaseUnavailable, IOException {
    Path part = folder.resolveSibling(NAME + ".part");
    OwnerOnly.delete(part);
    Archive.ofThisMachine().unpack(part);
    OwnerOnly.write(
        part.resolve(SEAL),
        Long.toString(OwnerOnly.size(part)).getBytes(StandardCharsets.US_ASCII));
    OwnerOnly.delete(folder);
    OwnerOnly.move(part, folder);
  }

  private static boolean isSealed(Path folder) throws IOException {
    Path seal = folder.resolve(SEAL);
    if (!Files.isRegularFile(seal)) {
      return false;
    }
    long found = OwnerOnly.size(folder) - Files.size(seal);
    return Long.toString(found).equals(Files.readString(seal, StandardCharsets.ISO_8859_1));
  }
}
