package io.tidemark.find.address;

import io.tidemark.find.Confidence;
import io.tidemark.find.Span;
import io.tidemark.find.lexicon.Piece;
import java.util.Set;

/**
 * A cell or a line that holds one short thing: an address where that names a place or ends like
 * one, and has no word of a sentence in it.
 */
final class Cell {
  private static final int LONGEST = 30;

  private static final int LONGEST_NUMBER = 4;

  /** So many letters and digits, or it is rather a number that somebody wrote in groups. */
  private static final int SIGNS = 9;

  /** So many characters may be of words that name no place; more where a place comes first. */
  private static final int OTHERS = 8;

  private static final int OTHERS_BEHIND_A_PLACE = 14;

  /** Words that say where something stands beside a place. */
  private static final Set<String> BESIDE =
      Set.of(
          "附近", "对面", "旁边", "旁", "内", "外", "里面", "上", "下", "前", "后", "中", "与", "和", "边", "门口",
          "交叉口", "交界处");

  private final Pieces pieces;

  Cell(Pieces pieces) {
    this.pieces = pieces;
  }

  /** Tells of it, if it is one. */
  void address(Parts.Reader reader) {
    int first = label();
    if (first == pieces.count()) {
      return;
    }
    int start = pieces.get(first).start();
    int end = pieces.get(pieces.count() - 1).end();
    boolean whole = end - start <= LONGEST && (first > 0 || border(start - 1)) && border(end);
    if (!whole) {
      return;
    }
    int places = 0;
    int others = 0;
    int signs = 0;
    boolean doubtful = false;
    boolean place = false;
    for (int i = first; i < pieces.count(); i++) {
      Pieces.Each each = pieces.get(i);
      if (foreign(each, i == first) && !(places > 0 && BESIDE.contains(each.text()))) {
        return;
      }
      doubtful |= doubtful(each);
      place = place(each, i > first);
      places += place ? 1 : 0;
      others += place || !each.hanzi() ? 0 : each.text().length();
      signs += each.hanzi() ? 0 : each.text().length();
    }
    if (doubtful && !place) {
      return;
    }
    boolean placeFirst = pieces.get(first).placeable();
    if (places > 0 && others <= (placeFirst ? OTHERS_BEHIND_A_PLACE : OTHERS) && signs <= SIGNS) {
      reader.address(
          new Span(start, end), places > 1 && others == 0 ? Confidence.MEDIUM : Confidence.LOW);
    }
  }

  /** The first piece behind a label that says address; 0 where there is no such label. */
  private int label() {
    for (int i = 0; i + 1 < pieces.count() && i < 3; i++) {
      if ("：:".contains(pieces.get(i + 1).text()) && pieces.get(i).text().endsWith("址")) {
        return i + 2;
      }
    }
    return 0;
  }

  /** Whether a piece is of no address. */
  private static boolean foreign(Pieces.Each each, boolean first) {
    if (each.hanzi()) {
      return each.stop();
    }
    boolean sign =
        Character.isLetterOrDigit(each.text().charAt(0)) || " -()（）#".contains(each.text());
    return first || !sign || each.text().length() > LONGEST_NUMBER;
  }

  /** An organisation or a person: an address only where a place comes last. */
  private static boolean doubtful(Pieces.Each each) {
    return Parts.organisation(each.text()) || each.kind() == Piece.NAME && !each.placeable();
  }

  private static boolean place(Pieces.Each each, boolean inside) {
    boolean ends = each.text().length() > 1 && Endings.of(each.text()) != null;
    return each.placeable()
        || ends
        || inside && each.kind() == Piece.WORD && Endings.bare(each.text());
  }

  private boolean border(int at) {
    CharSequence text = pieces.text();
    return at < 0 || at >= text.length() || "\n\r\t|".indexOf(text.charAt(at)) >= 0;
  }
}
