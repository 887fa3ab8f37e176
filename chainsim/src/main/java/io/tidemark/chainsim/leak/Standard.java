package io.tidemark.chainsim.leak;

import java.util.Locale;

/**
 * Programs that bring every spelling of one meaning to one text, each by another author with other
 * habits. A cell's text depends on the cell alone; run again, a program changes nothing; no name,
 * number or date changes its meaning. None of them knows which spellings an insurer chose from.
 */
public enum Standard {
  /** An analyst's script: addresses by division, number and door; models by word lists. */
  ANALYST {
    @Override
    String form(Column column, String cell) {
      return switch (column) {
        case ADDRESS -> StandardAddress.of(cell);
        case MODEL -> StandardModel.of(cell);
        default -> cell;
      };
    }
  },
  /** A registry's long official form, every legal and technical word in full. */
  REGISTRY {
    @Override
    String form(Column column, String cell) {
      return RegistryForm.of(column, cell);
    }
  },
  /** A list broker's short form: whatever can go goes, doors become hyphens. */
  BROKER {
    @Override
    String form(Column column, String cell) {
      return BrokerForm.of(column, cell);
    }
  },
  /** A geocoder and a vehicle decoder, which take the text apart and print their own templates. */
  GEOCODER {
    @Override
    String form(Column column, String cell) {
      return GeocoderForm.of(column, cell);
    }
  },
  /** A spreadsheet macro of search-and-replace pairs that is only partly thorough. */
  MACRO {
    @Override
    String form(Column column, String cell) {
      return MacroForm.of(column, cell);
    }
  };

  /** Nobody presses a button more often. */
  private static final int RUNS_AT_MOST = 8;

  /** What one run makes of this cell. */
  abstract String form(Column column, String cell);

  /** The one text of this cell, after as many runs as it takes; an empty cell stays empty. */
  public String of(Column column, String cell) {
    String before = cell;
    for (int run = 0; run < RUNS_AT_MOST; run++) {
      String after = form(column, before);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return before;
  }

  /** Names, numbers and plates as every program cleans them; other cells as they stand. */
  static String plain(Column column, String cell) {
    return switch (column) {
      case NAME -> Cleaning.folded(cell).replaceAll("\\s+", "");
      case MOBILE -> Cleaning.cleaned(cell);
      case IDENTITY_NUMBER, PLATE, VIN, ENGINE, POLICY_NUMBER ->
          Cleaning.cleaned(cell).toUpperCase(Locale.ROOT);
      default -> cell;
    };
  }
}
