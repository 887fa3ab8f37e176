package io.tidemark.find.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LexiconFileTest {
  @Test
  void whatWasWrittenIsRead() throws IOException {
    LexiconFile file = small();
    LexiconFile read = LexiconFile.read(new ByteArrayInputStream(written(file)));
    assertThat(read).usingRecursiveComparison().isEqualTo(file);
  }

  @Test
  void equalContentGivesEqualBytes() throws IOException {
    assertThat(written(small())).isEqualTo(written(small()));
  }

  @Test
  void aFileOfAnotherFormatIsRefused() throws IOException {
    byte[] bytes = {0x78, (byte) 0x9c, 0x63, 0x60, 0x60, 0x60, 0x00, 0x00, 0x00, 0x04, 0x00, 0x01};
    assertThatThrownBy(() -> LexiconFile.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class);
  }

  private static byte[] written(LexiconFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(out);
    return out.toByteArray();
  }

  private static LexiconFile small() {
    byte[] one = {1, 2, 3};
    return new LexiconFile(
        List.of("一", "一定", "丁"),
        one,
        one,
        new byte[] {LexiconFile.NEVER, 0, 7},
        new LexiconFile.Contexts(one, one, one, one, one),
        new int[][] {{1, 2}, {}, {200}},
        new byte[][] {{5, -5}, {}, {9}},
        new LexiconFile.Parts(
            List.of("丁", "欧阳"),
            new byte[] {1, 2},
            "一国",
            new byte[2],
            new byte[2],
            new byte[2],
            "$阿",
            new byte[4]),
        "萬万");
  }
}
