package io.tidemark.app.scan;

import io.tidemark.app.Stop;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The place up to which a database was scanned, kept in a file: which tables are done, and how many
 * rows of the present one. It holds no value. Not thread-safe.
 */
public final class Resume {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_BYTES = 64 << 20;

  private final @Nullable Path file;
  private final String database;
  private final Set<String> done = new LinkedHashSet<>();
  private String table = "";
  private long rows;

  private Resume(@Nullable Path file, String database) {
    this.file = file;
    this.database = database;
  }

  /** A place that is not kept. */
  public static Resume nowhere(String database) {
    return new Resume(null, database);
  }

  /** The place in this file, the beginning where there is no file yet. */
  public static Resume in(Path file, String database) throws IOException {
    Resume resume = new Resume(file, database);
    if (!Files.exists(file)) {
      return resume;
    }
    try {
      resume.read(JSON.readTree(bytes(file)));
      return resume;
    } catch (JacksonException e) {
      throw unreadable(file);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw unreadable(file);
      }
      return bytes;
    }
  }

  private void read(JsonNode kept) {
    JsonNode whose = kept.path("database");
    JsonNode tables = kept.path("done");
    JsonNode count = kept.path("rows");
    boolean sound =
        whose.isString()
            && tables.isArray()
            && kept.path("table").isString()
            && count.isIntegralNumber()
            && count.canConvertToLong()
            && count.asLong() >= 0;
    for (JsonNode one : tables) {
      sound &= one.isString();
    }
    if (!sound) {
      throw unreadable(Objects.requireNonNull(file));
    }
    if (!whose.asString().equals(database)) {
      throw Stop.usage(
          "断点文件 " + file + " 属于另一个数据库", "the place in " + file + " is of another database");
    }
    tables.forEach(one -> done.add(one.asString()));
    table = kept.path("table").asString();
    rows = count.asLong();
  }

  private static Stop unreadable(Path file) {
    return Stop.unreadable(
        new Words("断点文件 " + file + " 无法读取", "the place in " + file + " cannot be read"));
  }

  /** Whether a table is done. */
  public boolean isDone(String name) {
    return done.contains(name);
  }

  /** How many rows of a table are done. */
  public long rows(String name) {
    return name.equals(table) ? rows : 0;
  }

  /** So many rows of a table are done. */
  public void at(String name, long count) throws IOException {
    table = name;
    rows = count;
    keep();
  }

  /** A table is done. */
  public void ended(String name) throws IOException {
    done.add(name);
    table = "";
    rows = 0;
    keep();
  }

  private void keep() throws IOException {
    if (file == null) {
      return;
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("database", database);
    kept.put("done", done);
    kept.put("table", table);
    kept.put("rows", rows);
    OwnFile.write(file.toAbsolutePath(), JSON.writeValueAsBytes(kept));
  }
}
