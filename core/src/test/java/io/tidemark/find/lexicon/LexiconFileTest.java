package io.tidemark.find.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
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

  @Test
  void aFileThatEndsTooEarlyIsRefused() throws IOException {
    byte[] whole = written(small());
    for (int length = 0; length < whole.length - 4; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> LexiconFile.read(new ByteArrayInputStream(part)))
          .as("%s of %s bytes", length, whole.length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void contentThatEndsTooEarlyIsRefused() throws IOException {
    byte[] content =
        new InflaterInputStream(new ByteArrayInputStream(written(small()))).readAllBytes();
    for (int length = 0; length < content.length; length++) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
        out.write(content, 0, length);
      }
      assertThatThrownBy(() -> LexiconFile.read(new ByteArrayInputStream(packed.toByteArray())))
          .as("%s of %s bytes", length, content.length)
          .isInstanceOf(IOException.class);
    }
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
        new int[][] {{1, 2}, {}, {0}},
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
