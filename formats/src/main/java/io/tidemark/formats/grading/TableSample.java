package io.tidemark.formats.grading;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Some rows of a table, in their order: its first ones, or ones drawn evenly over all of it.
 *
 * @param rows at most {@link #MOST}
 * @param read how many rows were read for them
 * @param rejected how many lines could not be read
 */
public record TableSample(List<Row> rows, long read, long rejected) {
  /** The most rows of a sample. */
  public static final int MOST = 200;

  /** Copies the list. */
  public TableSample {
    rows = List.copyOf(rows);
  }

  /** The first rows. */
  public static TableSample first(Table table) throws Unreadable {
    return of(table, false);
  }

  /** Rows of the whole table, each as likely as another; the same ones each time. */
  public static TableSample whole(Table table) throws Unreadable {
    return of(table, true);
  }

  /** Vitter's algorithm R; the seed is fixed so that a file is always graded alike. */
  private static TableSample of(Table table, boolean whole) throws Unreadable {
    List<Row> sample = new ArrayList<>();
    Random random = new Random(1);
    long read = 0;
    long rejected = 0;
    Optional<TableLine> line = table.next();
    while (line.isPresent()) {
      if (line.get() instanceof Row row) {
        read++;
        if (sample.size() < MOST) {
          sample.add(row);
        } else {
          long place = random.nextLong(read);
          if (place < MOST) {
            sample.set((int) place, row);
          }
        }
      } else {
        rejected++;
      }
      line = whole || read < MOST ? table.next() : Optional.empty();
    }
    sample.sort(Comparator.comparingLong(Row::line));
    return new TableSample(sample, read, rejected);
  }
}
