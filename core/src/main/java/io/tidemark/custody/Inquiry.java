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
import io.tidemark.trace.Holders;
import io.tidemark.trace.InquiryBegun;
import io.tidemark.trace.LeakedRow;
import io.tidemark.trace.Matches;
import io.tidemark.trace.Reader;
import io.tidemark.trace.Reading;
import io.tidemark.trace.Tracer;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
      Clock clock) {
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
   */
  public record Sighting(
      CaseId id,
      int attempt,
      List<CaseFile.Material> material,
      Digest digest,
      Optional<Instant> seen,
      Iterator<LeakedRow> rows) {}

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
   * The answer, how many rows were read and matched, and the receipt of the entry that recorded it.
   */
  public record Answer(Attribution attribution, CaseFile.Rows rows, Receipt receipt)
      implements Outcome {}

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
    double threshold = Bound.atAttempt(policy.bound(), sighting.attempt());
    Attribution attribution =
        new Tracer(holders, workshop::recipientKey, workshop.honeyFactor())
            .attribute(reading, threshold, receipt.index(), before(sighting));
    CaseFile file = CaseFiles.of(sighting, reading, attribution);
    byte[] bytes = format.write(file);
    Receipt concluded =
        journal.record(
            concluded(actor, sighting, attribution, Digest.sha256(bytes)),
            new CaseConcluded(
                sighting.id(), sighting.attempt(), vault.sealCase(sighting.id().text(), bytes)));
    return new Answer(attribution, file.rows(), concluded);
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
    return entry.build();
  }

  private Entry concluded(Actor actor, Sighting sighting, Attribution attribution, Digest result) {
    Entry.Builder entry =
        Entries.begin("attribution", clock.instant(), actor, policy)
            .line("case", sighting.id())
            .line("attempt", sighting.attempt())
            .line("verdict", attribution.verdict().id())
            .line("candidates", attribution.counted())
            .line("threshold", attribution.threshold())
            .line("result", result);
    attribution.accused().stream()
        .limit(500)
        .map(Candidate::party)
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
