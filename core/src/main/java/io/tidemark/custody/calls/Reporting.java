package io.tidemark.custody.calls;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.calls.Ring;
import io.tidemark.calls.Rings;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.ReportId;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Vault;
import io.tidemark.vault.WrongKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reports of calls, by whomever they come: {@code Reports -> Decision -> Sealed -> Receipt}. They
 * stay sealed until an inquiry opens them all, with an entry of its own, and go by themselves on
 * their day or with their person. Thread-safe.
 */
public final class Reporting {
  /** The most reports of one receipt. */
  public static final int MOST = 500;

  /** The most characters of a text. */
  public static final int LONGEST = 2_000;

  private static final int PAGE = 1_000;

  private final Vault vault;
  private final KeptReports kept;
  private final Register register;

  /** Keeps reports there, sealed by this vault, recorded in this register. */
  public Reporting(Vault vault, KeptReports kept, Register register) {
    this.vault = vault;
    this.kept = kept;
    this.register = register;
  }

  /** Keeps reports; the receipt names them. */
  public Recorded<ReportId> report(Actor actor, List<Ring> reports) {
    if (!actor.may(Act.REPORT_CALLS)) {
      return register.notYourDuty(actor, Act.REPORT_CALLS);
    }
    Optional<Refusal> unfit = unfit(reports);
    if (unfit.isPresent()) {
      return register.refused(actor, Act.REPORT_CALLS, unfit.get());
    }
    ReportId id = ReportId.random();
    List<CallsReported.Sealed> sealed = new ArrayList<>();
    for (Ring ring : reports) {
      sealed.add(
          new CallsReported.Sealed(
              vault.tokens().locator(Locator.MOBILE, ring.called()),
              vault.sealReport(name(id, sealed.size()), ReportBytes.of(ring))));
    }
    Instant now = register.now();
    Duration kept = Duration.ofDays(register.policy().retention().callReportDays());
    return new Recorded.Done<>(
        id,
        register
            .journal()
            .record(
                register
                    .begin("call-reports", actor)
                    .line("receipt", id)
                    .line("reports", reports.size())
                    .build(),
                new CallsReported(id, sealed, now.plus(kept), now)));
  }

  private Optional<Refusal> unfit(List<Ring> reports) {
    if (reports.isEmpty() || reports.size() > MOST) {
      return Optional.of(
          Refusal.of(
              "bad-number-of-reports",
              "一次 1 至 " + MOST + " 份举报",
              "1 to " + MOST + " reports at a time"));
    }
    Instant now = register.now();
    if (reports.stream().anyMatch(ring -> ring.at().isAfter(now))) {
      return Optional.of(
          Refusal.of("in-the-future", "来电时间在将来", "a call cannot have come in the future"));
    }
    return Optional.empty();
  }

  private static String name(ReportId id, int number) {
    return id + " " + number;
  }

  /**
   * All reports that are kept now, opened for an inquiry.
   *
   * @param rings the calls
   * @param reports how many
   * @param digest SHA-256 over the digests of the sealed reports in their order
   */
  public record Opened(Rings rings, long reports, Digest digest) {}

  /** Opens what is kept, for an inquiry: the entry comes first. */
  public Recorded<Opened> open(Actor actor) {
    if (!actor.may(Act.INQUIRE)) {
      return register.notYourDuty(actor, Act.INQUIRE);
    }
    Instant now = register.now();
    Pages pages = new Pages(Long.MAX_VALUE, now);
    long reports = 0;
    StringBuilder digests = new StringBuilder();
    while (pages.hasNext()) {
      digests.append(Digest.sha256(pages.next().box()));
      reports++;
      if (reports % PAGE == 0 || !pages.hasNext()) {
        digests = new StringBuilder(Digest.sha256(digests.toString()).toString());
      }
    }
    Digest digest = Digest.sha256(digests.toString());
    long until = pages.last;
    return new Recorded.Done<>(
        new Opened(() -> opened(until, now), reports, digest),
        register
            .journal()
            .record(
                register
                    .begin("call-reports-opened", actor)
                    .line("reports", reports)
                    .line("material", digest)
                    .build()));
  }

  private Stream<Ring> opened(long until, Instant now) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                new Pages(until, now), Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .map(this::opened);
  }

  private Ring opened(KeptReports.Kept one) {
    try {
      return ReportBytes.read(vault.openReport(name(one.id(), one.number()), one.box()));
    } catch (WrongKey e) {
      throw new IllegalStateException("report " + one.place() + " was altered in the database", e);
    }
  }

  /** What is kept up to a place, one page after the other. */
  private final class Pages implements Iterator<KeptReports.Kept> {
    private final long until;
    private final Instant now;
    private Iterator<KeptReports.Kept> page = Collections.emptyIterator();
    private long last;
    private boolean more = true;

    Pages(long until, Instant now) {
      this.until = until;
      this.now = now;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && more) {
        page = kept.after(last, PAGE, now).stream().filter(one -> one.place() <= until).iterator();
        more = page.hasNext();
      }
      return page.hasNext();
    }

    @Override
    public KeptReports.Kept next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      KeptReports.Kept one = page.next();
      last = one.place();
      return one;
    }
  }
}
