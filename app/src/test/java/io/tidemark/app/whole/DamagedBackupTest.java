package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is not the backup that was made, whole, is refused and named. */
final class DamagedBackupTest {
  private final Rehearsal kept = Rehearsal.get();

  /**
   * A copy of the kept.backup in which something is changed, and what the kept.restore says of it.
   */
  private Desk.Said changed(String name, Change change) throws Exception {
    Path copy = kept.folder.resolve("changed-" + name);
    Folders.copy(kept.backup, copy);
    change.in(copy);
    Path to = kept.folder.resolve("from-" + name);
    Desk.Said said = kept.restore(copy, to);
    if (said.exit() != 0) {
      assertThat(to).doesNotExist();
    }
    return said;
  }

  /** What is done to a backup. */
  private interface Change {
    void in(Path copy) throws Exception;
  }

  private static void flip(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[Math.min(300, bytes.length / 2)] ^= 1;
    Files.write(file, bytes);
  }

  private static Path newest(Path base) throws Exception {
    try (Stream<Path> all = Files.list(base)) {
      return all.max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private static List<Path> wal(Path copy) throws Exception {
    try (Stream<Path> all = Files.list(copy.resolve("wal"))) {
      return all.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}\\.gz"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aFlippedBitIsFoundWhereverItIs() throws Exception {
    changed("wal", copy -> flip(fullest(copy))).ends(3).because("the WAL file", "is damaged");
    changed("base", copy -> flip(newest(copy.resolve("base")).resolve("base.tar")))
        .ends(3)
        .because("base.tar", "is damaged");
    changed("tile", copy -> flip(newest(copy.resolve("ledger/tile/entries/000.p"))))
        .ends(3)
        .because("the ledger in the backup is damaged");
    changed("head", copy -> flip(copy.resolve("ledger/checkpoint")))
        .ends(3)
        .because("the ledger in the backup is damaged", "ledger/checkpoint");
  }

  /**
   * Of the WAL that the newest copy needs: in a file of zeros most bits of its compression are
   * idle.
   */
  private static Path fullest(Path copy) throws Exception {
    String needed = Files.readString(newest(copy.resolve("base")).resolve("base.properties"));
    String first = needed.replaceAll("(?s).*first-wal=(\\w+).*", "$1");
    return wal(copy).stream()
        .filter(file -> file.getFileName().toString().compareTo(first) >= 0)
        .max(Comparator.comparing(file -> file.toFile().length()))
        .orElseThrow();
  }

  @Test
  void aCopyThatTheLedgerDoesNotNameIsRefused() throws Exception {
    changed(
            "swapped",
            copy -> {
              Path properties = newest(copy.resolve("base")).resolve("base.properties");
              String text = Files.readString(properties);
              Files.writeString(
                  properties, text.replaceFirst("sha256=[0-9a-f]{8}", "sha256=00000000"));
            })
        .ends(3)
        .because("is not the backup that entry");
  }

  @Test
  void aMissingEndIsTold() throws Exception {
    Path copy = kept.folder.resolve("short");
    Folders.copy(kept.backup, copy);
    Path ahead = kept.folder.resolve("ahead");
    Files.writeString(ahead, grown().get("checkpoint").asString());
    kept.restore(copy, kept.folder.resolve("old"), "--head", ahead.toString())
        .ends(3)
        .because("the backup is older than --head");
    String last = Files.readString(newest(copy.resolve("base")).resolve("base.properties"));
    for (Path file : wal(copy)) {
      String name = file.getFileName().toString().substring(0, 24);
      if (name.compareTo(last.replaceAll("(?s).*last-wal=(\\w+).*", "$1")) > 0) {
        Files.delete(file);
      }
    }
    kept.restore(copy, kept.folder.resolve("cut"))
        .ends(3)
        .because("the database ends before entry", "--accept-loss");
    kept.restore(copy, kept.folder.resolve("cut"), "--accept-loss")
        .ends(0)
        .because("have no consequence in the database: {backup=1}");
    new Desk(kept.folder.resolve("cut")).json(0, "ledger", "fsck");
    Files.delete(wal(copy).get(wal(copy).size() - 1));
    kept.restore(copy, kept.folder.resolve("gap")).ends(3).because("is missing");
  }

  /** The head after one more entry, which reaches the archive later than this test looks. */
  private JsonNode grown() {
    kept.desk.json(0, "trace", kept.folder.resolve("leak-ag-1.csv").toString());
    return kept.desk.json(0, "ledger", "checkpoint");
  }

  @Test
  void whatCannotBeRestoredIsExplained() throws Exception {
    Path other = Files.writeString(kept.folder.resolve("other.key"), "ab".repeat(32));
    Path to = kept.folder.resolve("refused");
    new Desk(to)
        .type("restore", "--from", kept.backup.toString(), "--master-key", other.toString())
        .ends(5)
        .because("the master key does not belong to this home");
    new Desk(to)
        .type("restore", "--from", kept.backup.toString())
        .ends(5)
        .because("there is no master key", "TIDEMARK_MASTER_KEY");
    kept.restore(kept.folder.resolve("none"), to).ends(3).because("is no backup");
    kept.restore(kept.backup, to, "--until", "2020-01-01T00:00:00Z")
        .ends(3)
        .because("the earliest moment");
    kept.restore(kept.backup, to, "--until", "2999-01-01T00:00:00Z")
        .ends(3)
        .because("nothing in the backup was committed after --until");
    kept.restore(kept.backup, to, "--until", "yesterday").ends(2).because("a moment with its zone");
    kept.restore(kept.backup, to, "--database", "jdbc:x").ends(3).because("leave --database out");
    assertThat(to).doesNotExist();
    kept.restore(kept.backup, kept.desk.home()).ends(5).because("is not empty");
    kept.desk
        .type("backup", "--to", kept.desk.home().resolve("b").toString())
        .ends(3)
        .because("does not lie in the home");
    kept.desk.type("backup", "--to", kept.folder.toString()).ends(3).because("holds other files");
  }

  @Test
  void aBackupHoldsNoKeyAndIsTheOwnersAlone() throws Exception {
    String master = Files.readString(Path.of(kept.masterKey)).strip();
    String password = Files.readString(kept.desk.home().resolve("keys/database.password")).strip();
    for (Path file : Folders.files(kept.backup)) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(text).as(file.toString()).doesNotContain(master).doesNotContain(password);
    }
    for (Path path : Folders.all(kept.backup)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .as(path.toString())
          .endsWith("------");
    }
  }
}
