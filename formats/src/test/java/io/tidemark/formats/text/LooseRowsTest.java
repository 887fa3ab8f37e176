package io.tidemark.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.formats.table.Material;
import io.tidemark.formats.table.Tables;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooseRowsTest {
  @TempDir Path folder = Path.of("");

  private List<LooseRow> rows(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("chat.txt"), text);
    return read(((Material.Loose) Tables.open(file)).rows());
  }

  private static List<LooseRow> read(LooseRows rows) throws Exception {
    List<LooseRow> all = new ArrayList<>();
    try (rows) {
      for (Optional<LooseRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }

  private static Map<FieldClass, String> cells(LooseRow row) {
    Map<FieldClass, String> cells = new TreeMap<>();
    row.pieces()
        .forEach(piece -> cells.putIfAbsent(piece.kind(), piece.value().reveal(Reveal.TRACE)));
    return cells;
  }

  private static String whole(LooseRow row) {
    return row.whole().reveal(Reveal.TRACE);
  }

  private static final String SPLIT =
      """
      李先生 川A12345
      一三八 1234 5678
      大众朗逸 2022款
      成都市武侯区科华北路3号
      王女士 川B23456
      139-2345-6789
      丰田卡罗拉
      """;

  @Test
  void linesThatCompleteEachOtherAreOnePerson() throws Exception {
    List<LooseRow> rows = rows(SPLIT);
    assertThat(rows).hasSize(2);
    assertThat(cells(rows.get(0)))
        .containsEntry(FieldClass.PLATE, "川A12345")
        .containsEntry(FieldClass.MOBILE, "13812345678");
    assertThat(whole(rows.get(0)))
        .isEqualTo("李先生 川A12345\n一三八 1234 5678\n大众朗逸 2022款\n成都市武侯区科华北路3号");
    assertThat(cells(rows.get(1)))
        .containsEntry(FieldClass.PLATE, "川B23456")
        .containsEntry(FieldClass.MOBILE, "13923456789");
    assertThat(whole(rows.get(1))).contains("丰田卡罗拉");
    assertThat(rows.get(1).line()).isEqualTo(5);
    assertThat(rows.toString()).doesNotContain("川A", "李先生");
  }

  @Test
  void whatStandsBetweenTwoPeopleIsInBothTexts() throws Exception {
    List<LooseRow> rows = rows("川A12345\n成都市武侯区甲路1号\n川B23456\n成都市锦江区乙路2号\n");
    assertThat(rows)
        .extracting(LooseRowsTest::whole)
        .containsExactly("川A12345\n成都市武侯区甲路1号", "成都市武侯区甲路1号\n川B23456\n成都市锦江区乙路2号");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "小陈 2026/11/1 10:22:33\n李先生 川A12345\nLily 2026/11/1 10:22:40\n川B23456 这个呢\n"
            + "小陈 2026/11/1 10:23:00\n13812345678\n",
        "2026-11-01 10:22:33 小陈(13900000000)\n李先生 川A12345\n\n2026-11-01 10:22:40 Lily<a@b.cn>\n"
            + "川B23456 这个呢\n\n2026-11-01 10:23:00 小陈(13900000000)\n13812345678\n",
        "[2026-11-01 10:22] 小陈: 李先生 川A12345\n[2026-11-01 10:22] Lily: 川B23456 这个呢\n"
            + "[2026-11-01 10:23] 小陈: 13812345678\n",
        "[10:22] 小陈：李先生 川A12345\n[10:22] Lily：川B23456 这个呢\n[10:23] 小陈：13812345678\n",
        "小陈13900000000 2026/11/1 10:22:33\n李先生 川A12345\nLily 昨天 下午 10:22\n川B23456 这个呢\n"
            + "小陈13900000000 2026/11/1 10:23:00\n13812345678\n"
      })
  void messagesAreJoinedBySenderAndHeadersAreNoData(String text) throws Exception {
    List<LooseRow> rows = rows(text);
    assertThat(rows).hasSize(2);
    assertThat(rows)
        .extracting(LooseRowsTest::cells)
        .anySatisfy(
            cells ->
                assertThat(cells)
                    .containsEntry(FieldClass.PLATE, "川A12345")
                    .containsEntry(FieldClass.MOBILE, "13812345678"))
        .anySatisfy(
            cells ->
                assertThat(cells)
                    .containsEntry(FieldClass.PLATE, "川B23456")
                    .doesNotContainKey(FieldClass.MOBILE));
    assertThat(rows.get(0).toString()).doesNotContain("10:2");
    rows.forEach(row -> assertThat(whole(row)).doesNotContain("10:2", "小陈", "Lily", "139000"));
  }

  @Test
  void linesThatEndInAMomentButNameACustomerAreNoHeaders() throws Exception {
    List<LooseRow> rows =
        rows("川A12345 138 1234 5678 2026/12/1 00:00:00\n王 川B23456 2026/12/2 00:00:00\n");
    assertThat(rows)
        .extracting(row -> cells(row).get(FieldClass.PLATE))
        .containsExactly("川A12345", "川B23456");
  }

  @Test
  void aLineOfTwoPeopleIsTwoRows() throws Exception {
    List<LooseRow> rows =
        rows("车主：张伟 川A12345 13812345678 甲路1号，车主：李娜 川B23456 13923456789 乙路2号\n今天还有么\n");
    assertThat(rows)
        .extracting(LooseRowsTest::cells)
        .containsExactly(
            Map.of(
                FieldClass.NAME,
                "张伟",
                FieldClass.PLATE,
                "川A12345",
                FieldClass.MOBILE,
                "13812345678"),
            Map.of(
                FieldClass.NAME,
                "李娜",
                FieldClass.PLATE,
                "川B23456",
                FieldClass.MOBILE,
                "13923456789"));
    assertThat(whole(rows.get(0))).contains("甲路1号").doesNotContain("乙路");
    assertThat(whole(rows.get(1))).contains("乙路2号").doesNotContain("川A12345");
  }

  @Test
  void aLineWithAnotherPlateIsAnotherPersonWhole() throws Exception {
    List<LooseRow> rows = rows("川A12345 在卖\n139 2345 6789 川B23456\n");
    assertThat(rows.get(0).pieces()).hasSize(1);
    assertThat(cells(rows.get(1))).containsEntry(FieldClass.MOBILE, "13923456789");
  }

  @Test
  void theSameNumberAgainIsTheSamePerson() throws Exception {
    assertThat(rows("川A12345 李先生\n川A12345 138 1234 5678\n川a12345 12月到期\n")).hasSize(1);
  }

  @Test
  void anotherSurnameIsAnotherPerson() throws Exception {
    assertThat(rows("李先生 川A12345\n王女士 138 1234 5678\n")).hasSize(2);
  }

  @Test
  void talkMakesNoRow() throws Exception {
    assertThat(rows("有没有做宝马的，私聊\n下午两点开会\n一二三四五六七，老虎不在家\n")).isEmpty();
  }

  @Test
  void aRowDoesNotReachOverLongTalk() throws Exception {
    List<LooseRow> rows = rows("川A12345\n" + "哈哈，好的\n".repeat(30) + "13812345678\n");
    assertThat(rows).hasSize(2);
    assertThat(whole(rows.get(0)).lines()).hasSizeLessThanOrEqualTo(Draft.MOST_PARTS);
  }

  @Property(tries = 400)
  void anyTextEndsWithoutAFault(@ForAll List<String> lines) throws Exception {
    Path file = Files.createTempFile("any", ".txt");
    try {
      Files.writeString(file, String.join("\n", lines));
      for (LooseRow row : read(LooseRows.open(file, TextEncoding.UTF_8))) {
        assertThat(row.pieces()).isNotEmpty();
      }
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 300)
  void textOfDigitsAndSeparatorsEndsWithoutAFault(
      @ForAll
          @Chars({
            '1', '3', 'l', '一', '①', ' ', '-', '川', 'A', '\uFE0F', '\u20E3', '王', '\uD835', '\uDFCF'
          })
          String text) {
    for (Piece piece : PieceFinder.find(text)) {
      assertThat(piece.from()).isBetween(0, piece.to());
      assertThat(piece.to()).isLessThanOrEqualTo(text.length());
    }
  }

  /** What is kept at once does not grow with the text. */
  @Test
  void aLongChatIsReadInLittleMemory() throws Exception {
    Path file = folder.resolve("long.txt");
    write(file, 50L << 20);
    long rows = 0;
    long most = 0;
    Runtime runtime = Runtime.getRuntime();
    try (LooseRows read = LooseRows.open(file, TextEncoding.UTF_8)) {
      System.gc();
      long before = runtime.totalMemory() - runtime.freeMemory();
      while (read.next().isPresent()) {
        rows++;
        if (rows % 100_000 == 0) {
          System.gc();
          most = Math.max(most, runtime.totalMemory() - runtime.freeMemory() - before);
        }
      }
    }
    assertThat(rows).isGreaterThan(100_000);
    assertThat(most).isLessThan(16L << 20);
  }

  private static void write(Path file, long bytes) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      long written = 0;
      for (int i = 0; written < bytes; i++) {
        String message =
            "成员%d 2026/11/1 10:%02d:33\n李先生 川A%05d 大众朗逸 2022款 1.5L自动%s\n138 %04d %04d 收到请回复谢谢\n"
                .formatted(
                    i % 5000, i % 60, i % 100_000, "豪华版".repeat(8), i / 7 % 10_000, i % 9973);
        out.write(message);
        written += 3L * message.length();
      }
    }
  }
}
