package io.tidemark.formats.report;

import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFile;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The report of one case: one A4 page (of calls more where there are many campaigns), Chinese
 * first, without scripts and without anything that is loaded from elsewhere. The same case and
 * facts give the same bytes. Immutable, thread-safe.
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
    new Sections(file, facts, page, new Ends(facts, page)).write();
    String css = new String(resource("report.css"), StandardCharsets.UTF_8);
    return new Report(page.html("泄露溯源报告 " + file.id(), css), facts.time());
  }

  /**
   * The report of a case of calls.
   *
   * @param verdicts what it says of each campaign and of all calls together
   */
  public static Report of(CallCase file, Facts facts, List<Words> verdicts) {
    Page page = new Page();
    new CallSections(file, facts, verdicts, page, new Ends(facts, page)).write();
    String css = new String(resource("report.css"), StandardCharsets.UTF_8);
    return new Report(page.html("来电溯源报告 " + file.id(), css), facts.time());
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
