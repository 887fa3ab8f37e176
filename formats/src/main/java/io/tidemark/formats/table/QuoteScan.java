package io.tidemark.formats.table;

/** Follows quotes through the lines of one record, to know where the record ends (RFC 4180). */
final class QuoteScan {
  /** Where a line leaves the record. */
  enum After {
    /** Outside quotes: the record is complete. */
    COMPLETE,
    /** Inside a quoted cell: the next line goes on. */
    OPEN,
    /** Text follows a closing quote: no record. */
    BROKEN
  }

  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private final char delimiter;
  private State state = State.CELL_START;
  private int cell = 1;
  private int quotedCell;

  QuoteScan(char delimiter) {
    this.delimiter = delimiter;
  }

  /** The cell, counted from 1, in which a quote was last opened. */
  int quotedCell() {
    return quotedCell;
  }

  After line(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!take(text.charAt(i))) {
        return After.BROKEN;
      }
    }
    return state == State.QUOTED ? After.OPEN : After.COMPLETE;
  }

  private boolean take(char c) {
    if (c == '"') {
      quote();
    } else if (state == State.QUOTED) {
      return true;
    } else if (c == delimiter) {
      state = State.CELL_START;
      cell++;
    } else if (state == State.QUOTE_IN_QUOTED) {
      return false;
    } else {
      state = State.PLAIN;
    }
    return true;
  }

  private void quote() {
    switch (state) {
      case CELL_START -> {
        state = State.QUOTED;
        quotedCell = cell;
      }
      case QUOTED -> state = State.QUOTE_IN_QUOTED;
      case QUOTE_IN_QUOTED -> state = State.QUOTED;
      case PLAIN -> {}
    }
  }
}
