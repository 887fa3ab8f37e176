package io.tidemark.store.journal;

import io.tidemark.ledger.Journal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Which change belongs to which consequence. Filled once, then only read. */
public final class Changes {
  private final Map<Class<?>, Change<?>> changes = new HashMap<>();

  /** An empty book, which knows only the consequence that changes nothing. */
  public Changes() {
    with(Journal.Nothing.class, (connection, index, nothing) -> {});
  }

  /** Adds the change of one kind of consequence. */
  public <C extends Journal.Consequence> Changes with(Class<C> kind, Change<? super C> change) {
    if (changes.put(kind, (Change<?>) change) != null) {
      throw new IllegalStateException("two changes for " + kind.getSimpleName());
    }
    return this;
  }

  <C extends Journal.Consequence> void write(Connection connection, long index, C consequence)
      throws SQLException {
    @SuppressWarnings("unchecked") // with() pairs each class with a change of its kind
    Change<? super C> change = (Change<? super C>) changes.get(consequence.getClass());
    if (change == null) {
      throw new IllegalStateException(
          "no change is known for " + consequence.getClass().getSimpleName());
    }
    change.write(connection, index, consequence);
  }
}
