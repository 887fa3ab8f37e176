package io.tidemark.custody.marks;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.CopyMark;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Marking a document that exists for one recipient: {@code Decision -> Receipt -> marked ->
 * Receipt}. The entry stands before the document is touched; the second one holds the digest of
 * what was written, and where it is missing nothing was delivered. Thread-safe.
 *
 * @param register where it is recorded
 * @param authority decides
 */
public record Marking(Register register, Authority authority) {
  /**
   * Draws a mark for a copy and records whose it is.
   *
   * @param to the party that receives it
   * @param purpose what for
   * @param original SHA-256 of the document as it was
   */
  public Recorded<CopyMark> begin(Actor actor, String to, String purpose, Digest original) {
    Optional<Refusal> refusal = authority.document(actor, to, purpose);
    if (refusal.isPresent()) {
      return register.refused(actor, Act.RELEASE, refusal.get());
    }
    CopyMark mark = CopyMark.random();
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("copy-marked", actor)
                    .line("mark", mark)
                    .line("to", to)
                    .line("purpose", purpose)
                    .line("original", original)
                    .build(),
                new CopyMarked(mark, to));
    return new Recorded.Done<>(mark, receipt);
  }

  /** Records the copy as it left. */
  public Receipt delivered(Actor actor, CopyMark mark, Digest file) {
    return register
        .journal()
        .record(
            register.begin("copy-delivered", actor).line("mark", mark).line("file", file).build());
  }

  /**
   * A mark that was read in leaked material.
   *
   * @param bound the chance that an innocent copy, or an unmarked document, is read so
   */
  public record Read(CopyMark mark, double bound) {}

  /**
   * Records what was read in leaked documents; the caller has asked that the actor may inquire.
   *
   * @param material SHA-256 over the digests of the files
   * @param documents how many were looked through
   */
  public Receipt read(Actor actor, Digest material, int documents, List<Read> read) {
    var entry =
        register.begin("marks-read", actor).line("material", material).line("documents", documents);
    read.stream().limit(500).forEach(one -> entry.line("mark", one.mark() + " " + one.bound()));
    return register.journal().record(entry.build());
  }
}
