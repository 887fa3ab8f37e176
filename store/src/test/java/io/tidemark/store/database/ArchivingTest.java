package io.tidemark.store.database;

import static io.tidemark.store.database.TestHome.ask;
import static io.tidemark.store.database.TestHome.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.terms.Words;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where finished files of the WAL go. */
@Timeout(120)
class ArchivingTest {
  private final TestHome home;
  private final Path place;

  ArchivingTest(@TempDir Path folder) throws Exception {
    home = new TestHome(folder);
    place = folder.resolve("kept 'here' $HOME");
    Files.createDirectories(place.resolve("wal"));
  }

  @AfterEach
  void endEveryProcess() throws Exception {
    home.close();
  }

  private static String finished(EmbeddedDatabase database) throws Exception {
    run(database, "create table if not exists written (at timestamptz)");
    run(database, "insert into written values (now())");
    return database.endWalFile();
  }

  private List<String> kept() throws Exception {
    try (Stream<Path> files = Files.list(place.resolve("wal"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void await(EmbeddedDatabase database, String fact) throws Exception {
    while (!"t".equals(ask(database, "select " + fact + " from pg_stat_archiver"))) {
      Thread.onSpinWait();
    }
  }

  @Test
  void theWalIsKeptOnceThereIsAPlaceAndNeverOverwritten() throws Exception {
    EmbeddedDatabase database = home.attach();
    await(database, "last_archived_wal >= '" + finished(database) + "'");
    assertThat(kept()).isEmpty();

    WalArchive.set(home.folder, new WalArchive.Place(place, "id"));
    String away = finished(database);
    await(database, "last_failed_wal = '" + away + "'");
    assertThat(kept()).isEmpty();
    assertThat(home.attach().archiveWarning().map(Words::en).orElse(""))
        .contains("cannot be archived to");

    Files.createFile(place.resolve(WalArchive.MARK));
    String next = finished(database);
    database.awaitArchived(place.resolve("wal/" + next + ".gz"));
    assertThat(kept()).containsExactly(away + ".gz", next + ".gz");

    String low = "%08X".formatted(Long.parseLong(next.substring(16), 16) + 1);
    String taken = next.substring(0, 16) + low;
    Path file = Files.writeString(place.resolve("wal/" + taken + ".gz"), "something else");
    assertThat(finished(database)).isEqualTo(taken);
    await(database, "last_failed_wal = '" + taken + "'");
    assertThat(file).hasContent("something else");
  }

  @Test
  void aClusterOfAnOlderReleaseCanBeBackedUpAfterItsNextStart() throws Exception {
    home.attach().close();
    Layout layout = Layout.of(home.folder);
    Deadline deadline = Deadline.in(Duration.ofMinutes(1));
    Programs programs = new Programs(Binaries.locate(layout, deadline), layout.database());
    List<String> alone = List.of("--single", "-D", "data", "tidemark");
    String revoke = "REVOKE EXECUTE ON FUNCTION pg_switch_wal() FROM tidemark;\n";
    assertThat(programs.run("postgres", alone, revoke, deadline).succeeded()).isTrue();
    EmbeddedDatabase without = home.attach();
    assertThatThrownBy(() -> without.backUp(new ByteArrayOutputStream(), bytes -> {}))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("started by an older release");
    without.close();

    Files.delete(home.data().resolve("tidemark.rights-2"));
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    BaseBackup backup = home.attach().backUp(tar, bytes -> {});
    assertThat(backup.firstWal()).hasSize(24).isLessThanOrEqualTo(backup.lastWal());
    assertThat(tar.size()).isGreaterThan(1 << 20);
  }
}
