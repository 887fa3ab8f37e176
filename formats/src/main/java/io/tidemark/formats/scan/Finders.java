package io.tidemark.formats.scan;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.formats.text.LooseLine;
import io.tidemark.formats.text.Piece;
import io.tidemark.terms.PersonalText;
import java.util.function.Consumer;

/** The finders that a scan uses. */
public final class Finders {
  private Finders() {}

  /** All of them as one. */
  public static Finder usual() {
    return Finders::pieces;
  }

  private static void pieces(CharSequence text, Consumer<Finding> found) {
    String whole = text.toString();
    int start = 0;
    while (start < whole.length()) {
      int end = whole.indexOf('\n', start);
      end = end < 0 ? whole.length() : end;
      for (Piece piece : LooseLine.of(PersonalText.of(whole.substring(start, end))).pieces()) {
        FoundClass known = known(piece);
        if (known != null) {
          found.accept(
              new Finding(
                  known,
                  new Span(start + piece.from(), start + piece.to()),
                  Confidence.MEDIUM,
                  piece.value(),
                  Finding.Form.WHOLE));
        }
      }
      start = end + 1;
    }
  }

  private static @org.jspecify.annotations.Nullable FoundClass known(Piece piece) {
    for (FoundClass one : FoundClass.values()) {
      if (one.kind().field().filter(piece.kind()::equals).isPresent()) {
        return one;
      }
    }
    return null;
  }
}
