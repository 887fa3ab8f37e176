package io.tidemark.store.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows on their way into a table by COPY, in its text format. To be closed; one thread uses it. */
public final class CopyIn implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  private final PGCopyOutputStream out;
  private final StringBuilder line = new StringBuilder(1024);

  /** Copies into {@code target}, a table with its columns: {@code locator (token, record)}. */
  public CopyIn(Connection connection, String target) throws SQLException {
    out =
        new PGCopyOutputStream(
            connection.unwrap(PGConnection.class), "copy " + target + " from stdin", BUFFER);
  }

  /** Adds one row; bytes become bytea, everything else its text, which must not need escaping. */
  public void row(Object... values) throws SQLException {
    line.setLength(0);
    for (int i = 0; i < values.length; i++) {
      line.append(i == 0 ? "" : "\t");
      if (values[i] instanceof byte[] bytes) {
        line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
      } else {
        line.append(values[i]);
      }
    }
    try {
      out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new SQLException("COPY was cut off", e);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      out.close();
    } catch (IOException e) {
      throw new SQLException("COPY was cut off", e);
    }
  }
}
