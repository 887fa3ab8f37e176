package io.tidemark.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodingDetectorTest {
  private static final String LINE = "A12345,138,2026-12-03,ascii only\r\n";

  @TempDir Path folder = Path.of("");

  @Property(tries = 400)
  void everyEncodingOfATableIsTold(@ForAll TextEncoding encoding, @ForAll("tables") String text)
      throws IOException {
    Path file = Files.createTempFile("encoding", ".csv");
    try {
      write(file, encoding, text);
      assertThat(EncodingDetector.detect(file)).isEqualTo(encoding);
    } finally {
      Files.delete(file);
    }
  }

  /** Names and streets in hanzi of GB 2312's first level, with numbers and dates between them. */
  @Provide
  Arbitrary<String> tables() {
    Arbitrary<String> hanzi =
        Arbitraries.integers()
            .between(0xB0A1, 0xD7F9)
            .filter(c -> (c & 0xFF) >= 0xA1 && (c & 0xFF) <= 0xFE)
            .map(c -> gb((byte) (c >> 8), (byte) (int) c))
            .list()
            .ofMinSize(2)
            .ofMaxSize(9)
            .map(list -> String.join("", list));
    Arbitrary<String> number = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(18);
    return Arbitraries.oneOf(hanzi, number)
        .list()
        .ofSize(4)
        .map(cells -> String.join(",", cells))
        .list()
        .ofMinSize(3)
        .ofMaxSize(30)
        .map(lines -> "姓名,手机号,车牌号,地址\r\n" + String.join("\r\n", lines));
  }

  private static String gb(byte... bytes) {
    return new String(bytes, TextEncoding.GB18030.charset());
  }

  @ParameterizedTest
  @EnumSource(names = {"UTF_8", "GB18030"})
  void aFirstHanziBehindMegabytesOfAsciiStillTells(TextEncoding encoding) throws IOException {
    Path file = folder.resolve("late.csv");
    write(file, encoding, LINE.repeat(200_000) + "川A12345,李四,成都市\r\n");
    assertThat(EncodingDetector.detect(file)).isEqualTo(encoding);
  }

  @Test
  void theWordThatLooksLikeUtf8InGbIsReadAsGb() throws IOException {
    Path file = folder.resolve("unicom.csv");
    write(file, TextEncoding.GB18030, "name,carrier\n1,联通\n");
    assertThat(EncodingDetector.detect(file)).isEqualTo(TextEncoding.GB18030);
  }

  @Test
  void aLoneAccentIsUtf8() throws IOException {
    Path file = folder.resolve("accent.csv");
    write(file, TextEncoding.UTF_8, "name,city\nJosé,Chengdu\n");
    assertThat(EncodingDetector.detect(file)).isEqualTo(TextEncoding.UTF_8);
  }

  @Test
  void aFewBrokenBytesDoNotMakeUtf8AnotherEncoding() throws IOException {
    Path file = folder.resolve("damaged.csv");
    byte[] bytes = "姓名,地址\n李四,成都市武侯区人民南路四段\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xFF;
    Files.write(file, bytes);
    assertThat(EncodingDetector.detect(file)).isEqualTo(TextEncoding.UTF_8);
  }

  private static void write(Path file, TextEncoding encoding, String text) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(encoding.mark());
      out.write(text.getBytes(encoding.charset()));
    }
  }
}
