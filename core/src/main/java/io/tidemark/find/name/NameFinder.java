package io.tidemark.find.name;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.find.Span;
import io.tidemark.find.lexicon.Candidates;
import io.tidemark.find.lexicon.Lattice;
import io.tidemark.find.lexicon.Lexicon;
import io.tidemark.find.lexicon.Reading;
import io.tidemark.find.lexicon.Sentences;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Finds the names of persons in Chinese text: each sentence is divided into words, names and places
 * in the likeliest way, a name being the likelier beside a label, a number or a title. A surname
 * with a title (李先生, 张姐) is found with it, a whole name (张伟先生) without. Names in pinyin are found
 * beside labels and numbers.
 *
 * <p>{@link Confidence#HIGH} with two grounds beside the words, {@link Confidence#MEDIUM} with one,
 * {@link Confidence#LOW} in prose. Thread-safe.
 */
public final class NameFinder implements Finder {
  private final Lexicon lexicon;
  private final Candidates candidates;
  private final ThreadLocal<Lattice> lattices;

  /** Finds by the lexicon of this module. */
  public NameFinder() {
    this(Lexicon.chinese());
  }

  NameFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    candidates = new Candidates(lexicon);
    lattices = ThreadLocal.withInitial(() -> new Lattice(lexicon));
  }

  @Override
  public void find(CharSequence text, Consumer<Finding> found) {
    find(text, Numbers.in(lexicon.fold(text)), found);
  }

  /**
   * Finds names beside numbers that somebody else found.
   *
   * @param numbers phones, plates, identity numbers and the like in this text, in any order
   */
  public void find(CharSequence text, Collection<Span> numbers, Consumer<Finding> found) {
    find(text, numbers, (lattice, from, to) -> {}, found);
  }

  /** Is told of a sentence of a text and of the candidates in it. */
  public interface Beside {
    /** The sentence goes from one unit of the text up to another. */
    void sentence(Lattice lattice, int from, int to);
  }

  /**
   * Finds names, and lets somebody else read each sentence before its names are told.
   *
   * @param beside reads the sentence for something else
   */
  public void find(
      CharSequence text, Collection<Span> numbers, Beside beside, Consumer<Finding> found) {
    String folded = lexicon.fold(text);
    Grounds grounds = new Grounds(folded, numbers);
    Lattice lattice = lattices.get();
    Sentences.in(
        text,
        (from, to) -> {
          grounds.from(from);
          lattice.begin(text, from, to);
          candidates.fill(lattice, grounds);
          beside.sentence(lattice, from, to);
          lattice.read(Reading.NAMES);
          lattice.best(new Judgement(text, from, grounds, lattice, found));
        });
    new LatinNames(text, folded, grounds).find(found);
  }
}
