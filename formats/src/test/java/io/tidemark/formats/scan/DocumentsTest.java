package io.tidemark.formats.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Finding.Form;
import io.tidemark.find.FoundClass;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.PileLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of others, read in a process of their own. */
final class DocumentsTest {
  private static final String PHONE = "13800138000";

  @TempDir private Path folder = Path.of(".");

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path word() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("客户张伟，电话" + PHONE);
      document.createTable(1, 2).getRow(0).getCell(0).setText("川A12345");
      document.write(out);
    }
    return write("a.docx", out.toByteArray());
  }

  private Path pdf(Optional<String> password) throws IOException {
    Path file = folder.resolve("a" + password.orElse("") + ".pdf");
    try (PDDocument document = new PDDocument()) {
      for (String text : List.of("nothing", "call " + PHONE)) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(FontName.HELVETICA), 12);
          content.newLineAtOffset(50, 700);
          content.showText(text);
          content.endText();
        }
      }
      if (password.isPresent()) {
        document.protect(
            new StandardProtectionPolicy("owner", password.get(), new AccessPermission()));
      }
      document.save(file.toFile());
    }
    return file;
  }

  private Path oldWorkbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      Sheet sheet = book.createSheet("名单");
      sheet.createRow(0).createCell(0).setCellValue("手机号");
      sheet.getRow(0).createCell(1).setCellValue("证件号码");
      for (int i = 1; i <= 5; i++) {
        sheet.createRow(i).createCell(0).setCellValue(13800138000d + i);
        sheet.getRow(i).createCell(1).setCellValue(440305199003080012d);
      }
      book.write(out);
    }
    return write("a.xls", out.toByteArray());
  }

  private Path slides() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XMLSlideShow show = new XMLSlideShow()) {
      show.createSlide().createTextBox().setText("电话 " + PHONE);
      show.write(out);
    }
    return write("a.pptx", out.toByteArray());
  }

  private Path lockedWorkbook() throws Exception {
    Path file = folder.resolve("locked.xlsx");
    try (POIFSFileSystem store = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(store)) {
        out.write(Files.readAllBytes(word()));
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        store.writeFilesystem(out);
      }
    }
    return file;
  }

  private static String path(Path file) {
    return file.toString();
  }

  @Test
  void everyKindOfDocumentSaysItsNumbersWithTheirPages() throws Exception {
    Path html =
        write(
            "a.html",
            ("<html><head><meta charset=gbk></head><body><table><tr><td>电话</td><td>"
                    + PHONE
                    + "</td></tr></table></body></html>")
                .getBytes(Charset.forName("GBK")));
    Path rtf =
        write(
            "a.rtf",
            ("{\\rtf1\\ansi call " + PHONE + "\\par}").getBytes(StandardCharsets.US_ASCII));
    for (Path file : List.of(word(), pdf(Optional.empty()), slides(), html, rtf)) {
      Met met = Met.in(file);
      assertThat(met.skipped).as(path(file)).isEmpty();
      assertThat(met.of(FoundClass.MOBILE))
          .as(path(file))
          .extracting(Met::value)
          .containsExactly(PHONE);
      int page = ((Place.OnPage) met.of(FoundClass.MOBILE).get(0).place()).page();
      assertThat(page).isEqualTo(path(file).endsWith(".pdf") ? 2 : 1);
    }
  }

  @Test
  void anOldWorkbookIsReadCellByCellAndItsDamageIsSeen() throws Exception {
    Met met = Met.in(oldWorkbook());
    assertThat(met.skipped).isEmpty();
    assertThat(met.of(FoundClass.MOBILE)).extracting(Met::value).contains("13800138001").hasSize(5);
    assertThat(met.of(FoundClass.MOBILE).get(0).place())
        .isEqualTo(new Place.InCell("名单", 2, 1, "手机号", 0, 11));
    assertThat(met.of(FoundClass.IDENTITY_NUMBER))
        .hasSize(5)
        .allMatch(one -> one.finding().form() == Form.DAMAGED);
  }

  @Test
  void whatIsAttachedToAMailIsReadAsTheFileThatItIs() throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("list.csv"));
      out.write("姓名,手机号\n张伟,13900139000\n李娜,13900139001\n".getBytes(StandardCharsets.UTF_8));
    }
    String mail =
        """
        From: a@example.com
        To: b@example.com
        Subject: =?UTF-8?B?%s?=
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=XX

        --XX
        Content-Type: text/plain; charset=gb2312
        Content-Transfer-Encoding: base64

        %s
        --XX
        Content-Type: application/zip; name=list.zip
        Content-Disposition: attachment; filename=list.zip
        Content-Transfer-Encoding: base64

        %s
        --XX--
        """
            .formatted(
                Base64.getEncoder().encodeToString("名单".getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(("电话" + PHONE).getBytes(Charset.forName("GBK"))),
                Base64.getMimeEncoder().encodeToString(zip.toByteArray()));
    Path file = write("a.eml", mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    Met met = Met.in(file);
    assertThat(met.skipped).isEmpty();
    assertThat(met.of(FoundClass.MOBILE))
        .extracting(Sighting::path)
        .containsExactly(path(file), file + "!/list.zip!/list.csv", file + "!/list.zip!/list.csv");
  }

  @Test
  void passwordsAndDamageAreNamedAndTheNextDocumentIsRead() throws Exception {
    Path broken =
        write("broken.pdf", "%PDF-1.7\nnothing of it".getBytes(StandardCharsets.US_ASCII));
    Met met = Met.in(pdf(Optional.of("secret")), lockedWorkbook(), broken, word());
    assertThat(met.skipped).extracting(one -> one.why().en()).hasSize(3);
    assertThat(met.skipped.get(0).why().en()).contains("password");
    assertThat(met.skipped.get(1).why().en()).contains("password");
    assertThat(met.skipped.get(2).why().en()).contains("damaged");
    assertThat(met.of(FoundClass.MOBILE)).hasSize(1);
  }

  @Test
  void aDocumentThatTakesTooLongOrTooMuchIsGivenUpAndTheNextIsRead() throws Exception {
    Met met = new Met();
    try (DocumentReader hasty = new DocumentReader(256, Duration.ofMillis(1));
        Pile pile = Pile.of(List.of(word()), PileLimits.USUAL)) {
      new Scan(Met.ground(Finders.usual()), Optional.empty(), hasty, met).read(pile);
    }
    assertThat(met.skipped.get(0).why().en()).contains("given up");

    StringBuilder swollen = new StringBuilder("<html>");
    for (int i = 0; i < 400_000; i++) {
      swollen.append("<b><i>").append(i).append("</i></b>");
    }
    Path large = write("large.html", swollen.toString().getBytes(StandardCharsets.US_ASCII));
    Met second = new Met();
    try (DocumentReader small = new DocumentReader(24, Duration.ofSeconds(60));
        Pile pile = Pile.of(List.of(large, pdf(Optional.empty())), PileLimits.USUAL)) {
      new Scan(Met.ground(Finders.usual()), Optional.empty(), small, second).read(pile);
    }
    assertThat(second.skipped.get(0).why().en()).contains("24 MiB");
    assertThat(second.of(FoundClass.MOBILE)).hasSize(1);
  }
}
