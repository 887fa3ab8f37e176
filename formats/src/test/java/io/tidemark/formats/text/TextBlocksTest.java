package io.tidemark.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Stretches are the file's characters, each with its place, whatever the encoding and the cut. */
final class TextBlocksTest {
  private static List<TextBlock> blocks(String text, TextEncoding encoding, int bytes)
      throws IOException {
    byte[] all = text.getBytes(encoding.charset());
    List<TextBlock> blocks = new ArrayList<>();
    try (TextBlocks open = new TextBlocks(new ByteArrayInputStream(all), encoding, bytes)) {
      for (TextBlock block = open.next(); block != null; block = open.next()) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("张三李四0123456789ab \n\r,，😀".toCharArray())
        .ofMinLength(1)
        .ofMaxLength(2000)
        .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000));
  }

  @Property(tries = 300)
  void togetherTheyAreTheText(@ForAll("texts") String text, @ForAll TextEncoding encoding)
      throws IOException {
    StringBuilder whole = new StringBuilder();
    for (TextBlock block : blocks(text, encoding, 64)) {
      assertThat(block.offset() + block.known()).isEqualTo(whole.length());
      assertThat(whole.substring((int) block.offset()))
          .isEqualTo(block.text().substring(0, block.known()));
      whole.append(block.text(), block.known(), block.text().length());
      String before = text.substring(0, (int) block.offset());
      String lines = before.replace("\r\n", "\n").replace('\r', '\n');
      boolean within = before.endsWith("\r") && block.text().startsWith("\n");
      if (!within) {
        assertThat(block.line()).isEqualTo(1 + lines.chars().filter(c -> c == '\n').count());
        int last = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
        assertThat(block.column()).isEqualTo(before.length() - last);
      }
    }
    assertThat(whole.toString()).isEqualTo(text);
  }

  @Test
  void aNumberOverTheCutIsWholeInOneOfThem() throws IOException {
    String text = "x".repeat(1000) + " 13800138000 " + "y".repeat(1000);
    for (int bytes = 300; bytes < 1100; bytes++) {
      assertThat(blocks(text, TextEncoding.UTF_8, bytes))
          .as("windows of %s bytes", bytes)
          .anyMatch(block -> block.text().contains("13800138000"));
    }
  }

  @Test
  void aBrokenSequenceSwallowsNoLineEnd() throws IOException {
    byte[] bytes = "甲\n乙丙\n丁".getBytes(TextEncoding.GB18030.charset());
    bytes[0] = (byte) 0x81;
    bytes[1] = '1';
    try (TextBlocks open =
        new TextBlocks(new ByteArrayInputStream(bytes), TextEncoding.GB18030, 1000)) {
      TextBlock block = java.util.Objects.requireNonNull(open.next());
      assertThat(block.text().lines()).hasSize(3).contains("乙丙", "丁");
      assertThat(open.next()).isNull();
    }
  }
}
