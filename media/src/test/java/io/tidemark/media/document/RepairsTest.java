package io.tidemark.media.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.media.document.Repair.Ground;
import io.tidemark.media.ocr.Reading;
import io.tidemark.media.ocr.Readings;
import io.tidemark.media.picture.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepairsTest {
  private static List<Repair> repairs(String written, String taken, Spelling spelling) {
    Reading reading = Readings.of(written);
    return Repairs.between(
        new Piece(new Box(0, 0, 1, 0, 100, 10), reading), reading, taken, spelling);
  }

  @Test
  void eachSaysWhatWasReadWhatWasTakenAndWhy() {
    assertThat(repairs("川AI2345", "川A12345", Spelling.PLATE))
        .containsExactly(new Repair(2, "I", "1", Ground.ALPHABET));
    assertThat(repairs("1M8GDM9AXKP0427(B8)8", "1M8GDM9AXKP042788", Spelling.VIN))
        .containsExactly(new Repair(15, "B", "8", Ground.CHECK_DIGIT));
  }

  @Test
  void whatStandsThereIsNoRepair() {
    assertThat(repairs("川A·12345", "川A12345", Spelling.PLATE)).isEmpty();
  }

  @Test
  void itsCharactersAreHidden() {
    assertThat(repairs("川AI2345", "川A12345", Spelling.PLATE).toString()).doesNotContain("read=I");
  }
}
