package io.tidemark.store.database;

import io.tidemark.store.database.Programs.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The cluster of a home: made once, under another name, and renamed when it is complete.
 *
 * <p>Tidemark's own role owns its one database and is not a superuser. The superuser's password is
 * drawn, told to {@code initdb} and forgotten: nobody can sign in as superuser over the network.
 *
 * @param programs PostgreSQL's programs, working in {@code layout.database()}
 */
record Cluster(Layout layout, Programs programs) {
  static final String ROLE = "tidemark";
  static final String DATABASE = "tidemark";

  private static final String UNFINISHED = "data-";

  /** Lies in a cluster whose role may make backups and checkpoints; older releases gave less. */
  private static final String RIGHTS = "tidemark.rights-2";

  private static final String GRANTED =
      """
      GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal() TO %1$s;
      GRANT pg_checkpoint TO %1$s;
      """
          .formatted(ROLE);
  private static final List<String> INITDB =
      List.of(
          "--username=postgres",
          "--auth=scram-sha-256",
          "--pwfile=/dev/stdin",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--data-checksums",
          "--no-instructions");

  /** The password of {@link #ROLE}, after making the cluster when there is none. */
  String password(Deadline deadline) throws DatabaseUnavailable, IOException {
    if (Files.exists(layout.data())) {
      requireOurMajorVersion();
      return Secret.kept(layout.password());
    }
    String password = Secret.keptOrDrawn(layout.password());
    make(password, deadline);
    return password;
  }

  private void requireOurMajorVersion() throws DatabaseUnavailable, IOException {
    Path file = layout.data().resolve("PG_VERSION");
    String found = Files.exists(file) ? Files.readString(file).strip() : "?";
    if (!found.equals(Archive.MAJOR)) {
      throw new DatabaseUnavailable(
          layout.data() + " 由 PostgreSQL " + found + " 建立，本程序自带 " + Archive.MAJOR + "：请使用建立它的版本",
          layout.data()
              + " was made by PostgreSQL "
              + found
              + "; this program brings "
              + Archive.MAJOR
              + ": use the release that made it");
    }
  }

  private void make(String password, Deadline deadline) throws DatabaseUnavailable, IOException {
    deleteUnfinished();
    Path unfinished = Files.createTempDirectory(layout.database(), UNFINISHED);
    String folder = String.valueOf(unfinished.getFileName());
    try {
      initialise(folder, deadline);
      writeSettings(unfinished);
      makeRole(folder, password, deadline);
      OwnerOnly.move(unfinished, layout.data());
    } finally {
      OwnerOnly.delete(unfinished);
    }
  }

  /** What killed attempts left; one that is still at work loses its folder at a later start. */
  private void deleteUnfinished() throws IOException {
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(layout.database(), UNFINISHED + "*")) {
      for (Path unfinished : all) {
        OwnerOnly.delete(unfinished);
      }
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      // an initdb without its parent still writes or deletes there
    }
  }

  private void initialise(String folder, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    String superuser = Secret.random();
    List<String> arguments = new ArrayList<>(INITDB);
    arguments.addAll(List.of("-D", folder));
    require(programs.run("initdb", arguments, superuser + "\n", deadline), superuser);
  }

  /** The settings of this release, in place of those of {@code initdb} or an older release. */
  static void writeSettings(Path data) throws IOException {
    OwnerOnly.write(data.resolve("postgresql.conf"), resource("postgresql.conf"));
    OwnerOnly.write(data.resolveSibling("archive.sh"), resource("archive.sh"));
  }

  /** A file that this release brings. */
  static byte[] resource(String name) throws IOException {
    try (InputStream file = Cluster.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }

  /**
   * Gives the role of an older cluster the rights of today. To be called while no server runs; a
   * cluster that cannot be opened is left to the start, which says why.
   */
  void ensureRights(Deadline deadline) throws DatabaseUnavailable, IOException {
    Path rights = layout.data().resolve(RIGHTS);
    if (Files.notExists(rights)) {
      List<String> alone = alone("data", DATABASE);
      if (programs.run("postgres", alone, GRANTED, deadline).succeeded()) {
        OwnerOnly.write(rights, new byte[0]);
      }
    }
  }

  /** A new password for the role of the cluster in {@code folder}, of which no server runs. */
  void changePassword(String folder, String password, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    String statement = "ALTER ROLE %s PASSWORD '%s';%n".formatted(ROLE, password);
    alone(folder, DATABASE, statement, password, deadline);
  }

  private void makeRole(String folder, String password, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    String role =
        """
        CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
        GRANT pg_monitor TO %1$s;
        """
            .formatted(ROLE, password);
    String database =
        """
        CREATE DATABASE %2$s OWNER %1$s;
        REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;
        """
            .formatted(ROLE, DATABASE);
    // the new database is a copy of template1, rights and all
    alone(folder, "template1", role + GRANTED + database, password, deadline);
    OwnerOnly.write(layout.database().resolve(folder).resolve(RIGHTS), new byte[0]);
  }

  /** Runs statements, one a line, as superuser and without a server. */
  private void alone(
      String folder, String database, String statements, String secret, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    require(programs.run("postgres", alone(folder, database), statements, deadline), secret);
  }

  private static List<String> alone(String folder, String database) {
    return List.of("--single", "-D", folder, "-c", "exit_on_error=true", database);
  }

  private static void require(Outcome outcome, String secret) throws DatabaseUnavailable {
    if (!outcome.succeeded()) {
      String said = outcome.output().replace(secret, "***");
      throw new DatabaseUnavailable("无法建立数据库：" + said, "the database cannot be made: " + said);
    }
  }
}
