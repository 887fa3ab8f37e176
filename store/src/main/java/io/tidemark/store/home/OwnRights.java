package io.tidemark.store.home;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.custody.Answering;
import io.tidemark.custody.Consenting;
import io.tidemark.custody.Correcting;
import io.tidemark.custody.Erasing;
import io.tidemark.custody.Identifying;
import io.tidemark.custody.Noticing;
import io.tidemark.custody.OwnerCopying;
import io.tidemark.custody.OwnerExporting;
import io.tidemark.custody.Pacing;
import io.tidemark.custody.Publishing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.custody.Retaining;
import io.tidemark.custody.TurningBack;
import io.tidemark.ledger.Entry;
import io.tidemark.vault.Vault;

/**
 * The flows by which people's own rights are served, over one home: the same for a command as for
 * the server. Thread-safe.
 *
 * @param register where they are recorded
 * @param authority decides
 * @param chain knows recipients
 */
public record OwnRights(
    Home home, Vault vault, Register register, Authority authority, Chain chain) {
  private Identifying identifying() {
    return new Identifying(vault, home.shelf(), home.consents(), home.paces(), register, authority);
  }

  private Noticing noticing() {
    return new Noticing(vault, home.keys(), home.footprints(), register.policy().notices());
  }

  /** Recording what people consent to or refuse. */
  public Consenting consenting() {
    return new Consenting(
        vault, home.shelf(), home.consents(), identifying(), register, chain, noticing());
  }

  /** Giving people a copy of what is kept. */
  public OwnerCopying copying() {
    return new OwnerCopying(
        vault, home.footprints(), home.consents(), identifying(), register, authority, this::entry);
  }

  private Entry entry(long index) {
    try {
      return Entry.parse(home.entries(index, 1).get(0));
    } catch (Entry.BadEntry e) {
      throw new IllegalStateException("entry " + index + " is damaged: run ledger fsck", e);
    }
  }

  /** Giving people their history. */
  public OwnerExporting exporting() {
    return new OwnerExporting(register, new Publishing(register, home.histories()));
  }

  /** Correcting what is kept. */
  public Correcting correcting() {
    return new Correcting(
        vault,
        home.shelf(),
        home.corrections(),
        home.footprints(),
        home.consents(),
        identifying(),
        register);
  }

  /** Refusing with a reason, and telling what was changed or refused. */
  public Answering answering() {
    return new Answering(vault, home.footprints(), home.corrections(), identifying(), register);
  }

  /** Erasing people. */
  public Erasing erasing() {
    return new Erasing(register, noticing());
  }

  /** Erases the one person who has this number today. */
  public Recorded<Erasing.Erased> erase(Actor actor, Identifying.Number number, String why) {
    return identifying()
        .one(
            Pacing.What.OWNERS,
            actor,
            Act.ERASE,
            number,
            person -> erasing().all(actor, home.footprints().records(person.people()), why));
  }

  /** Erasing what is past its time. */
  public Retaining retaining() {
    return new Retaining(
        vault,
        home.shelf(),
        home.footprints(),
        home.consents(),
        erasing(),
        home.retentionRuns(),
        register,
        authority);
  }

  /** Turning tokens back. */
  public TurningBack turningBack() {
    return new TurningBack(register, home.keys());
  }
}
