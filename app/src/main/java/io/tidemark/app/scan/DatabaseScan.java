package io.tidemark.app.scan;

import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.Account;
import io.tidemark.formats.scan.RecordScan;
import io.tidemark.formats.table.Row;
import io.tidemark.store.foreign.Address;
import io.tidemark.store.foreign.ForeignDatabase;
import io.tidemark.store.foreign.ForeignFault;
import io.tidemark.store.foreign.ForeignRows;
import io.tidemark.store.foreign.ForeignTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scans the tables of a foreign database, one after the other. Not thread-safe. */
public final class DatabaseScan {
  private static final int SAMPLE = 200;
  private static final int KEEP_EVERY = 10_000;

  private final Address address;
  private final ForeignDatabase.Login login;
  private final Terms terms;
  private final Account account;
  private final RecordScan scan;
  private final Function<String, KnownHeadings> known;
  private final Checkpoint checkpoint;
  private final Map<String, GradedTable> graded = new LinkedHashMap<>();
  private @Nullable ForeignDatabase open;
  private long tables;

  /**
   * How much is read.
   *
   * @param sample rows of each table; 0 for all
   * @param seconds the longest that a statement may take
   */
  public record Terms(int sample, int seconds) {}

  /** What has to happen before the place is kept: what was found until then is told. */
  @FunctionalInterface
  public interface Checkpoint {
    /** Tells all that is held back. */
    void reached() throws IOException;
  }

  /**
   * Scans this database.
   *
   * @param known what names of columns mean in a table, by its path
   */
  public DatabaseScan(
      Address address,
      ForeignDatabase.Login login,
      Terms terms,
      Account account,
      RecordScan scan,
      Function<String, KnownHeadings> known,
      Checkpoint checkpoint) {
    this.address = address;
    this.login = login;
    this.terms = terms;
    this.account = account;
    this.scan = scan;
    this.known = known;
    this.checkpoint = checkpoint;
  }

  /** How many tables were read, whole or in part. */
  public long tables() {
    return tables;
  }

  /** What the columns of each table hold, by its name. */
  public Map<String, GradedTable> graded() {
    return graded;
  }

  /**
   * Reads from the place on.
   *
   * @throws ForeignFault when not even its tables can be listed
   */
  public void read(Resume place) throws ForeignFault, IOException {
    try {
      for (ForeignTable table : database().tables()) {
        if (!place.isDone(table.fullName())) {
          read(table, place);
        }
      }
    } finally {
      letGo();
    }
  }

  private void read(ForeignTable table, Resume place) throws IOException {
    String path = path(table);
    for (String column : table.binary()) {
      account.skipped(Skipped.of(path + "." + column, "二进制列，不读", "a binary column: not read"));
    }
    try {
      rows(table, path, place);
      tables++;
      checkpoint.reached();
      place.ended(table.fullName());
    } catch (ForeignFault e) {
      if (e.gone()) {
        letGo();
      }
      account.skipped(new Skipped(path, e.words()));
    }
  }

  private String path(ForeignTable table) {
    return address.shown() + "/" + table.fullName();
  }

  private void rows(ForeignTable table, String path, Resume place)
      throws ForeignFault, IOException {
    long from = terms.sample() > 0 ? 0 : place.rows(table.fullName());
    ForeignRows rows =
        terms.sample() > 0
            ? database().sample(table, terms.sample())
            : database().whole(table, from);
    List<Row> first = new ArrayList<>();
    for (List<String> row = rows.next(); row != null; row = rows.next()) {
      first.add(new Row(rows.done(), row));
      if (first.size() == SAMPLE) {
        break;
      }
    }
    RecordScan.Records records =
        scan.begin(path, table.fullName(), table.columns(), known.apply(path), first);
    graded.put(table.fullName(), records.graded());
    for (Row row : first) {
      records.row(row);
    }
    for (List<String> row = rows.next(); row != null; row = rows.next()) {
      records.row(new Row(rows.done(), row));
      if (rows.done() % KEEP_EVERY == 0 && terms.sample() == 0) {
        checkpoint.reached();
        place.at(table.fullName(), rows.done());
      }
    }
  }

  /** The connection; a new one where the last one broke. */
  private ForeignDatabase database() throws ForeignFault {
    ForeignDatabase known = open;
    if (known == null) {
      known = ForeignDatabase.open(address, login, terms.seconds());
      open = known;
    }
    return known;
  }

  private void letGo() {
    ForeignDatabase known = open;
    open = null;
    if (known != null) {
      known.close();
    }
  }
}
