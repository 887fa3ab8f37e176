package io.tidemark.store.foreign;

import java.util.List;

/**
 * A table of a foreign database.
 *
 * @param schema its schema, or its database in MySQL
 * @param name its name
 * @param columns the columns that can be read, in their order
 * @param texts those of them that may hold a text of any length
 * @param binary the columns that cannot: they hold bytes
 * @param key the columns of its primary key, in their order; empty where it has none
 */
public record ForeignTable(
    String schema,
    String name,
    List<String> columns,
    List<String> texts,
    List<String> binary,
    List<String> key) {
  /** Copies the lists. */
  public ForeignTable {
    columns = List.copyOf(columns);
    texts = List.copyOf(texts);
    binary = List.copyOf(binary);
    key = List.copyOf(key);
  }

  /** Schema and name. */
  public String fullName() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
