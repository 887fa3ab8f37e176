package io.tidemark.store.register;

import io.tidemark.rights.AllowedTimes;
import io.tidemark.rights.Word;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of some records said of some purposes, and when, on one connection. */
final class ConsentTimes {
  private static final String SAID =
      """
      select r.id, c.purpose, c.party, c.word, c.at
        from record r join consent c on c.person = r.person
       where r.id = any(?) and c.purpose = any(?)
         and exists (select 1 from consent g
                      where g.person = r.person and g.word = 'GIVE' and g.purpose = any(?))
      """;

  private ConsentTimes() {}

  /** By record, of those whose people ever consented. */
  static Map<Integer, List<AllowedTimes.Said>> read(
      Connection connection, Collection<String> purposes, int[] records) throws SQLException {
    Map<Integer, List<AllowedTimes.Said>> said = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SAID)) {
      select.setArray(
          1, connection.createArrayOf("integer", Arrays.stream(records).boxed().toArray()));
      select.setArray(2, connection.createArrayOf("text", purposes.toArray()));
      select.setArray(3, connection.createArrayOf("text", purposes.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          said.computeIfAbsent(rows.getInt(1), any -> new ArrayList<>())
              .add(
                  new AllowedTimes.Said(
                      rows.getString(2),
                      rows.getString(3),
                      Word.valueOf(rows.getString(4)).yes(),
                      rows.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return said;
  }
}
