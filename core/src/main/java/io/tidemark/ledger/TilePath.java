package io.tidemark.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How tlog-tiles writes an index and a width into a path. */
final class TilePath {
  private static final Pattern TAIL =
      Pattern.compile("((?:x[0-9]{3}/){0,4})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  private TilePath() {}

  static String tail(long index, int width) {
    String last = String.format("%03d", index % 1000);
    StringBuilder path = new StringBuilder(last);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, String.format("x%03d/", rest % 1000));
    }
    return width == Tile.FULL ? path.toString() : path + ".p/" + width;
  }

  /** The index and the width in {@code tail}, which must be the very text that we would write. */
  static long[] parse(String tail) throws LedgerException {
    Matcher parts = TAIL.matcher(tail);
    if (!parts.matches()) {
      throw new LedgerException("not a tile's path: " + printable(tail));
    }
    long index = Long.parseLong(parts.group(1).replaceAll("[x/]", "") + parts.group(2));
    int width = parts.group(3) == null ? Tile.FULL : Integer.parseInt(parts.group(3));
    if (width > Tile.FULL || !tail(index, width).equals(tail)) {
      throw new LedgerException("not a tile's path as tlog-tiles writes it: " + printable(tail));
    }
    return new long[] {index, width};
  }

  private static String printable(String text) {
    return text.length() > 80 ? text.length() + " characters" : text;
  }
}
