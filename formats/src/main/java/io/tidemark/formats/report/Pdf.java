package io.tidemark.formats.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.tidemark.terms.Digest;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Prints HTML for keeping (PDF/A-2u), with nothing that differs from run to run. */
final class Pdf {
  private static final int NORMAL = 400;
  private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String HAN = "DroidSansFallbackFull.ttf";

  static {
    XRLog.setLoggingEnabled(false); // a report is made or fails; its making is nobody's news
  }

  private Pdf() {}

  static byte[] of(String html, Instant time) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(ByteBuffer.wrap(Digest.sha256(html).bytes()).getLong());
      PdfRendererBuilder builder = new PdfRendererBuilder();
      font(builder, LATIN, "Liberation Sans");
      font(builder, HAN, "Droid Sans Fallback");
      builder.withHtmlContent(html, null).usePDDocument(document).withProducer("Tidemark");
      builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
      builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
      builder.toStream(bytes);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        document.getDocumentInformation().setCreationDate(calendar(time));
        dated(document.getDocumentCatalog().getMetadata(), time);
        document.save(bytes);
      }
    }
    return bytes.toByteArray();
  }

  /** The document's own description (XMP) holds the one other date: when it was printed. */
  private static void dated(PDMetadata metadata, Instant time) throws IOException {
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String date = "<xmp:CreateDate>" + time.truncatedTo(ChronoUnit.SECONDS) + "</xmp:CreateDate>";
    String dated = xmp.replaceFirst("<xmp:CreateDate>[^<]*</xmp:CreateDate>", date);
    metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
  }

  private static void font(PdfRendererBuilder builder, String resource, String family) {
    byte[] font = Report.resource(resource);
    builder.useFont(() -> new ByteArrayInputStream(font), family, NORMAL, FontStyle.NORMAL, true);
  }

  private static Calendar calendar(Instant time) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(time.toEpochMilli());
    return calendar;
  }
}
