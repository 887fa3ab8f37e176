package io.tidemark.find.address;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.lexicon.Candidates;
import io.tidemark.find.lexicon.Evidence;
import io.tidemark.find.lexicon.Lattice;
import io.tidemark.find.lexicon.Lexicon;
import io.tidemark.find.lexicon.Reading;
import io.tidemark.find.lexicon.Sentences;
import io.tidemark.terms.PersonalText;
import java.util.function.Consumer;

/**
 * Finds addresses in Chinese text: parts that say a division, a village, a road, a house, an estate
 * or a door, one behind the other. Thread-safe.
 *
 * <p>{@link Confidence#HIGH} where it goes down to a door or a house through two levels more,
 * {@link Confidence#MEDIUM} in every other sentence, {@link Confidence#LOW} for a cell that only
 * names a place.
 */
public final class AddressFinder implements Finder {
  private final Lexicon lexicon;
  private final Candidates candidates;
  private final ThreadLocal<Lattice> lattices;

  /** Finds by the lexicon of this module. */
  public AddressFinder() {
    this(Lexicon.chinese());
  }

  AddressFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    candidates = new Candidates(lexicon);
    lattices = ThreadLocal.withInitial(() -> new Lattice(lexicon));
  }

  @Override
  public void find(CharSequence text, Consumer<Finding> found) {
    Lattice lattice = lattices.get();
    Sentences.in(
        text,
        (from, to) -> {
          lattice.begin(text, from, to);
          candidates.fill(lattice, Evidence.NONE);
          find(text, from, to, lattice, found);
        });
  }

  /**
   * Finds the addresses of a sentence whose candidates a lattice holds.
   *
   * @param from where the sentence begins in the text
   * @param to behind its end
   */
  public void find(CharSequence text, int from, int to, Lattice lattice, Consumer<Finding> found) {
    Parts.Reader reader = (span, confidence) -> found.accept(finding(text, span, confidence));
    lattice.read(Reading.PLACES);
    boolean told = new Parts(new Pieces(text, from, lattice, lexicon)).addresses(reader);
    if (!told && Cell.may(text, from, to)) {
      lattice.read(Reading.CELL);
      new Cell(new Pieces(text, from, lattice, lexicon)).address(reader);
    }
  }

  private static Finding finding(CharSequence text, Span span, Confidence confidence) {
    return new Finding(
        FoundClass.ADDRESS,
        span,
        confidence,
        PersonalText.of(text.subSequence(span.start(), span.end()).toString()),
        Finding.Form.WHOLE);
  }
}
