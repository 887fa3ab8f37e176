package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeakFilesTest {
  private static final LeakedTable RELEASED = new Rewriting.Cleaned().on(Released.list(5, 200));

  @ParameterizedTest
  @EnumSource(FileShape.class)
  void everyShapeHoldsTheSameCells(FileShape shape, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("leak.csv");

    shape.write(file, RELEASED);

    String text = Files.readString(file, shape.charset());
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().fieldSeparator(shape.separator()).ofCsvRecord(body)) {
      List<List<String>> read = csv.stream().map(CsvRecord::getFields).toList();
      assertThat(read.get(0)).isEqualTo(RELEASED.headings());
      assertThat(read.subList(1, read.size())).isEqualTo(RELEASED.rows());
    }
  }

  @Test
  void aFileWithABomBeginsWithItsBytes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("leak.csv");
    FileShape.UTF8_WITH_BOM.write(file, RELEASED);
    assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
    FileShape.UTF16_LITTLE_ENDIAN.write(file, RELEASED);
    assertThat(Files.readAllBytes(file)).startsWith(0xFF, 0xFE);
  }

  @Test
  void postsKeepThePlateThePhoneAndTheMonth() {
    List<String> posts = LooseText.posts(RELEASED, 3);

    assertThat(posts).hasSameSizeAs(RELEASED.rows()).isEqualTo(LooseText.posts(RELEASED, 3));
    for (int r = 0; r < posts.size(); r++) {
      assertThat(posts.get(r))
          .contains(RELEASED.rows().get(r).get(1), RELEASED.rows().get(r).get(2))
          .containsPattern("月到期");
    }
  }

  @Test
  void postsAreMadeOfTheColumnsThatAreThere() {
    LeakedTable two = RELEASED.columns(List.of(2, 0));

    assertThat(LooseText.posts(two, 3).get(0)).contains(two.rows().get(0).get(0));
  }
}
