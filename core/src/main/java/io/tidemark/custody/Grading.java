package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Policy;
import io.tidemark.classify.Correction;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person confirms or corrects what headings mean: entry and correction in one transaction.
 * Thread-safe.
 */
public final class Grading {
  private final Journal journal;
  private final Policy policy;
  private final Clock clock;

  /** Records in this journal. */
  public Grading(Journal journal, Policy policy, Clock clock) {
    this.journal = journal;
    this.policy = policy;
    this.clock = clock;
  }

  /** Why this actor may not say what headings mean; the refusal is recorded. */
  public Optional<Refusal> refusal(Actor actor) {
    if (actor.may(Act.GRADE)) {
      return Optional.empty();
    }
    Refusal refusal = Authority.notYourDuty(Act.GRADE);
    journal.record(Entries.refusal(clock.instant(), actor, policy, Act.GRADE, refusal).build());
    return Optional.of(refusal);
  }

  /**
   * Keeps corrections; each replaces an earlier one of the same heading and sender. The caller has
   * asked {@link #refusal} before.
   *
   * @param file SHA-256 of the file that the person looked at
   */
  public Receipt keep(Actor actor, Digest file, List<Correction> corrections) {
    Instant now = clock.instant();
    Entry.Builder entry = Entries.begin("grading", now, actor, policy).line("source-sha256", file);
    corrections.forEach(correction -> lines(entry, "correction", correction));
    return journal.record(entry.build(), new CorrectionsKept(corrections, actor.id(), now));
  }

  /** Takes a correction back. The caller has asked {@link #refusal} before. */
  public Receipt forget(Actor actor, Correction correction) {
    Entry.Builder entry = Entries.begin("grading", clock.instant(), actor, policy);
    lines(entry, "forgotten", correction);
    return journal.record(entry.build(), new CorrectionForgotten(correction));
  }

  private static void lines(Entry.Builder entry, String key, Correction correction) {
    entry.line(key, correction.heading()).line("class", correction.kind().zh());
    correction.sender().ifPresent(sender -> entry.line("sender", sender));
    correction.against().ifPresent(kind -> entry.line("against-content", kind.zh()));
  }
}
