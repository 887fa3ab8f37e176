package io.tidemark.store.backup;

import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.store.database.WalArchive;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFolder;
import io.tidemark.store.tiles.TileFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a backup: {@code backup.properties}, {@code base/}, {@code wal/}, {@code ledger/},
 * {@code anchors/}. It belongs to one home, and to one life of it: a home that was restored is
 * backed up elsewhere.
 *
 * @param path the folder
 */
record BackupFolder(Path path) {
  private static final int FORMAT = 1;
  private static final Set<String> OURS =
      Set.of("base", "wal", "ledger", "anchors", Lock.NAME, "." + WalArchive.MARK + ".part");

  /**
   * Whose backup it is.
   *
   * @param place what only the home and this folder know
   * @param origin the ledger's name
   * @param key checks the ledger's head
   * @param embedded whether the database is in here
   */
  record About(String place, String origin, VerifierKey key, boolean embedded) {}

  Path base() {
    return path.resolve("base");
  }

  Path wal() {
    return path.resolve("wal");
  }

  Path walFile(String name) {
    return wal().resolve(name + ".gz");
  }

  Path anchors() {
    return path.resolve("anchors");
  }

  /** The copy of the published ledger. */
  TileFiles ledger(VerifierKey key) {
    return new TileFiles(path.resolve("ledger"), key);
  }

  private Path mark() {
    return path.resolve(WalArchive.MARK);
  }

  /** Makes it this home's when it is new, and refuses when it is somebody else's. */
  About of(Home home, Optional<WalArchive.Place> known) throws BackupFault, IOException {
    if (path.startsWith(home.folder().path())) {
      throw new BackupFault(
          "备份不能放在数据目录里：请另指一处，最好在另一台机器上",
          "a backup does not lie in the home: name another place, best on another machine");
    }
    if (Files.exists(mark())) {
      About about = about();
      boolean same =
          about.key().vkey().equals(home.ledger().key().vkey())
              && (home.embedded().isEmpty()
                  || known.filter(place -> place.id().equals(about.place())).isPresent());
      if (!same) {
        throw new BackupFault(
            path + " 是另一个数据目录（或本目录恢复之前）的备份：请另指一个新目录",
            path
                + " is the backup of another home, or of this one before it was restored: name a"
                + " new folder");
      }
      return about;
    }
    requireEmpty();
    HomeFolder.folder(path);
    HomeFolder.folder(base());
    HomeFolder.folder(wal());
    String id =
        known
            .filter(place -> place.folder().equals(path))
            .map(WalArchive.Place::id)
            .orElseGet(BackupFolder::random);
    return new About(id, home.origin(), home.ledger().key(), home.embedded().isPresent());
  }

  private static String random() {
    byte[] id = new byte[8];
    new SecureRandom().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private void requireEmpty() throws BackupFault, IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.list(path)) {
      if (files.anyMatch(file -> !OURS.contains(String.valueOf(file.getFileName())))) {
        throw new BackupFault(
            path + " 里有别的文件：请另指一个新目录", path + " holds other files: name a new folder");
      }
    }
  }

  void write(About about) throws IOException {
    HomeFolder.write(
        mark(),
        "format=%d\nplace=%s\norigin=%s\nledger-key=%s\ndatabase=%s\n"
            .formatted(
                FORMAT,
                about.place(),
                about.origin(),
                about.key().vkey(),
                about.embedded() ? "embedded" : "own"));
  }

  About about() throws BackupFault, IOException {
    if (!Files.exists(mark())) {
      throw new BackupFault(
          path + " 不是备份：没有 " + WalArchive.MARK,
          path + " is no backup: it has no " + WalArchive.MARK);
    }
    Properties properties = read(mark());
    try {
      int format = Integer.parseInt(properties.getProperty("format", ""));
      if (format > FORMAT) {
        throw new BackupFault(
            "此备份由更新的版本建立（格式 " + format + "），请升级 Tidemark",
            "this backup was made by a newer version (format " + format + "): upgrade Tidemark");
      }
      return new About(
          properties.getProperty("place", ""),
          properties.getProperty("origin", ""),
          VerifierKey.parse(properties.getProperty("ledger-key", "")),
          properties.getProperty("database", "").equals("embedded"));
    } catch (IllegalArgumentException | LedgerException e) {
      throw new BackupFault(mark() + " 不完整", mark() + " is not whole");
    }
  }

  /** The base backups, newest first. */
  List<Base> bases() throws BackupFault, IOException {
    List<Path> folders;
    try (Stream<Path> files = Files.list(base())) {
      folders = files.filter(folder -> Files.exists(folder.resolve(Base.MARK))).toList();
    }
    List<Base> bases = new ArrayList<>();
    for (Path folder : folders) {
      bases.add(Base.read(folder));
    }
    bases.sort(Comparator.comparing(Base::end).reversed());
    return bases;
  }

  static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return properties;
  }
}
