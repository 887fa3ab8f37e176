package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Vault;
import io.tidemark.vault.WrongKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Opening the restricted archive: to whom somebody's data was given who is erased since. The entry
 * comes first, found or not. Thread-safe.
 */
public final class OpeningArchive {
  private final Register register;
  private final Archive archive;
  private final Vault vault;

  /** Opens what lies there, recorded in this register. */
  public OpeningArchive(Register register, Archive archive, Vault vault) {
    this.register = register;
    this.archive = archive;
    this.vault = vault;
  }

  /**
   * Shows what is kept of whoever had this number.
   *
   * @param number in its canonical form
   * @return a line for each provision: when, to whom, what for, which fields in which form, the
   *     disclosure, its entries
   */
  public Recorded<List<String>> open(Actor actor, Locator kind, PersonalText number, String why) {
    if (!actor.may(Act.ARCHIVE)) {
      return register.notYourDuty(actor, Act.ARCHIVE);
    }
    Instant now = register.now();
    List<Archive.Kept> found =
        archive.find(List.of(vault.archiveToken(vault.tokens().locator(kind, number))), now);
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("archive-opening", actor)
                    .line("by", kind)
                    .line("found", found.size())
                    .line("why", Digest.sha256(why))
                    .build());
    List<String> lines = new ArrayList<>();
    for (Archive.Kept kept : found) {
      lines.addAll(lines(kept));
    }
    return new Recorded.Done<>(lines, receipt);
  }

  private List<String> lines(Archive.Kept kept) {
    try {
      byte[] text = vault.openArchive(kept.id(), kept.box());
      return new String(text, StandardCharsets.UTF_8).lines().toList();
    } catch (WrongKey e) {
      throw new IllegalStateException("the archive was altered in the database", e);
    }
  }

  /** Lets go of what is past its time; the entry says how much. */
  public static void letGo(Archive archive, Journal journal, Instant now) {
    long past = archive.past(now);
    if (past > 0) {
      journal.record(
          io.tidemark.ledger.Entry.of("archive-end")
              .line("time", now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS))
              .line("actor", Actor.OPERATOR)
              .line("people", past)
              .build(),
          new ArchiveGone(now));
    }
  }
}
