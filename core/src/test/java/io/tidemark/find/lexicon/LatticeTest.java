package io.tidemark.find.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatticeTest {
  private static final Lexicon LEXICON = Lexicon.chinese();
  private static final Candidates CANDIDATES = new Candidates(LEXICON);

  @ParameterizedTest
  @CsvSource({
    "研究生命的起源, 研究 生命 的 起源",
    "他说的确实在理, 他 说 的 确实 在理",
    "中外科学名著, 中外 科学 名著",
  })
  void aSentenceFallsIntoItsWords(String sentence, String words) {
    assertThat(String.join(" ", pieces(sentence))).isEqualTo(words);
  }

  @Property(tries = 400)
  void theReadingCoversTheSentenceAndCostsLeast(@ForAll("sentences") String sentence) {
    assertThat(String.join("", pieces(sentence))).isEqualTo(sentence);
    Lattice lattice = read(sentence);
    lattice.best(
        (from, to, piece, how, candidate) ->
            assertThat(lattice.margin(candidate)).isGreaterThanOrEqualTo(-1e-3));
  }

  @Property(tries = 200)
  void aSecondReadingOfOneSentenceIsAsIfItWereTheFirst(@ForAll("sentences") String sentence) {
    Lattice again = read(sentence);
    for (Reading reading : Reading.values()) {
      Lattice fresh = new Lattice(LEXICON);
      fresh.begin(sentence, 0, sentence.length());
      CANDIDATES.fill(fresh, Evidence.NONE);
      fresh.read(reading);
      again.read(reading);
      assertThat(pieces(again, sentence)).isEqualTo(pieces(fresh, sentence));
    }
  }

  @Property(tries = 200)
  void aLatticeForgetsTheSentenceBefore(
      @ForAll("sentences") String before, @ForAll("sentences") String sentence) {
    Lattice lattice = read(before);
    lattice.begin(sentence, 0, sentence.length());
    CANDIDATES.fill(lattice, Evidence.NONE);
    lattice.read(Reading.NAMES);
    assertThat(pieces(lattice, sentence)).isEqualTo(pieces(sentence));
  }

  @ParameterizedTest
  @CsvSource({"云和, PLACE", "和平, WORD", "首尔, PLACE", "张伟, NAME"})
  void aCellIsReadForWhatItMostlyIs(String cell, Piece kind) {
    Lattice lattice = read(cell);
    lattice.read(Reading.CELL);
    lattice.best((from, to, piece, how, candidate) -> assertThat(piece).isEqualTo(kind));
  }

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.strings()
        .withChars("王小明说他马上就到成都市人民路去看罗纳尔多A1，·龘")
        .ofMinLength(1)
        .ofMaxLength(Lattice.LONGEST);
  }

  private static List<String> pieces(String sentence) {
    return pieces(read(sentence), sentence);
  }

  private static List<String> pieces(Lattice lattice, String sentence) {
    List<String> pieces = new ArrayList<>();
    lattice.best((from, to, piece, how, candidate) -> pieces.add(0, sentence.substring(from, to)));
    return pieces;
  }

  private static Lattice read(String sentence) {
    Lattice lattice = new Lattice(LEXICON);
    lattice.begin(sentence, 0, sentence.length());
    CANDIDATES.fill(lattice, Evidence.NONE);
    lattice.read(Reading.NAMES);
    return lattice;
  }
}
