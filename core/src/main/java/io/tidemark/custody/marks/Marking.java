package io.tidemark.custody.marks;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Marking what leaves, and reading what was found. A document for one recipient: {@code Decision ->
 * Receipt -> marked -> Receipt}; the entry stands before the document is touched, the second one
 * holds the digest of what was written, and where it is missing nothing was delivered. A picture of
 * a disclosure gets its name only after its entry. Thread-safe.
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
  public Recorded<CopyNumber> begin(Actor actor, String to, String purpose, Digest original) {
    Optional<Refusal> refusal = authority.document(actor, to, purpose);
    if (refusal.isPresent()) {
      return register.refused(actor, Act.RELEASE, refusal.get());
    }
    CopyNumber mark = CopyNumber.random();
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
  public Receipt delivered(Actor actor, CopyNumber mark, Digest file) {
    return register
        .journal()
        .record(
            register.begin("copy-delivered", actor).line("mark", mark).line("file", file).build());
  }

  /**
   * Records that a picture was marked and is about to leave.
   *
   * @param number what its mark says
   * @param disclosure whose number that is, where it is one's
   * @param original SHA-256 of the file that was marked
   * @param marked SHA-256 of the file that leaves
   */
  public Recorded<CopyNumber> picture(
      Actor actor,
      CopyNumber number,
      Optional<DisclosureId> disclosure,
      Digest original,
      Digest marked) {
    if (!actor.may(Act.RELEASE)) {
      return register.notYourDuty(actor, Act.RELEASE);
    }
    Entry.Builder entry = register.begin("picture-marked", actor).line("number", number);
    disclosure.ifPresent(id -> entry.line("disclosure", id));
    entry.line("original", original).line("file", marked);
    return new Recorded.Done<>(number, register.journal().record(entry.build()));
  }

  /**
   * A mark that was read in what was found.
   *
   * @param bound the chance that an innocent copy, or an unmarked file, is read so
   */
  public record Read(CopyNumber mark, double bound) {}

  /**
   * Records what was read, before it is shown; the caller has asked that the actor may inquire.
   *
   * @param material SHA-256 over the digests of the files
   * @param files how many pictures and documents were looked through
   */
  public Receipt read(Actor actor, Digest material, int files, List<Read> read) {
    Entry.Builder entry =
        register.begin("marks-read", actor).line("material", material).line("files", files);
    read.stream().limit(500).forEach(one -> entry.line("mark", one.mark() + " " + one.bound()));
    return register.journal().record(entry.build());
  }
}
