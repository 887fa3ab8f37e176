package io.tidemark.custody.marks;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.disclose.mark.CopyNumber;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import java.util.Optional;

/**
 * Marking pictures that go with a disclosure, and reading what pictures that were found say. The
 * entry comes first: a marked picture gets its name, and what was read is shown, only after it.
 * Thread-safe.
 *
 * @param register where it is recorded
 */
public record MarkingPictures(Register register) {
  /**
   * Records that a picture was marked and is about to leave.
   *
   * @param number what its mark says
   * @param disclosure whose number that is, where it is one's
   * @param original the digest of the file that was marked
   * @param marked the digest of the file that leaves
   */
  public Recorded<CopyNumber> marked(
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
   * Records that marks were read and are about to be shown.
   *
   * @param material a digest over the files that were read
   * @param files how many
   * @param marks in how many of them there was a mark
   */
  public Recorded<Integer> read(Actor actor, Digest material, int files, int marks) {
    if (!actor.may(Act.INQUIRE)) {
      return register.notYourDuty(actor, Act.INQUIRE);
    }
    Entry entry =
        register
            .begin("pictures-read", actor)
            .line("material", material)
            .line("files", files)
            .line("marks", marks)
            .build();
    return new Recorded.Done<>(marks, register.journal().record(entry));
  }
}
