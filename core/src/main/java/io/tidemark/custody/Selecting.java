package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Permit;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import io.tidemark.vault.select.Condition;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;

/**
 * Looking through the vault for the people that a condition names: {@code Decision -> Receipt ->
 * Opened}. Nothing leaves it but who they are. Thread-safe.
 */
public final class Selecting {
  private final Vault vault;
  private final Shelf shelf;
  private final Register register;
  private final Authority authority;

  /** Looks through this vault, recorded in this register. */
  public Selecting(Vault vault, Shelf shelf, Register register, Authority authority) {
    this.vault = vault;
    this.shelf = shelf;
    this.register = register;
    this.authority = authority;
  }

  /**
   * The records for which the condition holds, possibly none. Looking is recorded before the vault
   * is opened.
   *
   * @param printed the condition as a person writes it; the ledger holds a salted digest of it
   */
  public Recorded<RoaringBitmap> where(
      Actor actor, Condition condition, PersonalText printed, String purpose) {
    return where(actor, condition, printed, purpose, shelf::all);
  }

  /** The same among these records alone; the others are not opened. */
  public Recorded<RoaringBitmap> among(
      Actor actor,
      Condition condition,
      PersonalText printed,
      String purpose,
      RoaringBitmap records) {
    return where(actor, condition, printed, purpose, () -> records);
  }

  private Recorded<RoaringBitmap> where(
      Actor actor,
      Condition condition,
      PersonalText printed,
      String purpose,
      Supplier<RoaringBitmap> among) {
    Decision decision = authority.select(actor, purpose);
    if (!(decision instanceof Permit permit)) {
      return register.refused(actor, Act.REQUEST, ((Decision.Refused) decision).refusal());
    }
    RoaringBitmap all = among.get();
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("selection", actor)
                    .line(Vault.PERMIT_LINE, permit.digest())
                    .line("fields", condition.fields())
                    .line("condition", Digest.sha256(printed.reveal(Reveal.SELECT) + salt()))
                    .build());
    RoaringBitmap chosen = new RoaringBitmap();
    try (Opened opened = vault.open(permit, receipt, all, receipt.index())) {
      opened
          .records()
          .filter(record -> condition.holds(record.content()::canonical))
          .forEach(record -> chosen.add(record.id().number()));
    }
    return new Recorded.Done<>(chosen, receipt);
  }

  /**
   * A condition can name a person: its digest is salted so that nobody can try values against the
   * ledger.
   */
  private static String salt() {
    return "\n" + DisclosureId.random();
  }
}
