package io.tidemark.store.home;

import io.tidemark.terms.Words;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.MasterKey;
import io.tidemark.vault.WrongKey;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A home's keys as its database keeps them: each wrapped under the master key. Thread-safe. */
final class WrappedKeys {
  private final JdbcClient database;

  WrappedKeys(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Draws the keys of a new home; refuses a database that has another home's. */
  void draw(MasterKey master) throws HomeFault {
    if (database.sql("select count(*) from ledger_entry").query(Integer.class).single() == 0) {
      database.sql("delete from wrapped_key").update(); // of an init that was cut off
    }
    if (database.sql("select count(*) from wrapped_key").query(Integer.class).single() > 0) {
      throw new HomeFault("该数据库已属于另一个 Tidemark 目录", "the database belongs to another home");
    }
    for (KeyRing.Wrapped key : KeyRing.draw(master)) {
      database
          .sql("insert into wrapped_key (use, bytes) values (?, ?)")
          .param(key.use().name())
          .param(key.bytes())
          .update();
    }
  }

  /** The keys, opened. */
  KeyRing ring(MasterKey master) throws HomeFault {
    List<KeyRing.Wrapped> wrapped =
        database
            .sql("select use, bytes from wrapped_key")
            .query(
                (row, n) ->
                    new KeyRing.Wrapped(KeyRing.Use.valueOf(row.getString(1)), row.getBytes(2)))
            .list();
    try {
      return KeyRing.open(master, withAccess(master, wrapped));
    } catch (WrongKey e) {
      throw new HomeFault(
          new Words(
              "主密钥与此目录不符", "the master key does not belong to this home (" + e.getMessage() + ")"),
          e);
    }
  }

  /** Homes of before the server have no key of this use yet. */
  private List<KeyRing.Wrapped> withAccess(MasterKey master, List<KeyRing.Wrapped> wrapped) {
    KeyRing.Use access = KeyRing.Use.ACCESS;
    if (wrapped.isEmpty() || wrapped.stream().anyMatch(key -> key.use() == access)) {
      return wrapped;
    }
    database
        .sql("insert into wrapped_key (use, bytes) values (?, ?) on conflict (use) do nothing")
        .param(access.name())
        .param(KeyRing.draw(master, access).bytes())
        .update();
    List<KeyRing.Wrapped> all = new ArrayList<>(wrapped);
    all.add(wrapped(access));
    return all;
  }

  /** The key of one use as it is kept. */
  KeyRing.Wrapped wrapped(KeyRing.Use use) {
    return database
        .sql("select bytes from wrapped_key where use = ?")
        .param(use.name())
        .query((row, n) -> new KeyRing.Wrapped(use, row.getBytes(1)))
        .single();
  }
}
