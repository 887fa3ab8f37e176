package io.tidemark.store.home;

import io.tidemark.terms.Words;
import io.tidemark.vault.DataKeys;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.MasterKey;
import io.tidemark.vault.Suite;
import io.tidemark.vault.WrongKey;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A home's keys as its database keeps them: each wrapped under the master key. Thread-safe. */
final class WrappedKeys {
  private final JdbcClient database;
  private final Suite suite;

  WrappedKeys(DataSource database, Suite suite) {
    this.database = JdbcClient.create(database);
    this.suite = suite;
  }

  /** The cryptography of the home. */
  Suite suite() {
    return suite;
  }

  /** Draws the keys of a new home; refuses a database that has another home's. */
  KeyRing draw(MasterKey master) throws HomeFault {
    if (database.sql("select count(*) from ledger_entry").query(Integer.class).single() == 0) {
      database.sql("delete from wrapped_key").update(); // of an init that was cut off
      database.sql("delete from data_key").update();
    }
    if (database.sql("select count(*) from wrapped_key").query(Integer.class).single() > 0) {
      throw new HomeFault("该数据库已属于另一个 Tidemark 目录", "the database belongs to another home");
    }
    for (KeyRing.Wrapped key : KeyRing.draw(suite, master)) {
      database
          .sql("insert into wrapped_key (use, bytes) values (?, ?)")
          .param(key.use().name())
          .param(key.bytes())
          .update();
    }
    KeyRing ring = ring(List.of(master)).orElseThrow();
    database
        .sql("insert into data_key (epoch, bytes) values (?, ?)")
        .param(DataKeys.FIRST)
        .param(DataKeys.draw(ring, DataKeys.FIRST).bytes())
        .update();
    return ring;
  }

  /** The keys as they are kept. */
  List<KeyRing.Wrapped> all() {
    return database
        .sql("select use, bytes from wrapped_key order by use")
        .query(
            (row, n) -> new KeyRing.Wrapped(KeyRing.Use.valueOf(row.getString(1)), row.getBytes(2)))
        .list();
  }

  /** The keys, opened by whichever of these master keys opens them; nothing when none does. */
  Optional<KeyRing> ring(List<MasterKey> masters) throws HomeFault {
    List<KeyRing.Wrapped> wrapped = all();
    for (MasterKey master : masters) {
      if (KeyRing.opens(suite, master, wrapped)) {
        return Optional.of(opened(master, wrapped));
      }
    }
    return Optional.empty();
  }

  private KeyRing opened(MasterKey master, List<KeyRing.Wrapped> wrapped) throws HomeFault {
    try {
      return KeyRing.open(suite, master, wrapped);
    } catch (WrongKey e) {
      throw new HomeFault(
          new Words(
              "此目录由更早的版本建立，缺少密钥：请用 init 新建目录并重新存入",
              "this home was made by an earlier build and lacks a key: lay it anew with init, and"
                  + " deposit again ("
                  + e.getMessage()
                  + ")"),
          e);
    }
  }
}
