package io.tidemark.chainsim.hide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.FoundClass;
import io.tidemark.find.TextFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HiddenTextsTest {
  private static final Path FILE =
      Path.of(System.getProperty("project.root", ".."), "vectors", "find", "hidden.tsv");
  private static final long PUBLISHED = 2026;

  @ParameterizedTest
  @ValueSource(longs = {PUBLISHED, 7})
  void ninetyNineOfAHundredAreFoundAndNothingElse(long seed) {
    Score score = Score.of(new TextFinder(), HiddenTexts.of(seed, 12_000));
    assertThat(score.recall().value()).as("%s", score.byTrick()).isGreaterThanOrEqualTo(.99);
    assertThat(score.precision().value())
        .as("%s", score.precisionByClass())
        .isGreaterThanOrEqualTo(.99);
  }

  @Test
  void everyClassAndEveryTrickIsPlayed() {
    List<Hidden> all =
        HiddenTexts.of(1, 20_000).stream().flatMap(t -> t.hidden().stream()).toList();
    Set<FoundClass> classes = EnumSet.complementOf(EnumSet.of(FoundClass.NAME, FoundClass.ADDRESS));
    assertThat(all.stream().map(Hidden::found).collect(Collectors.toSet())).isEqualTo(classes);
    assertThat(all.stream().map(Hidden::trick).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Trick.class));
  }

  @Test
  void theTruthStandsWhereItIsSaidTo() {
    HiddenTexts.of(3, 3_000).stream()
        .filter(text -> text.hidden().stream().anyMatch(one -> one.trick() == Trick.NONE))
        .filter(text -> text.hidden().get(0).found() == FoundClass.MOBILE)
        .forEach(
            text -> {
              Hidden hidden = text.hidden().get(0);
              assertThat(text.text().substring(hidden.span().start(), hidden.span().end()))
                  .isEqualTo(hidden.value());
            });
  }

  /** Written anew with {@code -Dtidemark.vectors=write}. */
  @Test
  void thePublishedSetIsWhatItsSeedMakes() throws IOException {
    List<HiddenText> texts = HiddenTexts.of(PUBLISHED, 900);
    if ("write".equals(System.getProperty("tidemark.vectors"))) {
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, HiddenFile.lines(texts));
    }
    assertThat(HiddenFile.read(Files.readAllLines(FILE))).isEqualTo(texts);
  }
}
