package io.tidemark.formats.report;

import io.tidemark.evidence.CaseFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The report of one case: one A4 page, Chinese first, without scripts and without anything that is
 * loaded from elsewhere. The same case and facts give the same bytes. Immutable, thread-safe.
 */
public final class Report {
  private final String html;
  private final Instant time;

  private Report(String html, Instant time) {
    this.html = html;
    this.time = time;
  }

  /** The report of this case. */
  public static Report of(CaseFile file, Facts facts) {
    Page page = new Page();
    new Sections(file, facts, page).write();
    String css = new String(resource("report.css"), StandardCharsets.UTF_8);
    return new Report(page.html("泄露溯源报告 " + file.id(), css), facts.time());
  }

  /** The page in UTF-8. */
  public byte[] html() {
    return html.getBytes(StandardCharsets.UTF_8);
  }

  /** The same page as PDF, its fonts embedded as far as they are used. */
  public byte[] pdf() {
    try {
      return Pdf.of(html, time);
    } catch (IOException e) {
      throw new UncheckedIOException("a page in memory can always be printed", e);
    }
  }

  static byte[] resource(String name) {
    try (InputStream in = Report.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is part of this package");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
