package io.tidemark.store.home;

import io.tidemark.vault.Suite;
import java.util.Optional;

/**
 * What whoever makes a home chooses for it.
 *
 * @param origin the ledger's name, or nothing for a random one
 * @param database the JDBC address of one's own PostgreSQL, or nothing for the embedded one
 * @param masterKey where the master key is kept: {@code file}, or its address in a token; nothing
 *     where the environment gives it, else the file
 * @param suite the cryptography that it keeps its data with, for good
 */
public record NewHome(
    Optional<String> origin, Optional<String> database, Optional<String> masterKey, Suite suite) {
  /** Nothing chosen. */
  public static NewHome usual() {
    return new NewHome(Optional.empty(), Optional.empty(), Optional.empty(), Suite.INTERNATIONAL);
  }

  /** The same with a ledger of this name. */
  public NewHome named(String name) {
    return new NewHome(Optional.of(name), database, masterKey, suite);
  }

  /** The same on this PostgreSQL of one's own. */
  public NewHome on(String jdbcUrl) {
    return new NewHome(origin, Optional.of(jdbcUrl), masterKey, suite);
  }
}
