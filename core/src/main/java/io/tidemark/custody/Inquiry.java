package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFormat;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import io.tidemark.trace.Attribution;
import io.tidemark.trace.Bound;
import io.tidemark.trace.Candidate;
import io.tidemark.trace.CaseConcluded;
import io.tidemark.trace.Finder;
import io.tidemark.trace.Fusion;
import io.tidemark.trace.Holders;
import io.tidemark.trace.InquiryBegun;
import io.tidemark.trace.LeakedRow;
import io.tidemark.trace.Matches;
import io.tidemark.trace.ReadMark;
import io.tidemark.trace.Reader;
import io.tidemark.trace.Reading;
import io.tidemark.trace.Tracer;
import io.tidemark.trace.Viewer;
import io.tidemark.trace.Viewings;
import io.tidemark.trace.WeighedMark;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The inquiry: {@code Sighting -> Receipt -> Opened -> Reading -> Attribution}. Finding the people
 * looks at search tokens only; the originals are opened with a receipt of the inquiry's own.
 * Thread-safe.
 */
public final class Inquiry {
  private final Vault vault;
  private final Shelf shelf;
  private final Holders holders;
  private final Journal journal;
  private final KeyRing keys;
  private final Workshop workshop;
  private final Authority authority;
  private final Policy policy;
  private final CaseFormat format;
  private final Viewings viewings;
  private final Clock clock;

  /** Inquires over this vault and these holders, recorded in this journal. */
  public Inquiry(
      Vault vault,
      Shelf shelf,
      Holders holders,
      Journal journal,
      KeyRing keys,
      Workshop workshop,
      Authority authority,
      Policy policy,
      CaseFormat format,
      Viewings viewings,
      Clock clock) {
    this.viewings = viewings;
    this.vault = vault;
    this.shelf = shelf;
    this.holders = holders;
    this.journal = journal;
    this.keys = keys;
    this.workshop = workshop;
    this.authority = authority;
    this.policy = policy;
    this.format = format;
    this.clock = clock;
  }

  /**
   * Leaked material.
   *
   * @param id the case that it belongs to
   * @param attempt which attempt at the case this is, from 1
   * @param material the files
   * @param digest SHA-256 over the digests of the files
   * @param seen before which time the material was seen, when that is known: nothing that was
   *     disclosed later can have leaked it
   * @param rows their rows; read once, in order
   * @param marks what was read in pictures and documents
   */
  public record Sighting(
      CaseId id,
      int attempt,
      List<CaseFile.Material> material,
      Digest digest,
      Optional<Instant> seen,
      Iterator<LeakedRow> rows,
      Marks marks) {
    /** A sighting in which nothing was looked through for marks. */
    public Sighting(
        CaseId id,
        int attempt,
        List<CaseFile.Material> material,
        Digest digest,
        Optional<Instant> seen,
        Iterator<LeakedRow> rows) {
      this(id, attempt, material, digest, seen, rows, Marks.NONE);
    }
  }

  /**
   * The numbers that were read in pictures and documents.
   *
   * @param looked how many of these were looked through; where there are any, rows and numbers have
   *     half of the bound each
   * @param read those that were given out
   * @param within whether the row with this number came from a file; asked after all rows were read
   */
  public record Marks(int looked, List<ReadMark> read, BiPredicate<Long, String> within) {
    /** Nothing was looked through. */
    public static final Marks NONE = new Marks(0, List.of(), (row, file) -> false);

    /** Copies the list. */
    public Marks {
      read = List.copyOf(read);
    }
  }

  /** The end of an inquiry: an answer or a refusal. */
  public sealed interface Outcome permits Answer, Refused {
    /** Handles both ends. */
    default <T> T either(
        Function<? super Answer, ? extends T> answer,
        Function<? super Refused, ? extends T> refused) {
      return this instanceof Answer given ? answer.apply(given) : refused.apply((Refused) this);
    }
  }

  /**
   * The answer.
   *
   * @param rows how many rows were read and matched
   * @param viewers those of the staff who looked at people of the leak: leads beside the verdict,
   *     which the case file does not hold
   * @param receipt of the entry that recorded it
   */
  public record Answer(Fusion fusion, CaseFile.Rows rows, List<Viewer> viewers, Receipt receipt)
      implements Outcome {
    /** Copies the list. */
    public Answer {
      viewers = List.copyOf(viewers);
    }

    /** What the rows say. */
    public Attribution attribution() {
      return fusion.rows();
    }
  }

  /** A refused inquiry; the refusal is recorded. */
  public record Refused(Refusal refusal, Receipt receipt) implements Outcome {}

  /** Inquires. */
  public Outcome inquire(Actor actor, Sighting sighting) {
    if (!actor.may(Act.INQUIRE)) {
      return refuse(actor, Authority.notYourDuty(Act.INQUIRE));
    }
    Matches matches = new Finder(shelf, holders, vault.tokens()).find(sighting.rows());
    Decision decision = authority.inquire(actor, "inquiry", matches.records().getCardinality());
    return decision.either(
        permit -> inquire(actor, sighting, matches, permit),
        approvals -> refuse(actor, Authority.notYourDuty(Act.INQUIRE)),
        refusal -> refuse(actor, refusal));
  }

  private Outcome inquire(Actor actor, Sighting sighting, Matches matches, Permit permit) {
    Receipt receipt =
        journal.record(
            begun(actor, sighting, matches, permit),
            new InquiryBegun(
                sighting.id(), sighting.attempt(), sighting.digest(), matches.records()));
    Reading reading;
    try (Opened originals =
        vault.openHistory(permit, receipt, matches.records(), receipt.index())) {
      reading = new Reader(new BiasKey(keys.key(KeyRing.Use.BIAS))).read(matches, originals);
    }
    double threshold =
        Bound.atAttempt(policy.bound(), sighting.attempt())
            / (sighting.marks().looked() > 0 ? 2 : 1);
    Attribution attribution =
        new Tracer(holders, workshop::recipientKey, workshop.honeyFactor())
            .attribute(reading, threshold, receipt.index(), before(sighting));
    Fusion fusion = new Fusion(attribution, weighed(sighting, reading, receipt.index()));
    CaseFile file = CaseFiles.of(sighting, reading, fusion);
    byte[] bytes = format.write(file);
    Receipt concluded =
        journal.record(
            concluded(actor, sighting, fusion, Digest.sha256(bytes)),
            new CaseConcluded(
                sighting.id(), sighting.attempt(), vault.sealCase(sighting.id().text(), bytes)));
    List<Viewer> viewers =
        Viewer.of(reading, viewings, new ViewerSpellings(keys)::key, receipt.index());
    return new Answer(fusion, file.rows(), viewers, concluded);
  }

  private long before(Sighting sighting) {
    return sighting.seen().map(holders::before).orElse(Long.MAX_VALUE);
  }

  private Entry begun(Actor actor, Sighting sighting, Matches matches, Permit permit) {
    Entry.Builder entry =
        Entries.begin("inquiry", clock.instant(), actor, policy)
            .line("case", sighting.id())
            .line("attempt", sighting.attempt())
            .line(Vault.PERMIT_LINE, permit.digest())
            .line("material", sighting.digest())
            .line("rows", matches.read())
            .line("people", matches.records().getCardinality());
    sighting.seen().ifPresent(seen -> entry.line("seen", seen));
    if (sighting.marks().looked() > 0) {
      entry.line("looked", sighting.marks().looked());
    }
    return entry.build();
  }

  private List<WeighedMark> weighed(Sighting sighting, Reading reading, long inquiry) {
    long before = before(sighting);
    List<WeighedMark> weighed = new ArrayList<>();
    for (ReadMark mark : sighting.marks().read()) {
      List<RoaringBitmap> rows =
          reading.rows().stream()
              .filter(row -> sighting.marks().within().test(row.leaked().number(), mark.file()))
              .map(Reading.Row::records)
              .toList();
      RoaringBitmap given = givenTo(mark.to(), rows, inquiry);
      long held = rows.stream().filter(row -> RoaringBitmap.intersects(row, given)).count();
      weighed.add(new WeighedMark(mark, rows.size(), (int) held, mark.entry() >= before));
    }
    return weighed;
  }

  /** Which of these records the party was given before the inquiry. */
  private RoaringBitmap givenTo(String party, List<RoaringBitmap> rows, long inquiry) {
    RoaringBitmap asked = new RoaringBitmap();
    rows.forEach(asked::or);
    Map<Integer, RoaringBitmap> holding = holders.of(asked);
    RoaringBitmap numbers = new RoaringBitmap();
    holding.values().forEach(numbers::or);
    RoaringBitmap own = new RoaringBitmap();
    holders.disclosures(numbers).stream()
        .filter(one -> one.party().equals(party) && one.entry() < inquiry)
        .forEach(one -> own.add(one.number()));
    RoaringBitmap given = new RoaringBitmap();
    holding.forEach(
        (record, by) -> {
          if (RoaringBitmap.intersects(by, own)) {
            given.add(record);
          }
        });
    return given;
  }

  private Entry concluded(Actor actor, Sighting sighting, Fusion fusion, Digest result) {
    Attribution attribution = fusion.rows();
    Entry.Builder entry =
        Entries.begin("attribution", clock.instant(), actor, policy)
            .line("case", sighting.id())
            .line("attempt", sighting.attempt())
            .line("verdict", fusion.verdict().id())
            .line("candidates", attribution.counted())
            .line("threshold", attribution.threshold())
            .line("result", result);
    Stream.concat(
            fusion.byRows().stream().map(Candidate::party),
            fusion.naming().stream().map(one -> one.mark().to()))
        .distinct()
        .limit(500)
        .forEach(party -> entry.line("accused", party));
    return entry.build();
  }

  private Refused refuse(Actor actor, Refusal refusal) {
    return new Refused(
        refusal,
        journal.record(
            Entries.refusal(clock.instant(), actor, policy, Act.INQUIRE, refusal).build()));
  }
}
