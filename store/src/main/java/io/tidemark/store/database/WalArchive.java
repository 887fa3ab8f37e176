package io.tidemark.store.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the server of a home keeps the files of its WAL: {@code wal/} in a place outside the home,
 * each compressed and durable before PostgreSQL lets go of its own. It holds from the moment that
 * it is set, without a restart, and for every later start.
 */
public final class WalArchive {
  /** The file in a place that shows that it is there, and not an empty mount point. */
  public static final String MARK = "backup.properties";

  private WalArchive() {}

  /**
   * A place.
   *
   * @param folder holds {@link #MARK} and {@code wal/}
   * @param id what only this home and this place know as theirs: no two clusters share an archive
   */
  public record Place(Path folder, String id) {}

  /** The place of this home, if one was set. */
  public static Optional<Place> of(Path home) throws IOException {
    Path file = file(home);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return Optional.of(new Place(Path.of(lines.get(0)), lines.get(1)));
  }

  /** From now on the WAL is kept in this place. */
  public static void set(Path home, Place place) throws DatabaseUnavailable, IOException {
    String path = place.folder().toString();
    if (path.chars().anyMatch(Character::isISOControl)) {
      throw new DatabaseUnavailable(
          "备份目录的路径含有控制字符", "the path of the backup has control characters");
    }
    OwnerOnly.write(file(home), (path + "\n" + place.id() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** From now on the WAL is kept nowhere. */
  public static void end(Path home) throws IOException {
    Files.deleteIfExists(file(home));
  }

  private static Path file(Path home) {
    return home.resolve("database").resolve("archive.place");
  }
}
