package io.tidemark.chainsim.leak;

import java.util.List;
import java.util.OptionalInt;

/** Rows that one would expect to be written alike. */
public enum Neighbours {
  /** The same door. */
  HOUSEHOLD(Column.ADDRESS) {
    @Override
    String group(String cell) {
      return GeocoderForm.of(Column.ADDRESS, cell);
    }
  },
  /** The same residential compound. */
  COMPOUND(Column.ADDRESS) {
    @Override
    String group(String cell) {
      ParsedAddress address = ParsedAddress.of(cell);
      return address.compound().isEmpty() ? "" : address.division() + address.compound();
    }
  },
  /** The same street. */
  STREET(Column.ADDRESS) {
    @Override
    String group(String cell) {
      ParsedAddress address = ParsedAddress.of(cell);
      return address.number().isEmpty() ? "" : address.division() + address.street();
    }
  },
  /** The same model and equipment, of whatever year. */
  MODEL(Column.MODEL) {
    @Override
    String group(String cell) {
      return ParsedModel.of(cell).name();
    }
  };

  private final Column column;

  Neighbours(Column column) {
    this.column = column;
  }

  /** The name of the group that this cell puts its row in, or nothing. */
  abstract String group(String cell);

  /** For each row the name of its group; empty where it has none. */
  List<String> groups(LeakedTable table) {
    OptionalInt place = column.in(table);
    return table.rows().stream()
        .map(row -> place.isEmpty() ? "" : group(row.get(place.getAsInt())))
        .toList();
  }
}
