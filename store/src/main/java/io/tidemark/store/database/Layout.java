package io.tidemark.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the database lies in a home. Every folder here is 0700 and every file 0600.
 *
 * @param home the home's real path: two names of one home are the same layout
 */
record Layout(Path home) {
  /** The layout of {@code home}, with its folders made; the home itself has to be there. */
  static Layout of(Path home) throws DatabaseUnavailable, IOException {
    if (!Files.isDirectory(home)) {
      throw new DatabaseUnavailable(
          "找不到主目录 " + home + "：请先执行 init，或检查 --home",
          "there is no home folder at " + home + ": run init first, or check --home");
    }
    Layout layout = new Layout(home.toRealPath());
    OwnerOnly.folder(layout.database());
    if (!OwnerOnly.isOurs(layout.database())) {
      throw new DatabaseUnavailable(
          layout.database() + " 属于账户 " + Files.getOwner(layout.database()) + "：请用该账户运行",
          layout.database()
              + " belongs to the account "
              + Files.getOwner(layout.database())
              + ": run as that account");
    }
    OwnerOnly.folder(layout.keys());
    return layout;
  }

  Path database() {
    return home.resolve("database");
  }

  /** The cluster. It is renamed to this name when it is complete, so it is complete. */
  Path data() {
    return database().resolve("data");
  }

  /** What the server says. */
  Path log() {
    return database().resolve("log");
  }

  /** The port of the last start, used again while it is free. */
  Path port() {
    return database().resolve("port");
  }

  /** Held exclusively while somebody starts, joins, leaves or stops. */
  Path startLock() {
    return database().resolve("start.lock");
  }

  /** Held shared by every process that uses the server. */
  Path usersLock() {
    return database().resolve("users.lock");
  }

  /** PostgreSQL's programs, when the account's cache cannot hold them. */
  Path programs() {
    return database().resolve("bin");
  }

  Path keys() {
    return home.resolve("keys");
  }

  Path password() {
    return keys().resolve("database.password");
  }
}
