package io.tidemark.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.FieldClass;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aHeadingWithoutRowsIsATableOfZeroRows() throws Exception {
    Rows rows = Rows.of(Rows.file(folder, "h.csv", "姓名,手机号\r\n"));
    assertThat(rows.good()).isEmpty();
    assertThat(rows.rejects()).isEmpty();
  }

  @Test
  void oneColumnWithAKnownHeadingIsATable() throws Exception {
    try (Table table = Tables.table(Rows.file(folder, "s.csv", "保单号\r\nPDZA1\r\nPDZA2\r\n"))) {
      assertThat(table.column(FieldClass.POLICY_NUMBER)).hasValue(0);
      assertThat(Rows.of(table).good()).containsExactly(List.of("PDZA1"), List.of("PDZA2"));
    }
  }

  @Test
  void aTableWithoutHeadingKeepsItsFirstLineAsData() throws Exception {
    String row = "李四,13812345678,川A12345\n";
    try (Table table = Tables.table(Rows.file(folder, "d.csv", row.repeat(3)))) {
      assertThat(table.headed()).isFalse();
      assertThat(table.headings()).hasSize(3).allMatch(h -> h.field().isEmpty());
      assertThat(Rows.of(table).good()).hasSize(3);
    }
  }

  @Test
  void aHeadingBelowATitleIsFound() throws Exception {
    String text = "2026年客户名单,,\n姓名,手机号,车牌号\n李四,138,川A\n";
    try (Table table = Tables.table(Rows.file(folder, "t.csv", text))) {
      assertThat(table.headed()).isTrue();
      assertThat(table.column(FieldClass.PLATE)).hasValue(2);
      assertThat(Rows.of(table).good()).containsExactly(List.of("李四", "138", "川A"));
    }
  }

  @Test
  void fullwidthCommasInAnAddressDoNotWinOverTheDelimiter() throws Exception {
    String text = "姓名;地址\n李四;成都，武侯，1号\n王五;绵阳，涪城\n";
    assertThat(Rows.of(Rows.file(folder, "f.csv", text)).good())
        .containsExactly(List.of("李四", "成都，武侯，1号"), List.of("王五", "绵阳，涪城"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "车牌川A12345 李先生 138 1234 5678 12月到期 朗逸 报价3200\n有没有做宝马的，私聊\n",
        "手机：13812345678，姓名：李四\n手机：13912345678，姓名：王五\n手机：13712345678，姓名：赵六\n",
        "13812345678\n13912345678\n"
      })
  void chatPostsAreLooseText(String text) throws Exception {
    assertThat(Tables.open(Rows.file(folder, "c.txt", text))).isInstanceOf(Material.Loose.class);
  }

  @Test
  void missingEmptyAndFolderAreNamed() throws Exception {
    assertUnreadable(folder.resolve("none.csv"), "no such file");
    assertUnreadable(folder, "folder");
    assertUnreadable(Rows.file(folder, "e.csv", ""), "empty");
    assertUnreadable(Rows.file(folder, "b.csv", " \r\n\r\n"), "nothing in it");
    assertUnreadable(Rows.file(folder, "p.csv", "%PDF-1.7\n"), "PDF");
  }

  @Test
  void binaryContentIsRefusedWhateverItsName() throws Exception {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    noise[0] = (byte) 0x89;
    assertUnreadable(Files.write(folder.resolve("n.csv"), noise), "binary");
    assertUnreadable(Files.write(folder.resolve("z.csv"), new byte[5000]), "binary");
  }

  @Test
  void oldAndProtectedWorkbooksAreNamed() throws Exception {
    assertUnreadable(compound("old.xls", "Workbook"), "old .xls");
    assertUnreadable(compound("locked.xlsx", "EncryptedPackage"), "password");
  }

  @Test
  void whenEveryLineIsBrokenTheFirstReasonIsGiven() throws Exception {
    Path file = Rows.file(folder, "x.csv", "姓名,手机号\0,\"\n".repeat(1) + "a,b,\0\n");
    assertThatThrownBy(() -> Tables.table(file)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aMappingFileNamesColumnsThatNobodyCouldGuess() throws Exception {
    Path mapping = Rows.file(folder, "m.yaml", "甲方: 姓名\n栏位2: mobile number\n");
    Headings headings = Headings.usual().with(mapping);
    assertThat(headings.field("甲 方")).contains(FieldClass.NAME);
    assertThat(headings.field("栏位２")).contains(FieldClass.MOBILE);
    assertThat(headings.field("车主")).contains(FieldClass.NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲: 姓名\n乙: 血型\n", "甲: 姓名\n乙: [姓名]\n", "甲: 姓名\n: : [\n"})
  void aWrongMappingIsRefusedByItsLine(String yaml) throws Exception {
    Path mapping = Rows.file(folder, "w.yaml", yaml);
    Unreadable unreadable =
        catchThrowableOfType(Unreadable.class, () -> Headings.usual().with(mapping));
    assertThat(unreadable.line()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void headingsAreKnownWhateverTheirWidthCaseAndPunctuation() {
    assertThat(Headings.usual().field("＊手机号（必填）")).contains(FieldClass.MOBILE);
    assertThat(Headings.usual().field(" License-Plate NO. ")).contains(FieldClass.PLATE);
    assertThat(Headings.usual().field("License-Plate Colour")).isEmpty();
    assertThat(Headings.usual().field("ＶＩＮ")).contains(FieldClass.VIN);
    assertThat(Headings.usual().field("被保险人")).contains(FieldClass.NAME);
    assertThat(Headings.usual().field("Expiry_Date")).contains(FieldClass.EXPIRY);
    assertThat(Headings.usual().field("李四")).isEmpty();
    for (FieldClass field : FieldClass.values()) {
      assertThat(Headings.usual().field(field.zh())).contains(field);
      assertThat(Headings.usual().field(field.en())).contains(field);
    }
  }

  @Test
  void rowsNeverShowTheirCells() {
    assertThat(new Row(3, List.of("李四")).toString()).doesNotContain("李四");
    assertThat(new Row(3, List.of("李四")).text(0).toString()).doesNotContain("李四");
  }

  private Path compound(String name, String stream) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(0xE11AB1A1E011CFD0L).putShort(30, (short) 9).putInt(48, 1);
    bytes.position(1024).put(stream.getBytes(StandardCharsets.UTF_16LE));
    return Files.write(folder.resolve(name), bytes.array());
  }

  private static void assertUnreadable(Path file, String reason) {
    assertThatThrownBy(() -> Tables.open(file))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason);
  }
}
