package io.tidemark.formats.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding.Form;
import io.tidemark.find.FoundClass;
import io.tidemark.terms.Grade;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text and tables: what is found where, how sure, how grave, and whose it is. */
final class ScanTest {
  @TempDir private Path folder = Path.of(".");

  private Path file(String name, String text, Charset charset) throws Exception {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  @Test
  void offsetsAreThoseOfTheOriginalTextInAnyEncoding() throws Exception {
    String text = "大家好\r\n客户 13800138000 川A12345\r\n再联系13900139000";
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GBK"))) {
      Met met = Met.in(file("chat-" + charset + ".txt", text, charset));
      assertThat(met.skipped).isEmpty();
      Sighting first = met.of(FoundClass.MOBILE).get(0);
      Place.InText place = (Place.InText) first.place();
      assertThat(text.substring((int) place.start(), (int) place.end())).isEqualTo("13800138000");
      assertThat(place.line()).isEqualTo(2);
      assertThat(place.column()).isEqualTo(4);
      assertThat(met.of(FoundClass.MOBILE)).hasSize(2);
      assertThat(met.of(FoundClass.PLATE)).hasSize(1);
    }
  }

  @Test
  void findingsOfALineAreOnePersonsAndANumberIsKnownAgain() throws Exception {
    String text = "张伟 13800138000 川A12345\n李娜 13900139000\n13800138000 保单PDAA20265100000001\n";
    Met met = Met.in(file("chat.txt", text, StandardCharsets.UTF_8));
    assertThat(met.of(FoundClass.MOBILE)).extracting(Sighting::person).containsExactly(1L, 2L, 1L);
    assertThat(met.of(FoundClass.PLATE)).extracting(Sighting::person).containsExactly(1L);
  }

  @Test
  void columnsAreToldByHeadingAndContentAndEachCellHasItsPlace() throws Exception {
    StringBuilder rows = new StringBuilder("姓名,联系,证件号码,备注\n");
    for (int i = 0; i < 40; i++) {
      rows.append("王小明,138001380%02d,11010519491231002X,老客户\n".formatted(i));
    }
    rows.append("李四,无,110105194912310021,改打13912345678\n");
    Met met = Met.in(file("list.csv", rows.toString(), StandardCharsets.UTF_8));
    assertThat(met.of(FoundClass.NAME)).hasSize(41);
    assertThat(met.of(FoundClass.MOBILE)).hasSize(41);
    Sighting last = met.of(FoundClass.MOBILE).get(40);
    assertThat(last.place()).isEqualTo(new Place.InCell("", 42, 4, "备注", 2, 13));
    assertThat(met.of(FoundClass.IDENTITY_NUMBER)).hasSize(41);
    Sighting wrongCheck = met.of(FoundClass.IDENTITY_NUMBER).get(40);
    assertThat(wrongCheck.finding().confidence()).isEqualTo(Confidence.LOW);
    assertThat(met.of(FoundClass.IDENTITY_NUMBER).get(0).finding().confidence())
        .isEqualTo(Confidence.HIGH);
    assertThat(met.sightings).allMatch(one -> one.grade() == Grade.SENSITIVE);
    assertThat(last.person()).isEqualTo(wrongCheck.person());
  }

  @Test
  void whatStandsAboveATableAndInItsTotalsIsFoundToo() throws Exception {
    String rows = "联系人 13700137000\n姓名,手机号\n张伟,13800138000\n李娜,13900139000\n合计 联系13600136000,2\n";
    Met met = Met.in(file("titled.csv", rows, StandardCharsets.UTF_8));
    assertThat(met.of(FoundClass.MOBILE))
        .extracting(Met::value)
        .contains("13700137000", "13800138000", "13900139000", "13600136000");
  }

  @Test
  void aLongTableIsToldInItsOrderAndUpToItsDamage() throws Exception {
    StringBuilder rows = new StringBuilder("姓名,手机号\n");
    for (int i = 0; i < 6_000; i++) {
      rows.append(
          i % 1000 == 999 ? "张伟,13800%06d,x\n".formatted(i) : "张伟,13800%06d\n".formatted(i));
    }
    Met met = Met.in(file("long.csv", rows.toString(), StandardCharsets.UTF_8));
    List<Sighting> mobiles = met.of(FoundClass.MOBILE);
    assertThat(mobiles).hasSize(6_000);
    for (int i = 0; i < mobiles.size(); i++) {
      assertThat(Met.value(mobiles.get(i))).isEqualTo("13800%06d".formatted(i));
      assertThat(((Place.InCell) mobiles.get(i).place()).row()).isEqualTo(i + 2);
    }
  }

  private Path workbook(Object... cells) throws Exception {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("客户");
      sheet.value(0, 0, "姓名");
      sheet.value(0, 1, "证件号码");
      for (int i = 0; i < cells.length; i++) {
        sheet.value(i + 1, 0, "张伟");
        if (cells[i] instanceof Number number) {
          sheet.value(i + 1, 1, number);
        } else {
          sheet.value(i + 1, 1, cells[i].toString());
        }
      }
    }
    return file;
  }

  @Test
  void everyNumberThatASpreadsheetDestroyedIsSaidToBeDamaged() throws Exception {
    Met met =
        Met.in(
            workbook(
                440305199003080012d,
                4.40305E17,
                "4.40305E+17",
                "440305199003080000",
                "11010519491231002X"));
    List<Sighting> documents = met.of(FoundClass.IDENTITY_NUMBER);
    assertThat(documents)
        .extracting(one -> one.finding().form())
        .containsExactly(Form.DAMAGED, Form.DAMAGED, Form.DAMAGED, Form.DAMAGED, Form.WHOLE);
    assertThat(Masked.of(documents.get(0).finding()).reveal(io.tidemark.terms.Reveal.SHOW))
        .isEqualTo("****");
    assertThat(documents.get(0).place()).isEqualTo(new Place.InCell("客户", 2, 2, "证件号码", 0, 18));
  }

  @Test
  void aColumnOfDestroyedNumbersIsRecognisedWithoutAHeading() throws Exception {
    StringBuilder rows = new StringBuilder("代码,项\n");
    for (int i = 0; i < 10; i++) {
      rows.append("4.40305E+17,a%d\n".formatted(i));
    }
    Met met = Met.in(file("x.csv", rows.toString(), StandardCharsets.UTF_8));
    assertThat(met.of(FoundClass.IDENTITY_NUMBER))
        .hasSize(10)
        .allMatch(one -> one.finding().form() == Form.DAMAGED);
  }

  @Test
  void maskedCellsOfAColumnAreToldAsMasked() throws Exception {
    StringBuilder rows = new StringBuilder("姓名,手机号\n");
    for (int i = 0; i < 10; i++) {
      rows.append("张*,138****80%02d\n".formatted(i));
    }
    Met met = Met.in(file("m.csv", rows.toString(), StandardCharsets.UTF_8));
    assertThat(met.of(FoundClass.MOBILE))
        .hasSize(10)
        .allMatch(one -> one.finding().form() == Form.MASKED);
    assertThat(
            Masked.of(met.of(FoundClass.MOBILE).get(0).finding())
                .reveal(io.tidemark.terms.Reveal.SHOW))
        .isEqualTo("138****8000");
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsDone() throws Exception {
    Path pile = Files.createDirectory(folder.resolve("pile"));
    Files.write(pile.resolve("a.bin"), new byte[] {1, 2, 3, 0, 5, 6, 7, 8, 0, 0, 1});
    Files.write(
        pile.resolve("b.7z"), new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0});
    Files.writeString(pile.resolve("c.txt"), "电话 13800138000\n");
    Files.writeString(pile.resolve("d.txt"), "");
    Files.writeString(pile.resolve("e.txt"), " \n");
    Met met = Met.in(pile);
    assertThat(met.of(FoundClass.MOBILE)).hasSize(1);
    assertThat(met.skipped)
        .extracting(one -> Path.of(one.path()).getFileName().toString())
        .containsExactlyInAnyOrder("a.bin", "b.7z");
  }
}
