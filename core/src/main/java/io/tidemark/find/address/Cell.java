package io.tidemark.find.address;

import io.tidemark.classify.NameParts;
import io.tidemark.find.Confidence;
import io.tidemark.find.Span;
import io.tidemark.find.lexicon.Piece;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell or a line that holds one short thing, read as a cell: an address where it begins with a
 * place and goes on as one, or is a name that ends like a road, a village or an estate.
 */
final class Cell {
  private static final int LONGEST = 30;
  private static final int LONGEST_NUMBER = 6;

  /** So many letters and digits, or it is rather a number that somebody wrote in groups. */
  private static final int SIGNS = 9;

  /** A name that no list has, before the ending that says what it is. */
  private static final int LONGEST_NAME = 6;

  /** So many characters of other words before an ending, behind a place. */
  private static final int OTHERS = 14;

  /** So many more than characters of places. */
  private static final int OTHERS_MORE = 4;

  private static final Set<String> SURNAMES = NameParts.knownSurnames();

  private final Pieces pieces;
  private int first;
  private int last;

  private int places;

  /** Characters of places, and of words that are none. */
  private int covered;

  private int others;

  /** Characters of words behind the last place. */
  private int tail;

  private int signs;
  private int stops;
  private boolean explicit;
  private boolean organised;

  Cell(Pieces pieces) {
    this.pieces = pieces;
  }

  /** Whether a sentence, from its first unit up to behind its last, is a cell or labelled. */
  static boolean may(CharSequence text, int from, int to) {
    return to - from <= LONGEST
        && border(text, to)
        && (border(text, from - 1) || labelled(text, from, to));
  }

  private static boolean border(CharSequence text, int at) {
    return at < 0 || at >= text.length() || "\n\r\t|".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean labelled(CharSequence text, int from, int to) {
    for (int i = from + 1; i + 1 < to && i < from + 6; i++) {
      if (text.charAt(i) == '址' && "：:".indexOf(text.charAt(i + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Tells of it, if it is one. */
  void address(Parts.Reader reader) {
    first = label();
    last = pieces.count() - 1;
    while (first <= last && Words.around(pieces.get(first).text())) {
      first++;
    }
    while (last >= first && Words.around(pieces.get(last).text())) {
      last--;
    }
    if (first <= last) {
      Confidence confidence = confidence();
      if (confidence != null) {
        reader.address(new Span(pieces.get(first).start(), pieces.get(last).end()), confidence);
      }
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

  private @Nullable Confidence confidence() {
    for (int i = first; i <= last; i++) {
      if (!reads(i)) {
        return null;
      }
    }
    if (called()) {
      return null;
    }
    boolean brand = first == last && Words.brand(pieces.get(first).text());
    boolean proportion = signs <= SIGNS && others <= Math.min(OTHERS, covered + OTHERS_MORE);
    if (places == 0 || brand || !proportion || !endsWell()) {
      return null;
    }
    return places > 1 && others == 0 ? Confidence.MEDIUM : Confidence.LOW;
  }

  /** Counts a piece; false where no address has it there. */
  private boolean reads(int i) {
    Pieces.Each each = pieces.get(i);
    String text = each.text();
    if (place(i, places > 0)) {
      place(each, named(i) ? tail : 0);
      return true;
    }
    if (!each.hanzi()) {
      if (!sign(text, i) || others > 0 && places == 0) {
        return false;
      }
      if (Character.isLetter(text.charAt(0))) {
        tail += text.length();
      } else {
        signs += text.length();
      }
      return true;
    }
    if (Words.beside(text) || Words.joins(text) && places > 0 && i < last) {
      others += places > 0 ? 0 : text.length();
      return true;
    }
    if (each.stop() && (places == 0 || i == last || stops++ > 0)
        || each.kind() == Piece.NAME && places == 0 && !placeBehind(i)) {
      return false;
    }
    others += text.length();
    tail += text.length();
    organised |= Words.organisation(text);
    return true;
  }

  /** Whether a surname stands before the name of a place that is a given name as well: 叶 长江. */
  private boolean called() {
    String surname = pieces.get(first).text();
    boolean two = last == first + 1 && pieces.get(last).text().length() <= 2;
    return two && pieces.get(first).kind() != Piece.PLACE && SURNAMES.contains(surname);
  }

  private void place(Pieces.Each each, int name) {
    places++;
    others -= name;
    covered += each.text().length() + name;
    Level level = Endings.of(each.text());
    boolean says = level != null && level != Level.ESTATE;
    explicit |= says && each.end() - pieces.get(first).start() > 2;
    tail = 0;
    organised = false;
  }

  /**
   * With a place; or behind a place that says what it is with a name that is not the name of an
   * organisation. 北京现代 is a maker.
   */
  private boolean endsWell() {
    boolean organisation = organised || Words.organisation(pieces.get(last).text());
    return tail == 0 || stops == 0 && explicit && !organisation;
  }

  /** A place, or what makes one of the name before it. */
  private boolean place(int i, boolean behindPlace) {
    Pieces.Each each = pieces.get(i);
    return each.kind() == Piece.PLACE
        || each.kind() == Piece.WORD && behindPlace && Endings.soundsLikePlace(each.text())
        || i > first && Words.committee(pieces.get(i - 1).text(), each.text())
        || named(i);
  }

  /** Whether a piece makes a place of a name before it that need not be known: 高淳 区. */
  private boolean named(int i) {
    if (i <= first || i > last || pieces.get(i).kind() == Piece.NAME) {
      return false;
    }
    Pieces.Each before = pieces.get(i - 1);
    String text = pieces.get(i).text();
    int length = pieces.get(i).start() - pieces.get(first).start();
    boolean name = before.kind() == Piece.NAME || before.text().length() == 1;
    return before.hanzi()
        && !before.stop()
        && length <= LONGEST_NAME
        && (Endings.makesPlace(text)
            || name && Endings.bare(text)
            || i == last && (name ? Endings.soundsLikePlace(text) : Endings.surelyPlace(text)));
  }

  private boolean placeBehind(int i) {
    Pieces.Each next = pieces.get(Math.min(i + 1, last));
    return named(i + 1) || next.kind() == Piece.PLACE && next.text().length() > 1;
  }

  /** A number, a letter or a mark that an address may have. */
  private boolean sign(String text, int i) {
    if (Character.isLetterOrDigit(text.charAt(0))) {
      return text.length() <= LONGEST_NUMBER || Character.isLetter(text.charAt(0));
    }
    boolean listed = i > first && place(i - 1, true) && i < last && !pieces.get(i + 1).stop();
    return i > first && " -—·()（）#“”\"".contains(text) || listed && "、/,，".contains(text);
  }
}
