package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;

/**
 * Showing in full what a scan found in files that are not in custody. The entry comes first; it
 * says who, in which material, how many values and why, and none of them. Thread-safe.
 *
 * @param register where it is recorded
 */
public record Revealing(Register register) {
  /**
   * Records that values are about to be shown.
   *
   * @param material a digest over what they were found in
   * @param files how many files that is
   * @param values how many values
   * @param why the reason; its digest is recorded
   * @return the number of values that may be shown now
   */
  public Recorded<Long> show(Actor actor, Digest material, long files, long values, String why) {
    if (!actor.may(Act.SHOW_FINDINGS)) {
      return register.notYourDuty(actor, Act.SHOW_FINDINGS);
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("findings-shown", actor)
                    .line("material", material)
                    .line("files", files)
                    .line("values", values)
                    .line("why", Digest.sha256(why))
                    .build());
    return new Recorded.Done<>(values, receipt);
  }
}
