package io.tidemark.trace;

import io.tidemark.fingerprint.code.Leak;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * What the leaked rows show of people in custody.
 *
 * @param rows the rows that are about somebody, in the order of the leak
 * @param honey the rows that are about a honey customer
 * @param read how many rows were read
 */
public record Reading(List<Row> rows, List<HoneyRow> honey, long read) {
  /**
   * A leaked row about somebody.
   *
   * @param leaked the row
   * @param records the records that it can be: several where policies of one vehicle say the same
   * @param originals their versions that it agrees with best and that show these very spellings, at
   *     least one
   * @param cells the spellings that it shows
   */
  public record Row(
      LeakedRow leaked, RoaringBitmap records, List<Original> originals, List<Leak.Cell> cells) {
    /** Copies the lists. */
    public Row {
      originals = List.copyOf(originals);
      cells = List.copyOf(cells);
    }

    /** Whether one of the originals says the same in this field. */
    public boolean says(FieldClass field, PersonalText canonical) {
      return !canonical.isEmpty()
          && originals.stream()
              .anyMatch(each -> canonical.equals(each.record().content().canonical(field)));
    }

    Row withCells(List<Leak.Cell> other) {
      return new Row(leaked, records, originals, other);
    }
  }

  /**
   * A leaked row that has a number of a honey customer, or of several.
   *
   * @param leaked the row
   * @param invented the customers that one of its numbers points to
   */
  public record HoneyRow(LeakedRow leaked, Set<Invented> invented) {
    /** Copies the set. */
    public HoneyRow {
      invented = Set.copyOf(invented);
    }

    /** The numbers of the disclosures that the customers stand in. */
    RoaringBitmap disclosures() {
      RoaringBitmap numbers = new RoaringBitmap();
      invented.forEach(customer -> numbers.add(customer.disclosure()));
      return numbers;
    }
  }

  /** Copies the lists. */
  public Reading {
    rows = List.copyOf(rows);
    honey = List.copyOf(honey);
  }

  /** How many rows are about nobody here. */
  public long foreign() {
    return read - rows.size() - honey.size();
  }

  /** The spellings that count: each position once. */
  public Leak leak() {
    return Leak.of(rows.stream().map(Row::cells).toList());
  }
}
