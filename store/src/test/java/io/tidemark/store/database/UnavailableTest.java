package io.tidemark.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnavailableTest {
  private Path home;

  @BeforeEach
  void newHome(@TempDir Path parent) throws IOException {
    home = Files.createDirectory(parent.resolve("home"));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path home) {
    return assertThatThrownBy(() -> EmbeddedDatabase.attach(home).close())
        .isInstanceOf(DatabaseUnavailable.class);
  }

  private Path folder(String name) throws IOException {
    return OwnerOnly.folder(home.resolve(name));
  }

  @Test
  void aFolderThatIsNotThere() {
    assertRefused(home.resolve("elsewhere")).hasMessageContaining("run init first");
    assertThat(home.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void aFileInPlaceOfAFolder() throws IOException {
    Files.createFile(home.resolve("database"));
    assertRefused(home).hasMessageContaining("database");
  }

  @Test
  void aClusterOfANewerServer() throws IOException {
    Files.writeString(folder("database/data").resolve("PG_VERSION"), "18\n");
    assertRefused(home).hasMessageContaining("made by PostgreSQL 18").hasMessageContaining("17");
  }

  @Test
  void aClusterWithoutItsPassword() throws IOException {
    Files.writeString(folder("database/data").resolve("PG_VERSION"), Archive.MAJOR + "\n");
    assertRefused(home).hasMessageContaining("database.password");
    Files.writeString(home.resolve("keys/database.password"), "short");
    assertRefused(home).hasMessageContaining("43 letters").hasMessageNotContaining("short");
  }

  @Test
  void aClusterThatIsNoCluster() throws IOException {
    folder("keys");
    Files.writeString(folder("database/data").resolve("PG_VERSION"), Archive.MAJOR + "\n");
    Files.writeString(home.resolve("keys/database.password"), Secret.random());
    assertRefused(home).hasMessageContaining("did not start").hasMessageContaining("global");
  }

  @Test
  void aFolderOfAnotherAccount() throws IOException {
    assumeThat(OwnerOnly.weAreRoot()).isTrue();
    Files.setAttribute(folder("database"), "unix:uid", 65534);
    assertRefused(home).hasMessageContaining("belongs to the account");
  }

  @Test
  void aWrongPassword() throws Exception {
    EmbeddedDatabase.attach(home).close();
    Files.writeString(home.resolve("keys/database.password"), Secret.random());
    assertRefused(home).hasMessageContaining("password authentication failed");
    assertThat(Postmaster.read(home.resolve("database/data"))).isEmpty();
  }

  @Test
  void aServerWithoutDurability() throws Exception {
    EmbeddedDatabase.attach(home).close();
    Files.writeString(home.resolve("database/data/postgresql.auto.conf"), "fsync = off\n");
    assertRefused(home).hasMessageContaining("fsync");
    assertThat(Postmaster.read(home.resolve("database/data"))).isEmpty();
  }

  private Cluster clusterWith(String initdb) throws Exception {
    Path program = folder("programs/bin").resolve("initdb");
    Files.writeString(program, "#!/bin/sh\n" + initdb + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Layout layout = Layout.of(home);
    return new Cluster(layout, new Programs(home.resolve("programs"), layout.database()));
  }

  @Test
  void theReasonOfInitdbIsPassedOnWithoutItsPassword() throws Exception {
    Cluster cluster = clusterWith("echo No space left on device; cat; exit 1");
    assertThatThrownBy(() -> cluster.password(Deadline.in(Duration.ofSeconds(10))))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("No space left on device\n***");
    assertThat(home.resolve("database")).isEmptyDirectory();
  }

  @Test
  void aProgramThatDoesNotEnd() throws Exception {
    Cluster cluster = clusterWith("exec sleep 600");
    assertThatThrownBy(() -> cluster.password(Deadline.in(Duration.ofMillis(300))))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("timed out waiting for initdb");
  }
}
