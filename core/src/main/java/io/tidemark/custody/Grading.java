package io.tidemark.custody;

import io.tidemark.authorise.Actor;
import io.tidemark.classify.Correction;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import java.util.List;

/**
 * A person confirms or corrects what headings mean: entry and correction in one transaction.
 * Whoever calls has asked first whether the actor may ({@link io.tidemark.authorise.Act#GRADE}).
 * Thread-safe.
 *
 * @param register where it is recorded
 */
public record Grading(Register register) {
  /**
   * Keeps corrections; each replaces an earlier one of the same heading and sender.
   *
   * @param file SHA-256 of the file that the person looked at
   */
  public Receipt keep(Actor actor, Digest file, List<Correction> corrections) {
    Entry.Builder entry = register.begin("grading", actor).line("source-sha256", file);
    corrections.forEach(correction -> lines(entry, "correction", correction));
    return register
        .journal()
        .record(entry.build(), new CorrectionsKept(corrections, actor.id(), register.now()));
  }

  /** Takes a correction back. */
  public Receipt forget(Actor actor, Correction correction) {
    Entry.Builder entry = register.begin("grading", actor);
    lines(entry, "forgotten", correction);
    return register.journal().record(entry.build(), new CorrectionForgotten(correction));
  }

  private static void lines(Entry.Builder entry, String key, Correction correction) {
    entry.line(key, correction.heading()).line("class", correction.kind().zh());
    correction.sender().ifPresent(sender -> entry.line("sender", sender));
    correction.against().ifPresent(kind -> entry.line("against-content", kind.zh()));
  }
}
