package io.tidemark.bench;

import io.tidemark.chainsim.chain.World;
import io.tidemark.store.database.DatabaseUnavailable;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A new home around a world, held open so that every command joins its running database. To be
 * closed.
 */
public final class Ground implements AutoCloseable {
  private static final List<Integer> DONE = List.of(0);

  private final Path folder;
  private final Shell shell;
  private final Home open;

  private Ground(Path folder, Shell shell, Home open) {
    this.folder = folder;
    this.shell = shell;
    this.open = open;
  }

  /** Lays down a home for the chain in {@code folder/chain.yaml}. */
  public static Ground init(Stage stage, Path folder) throws HomeFault, IOException {
    Path home = folder.resolve("home");
    Shell shell = stage.shell(home);
    shell.expect(DONE, "init", "--chain", folder.resolve("chain.yaml").toString());
    return new Ground(folder, shell, Home.open(home, System.getenv()));
  }

  /** Writes a world and lays down its home. */
  public static Ground init(Stage stage, Path folder, World world) throws HomeFault, IOException {
    world.write(folder);
    Path plan = folder.resolve("plan.yaml");
    Files.writeString(plan, absolute(Files.readString(plan), folder));
    return init(stage, folder);
  }

  /** A plan whose files are found from any working folder. */
  private static String absolute(String plan, Path folder) {
    return plan.replace("subjects: subjects/", "subjects: " + folder.resolve("subjects") + "/")
        .replace("out: out/", "out: " + folder.resolve("out") + "/");
  }

  /** A file of this ground. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Its commands. */
  public Shell shell() {
    return shell;
  }

  /** A connection to the same database, for peers. */
  public Connection connection() throws DatabaseUnavailable, SQLException {
    return connection(open.folder().path());
  }

  /** A connection to the database of a home that somebody holds open. */
  public static Connection connection(Path home) throws DatabaseUnavailable, SQLException {
    EmbeddedDatabase database = EmbeddedDatabase.attach(home);
    try {
      return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    } finally {
      database.close(); // whoever holds the home open keeps it running
    }
  }

  /** PostgreSQL's version. */
  public String database() throws DatabaseUnavailable, SQLException {
    try (Connection connection = connection()) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  @Override
  public void close() {
    open.close();
  }
}
