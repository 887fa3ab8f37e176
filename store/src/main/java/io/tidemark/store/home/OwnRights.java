package io.tidemark.store.home;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.custody.Pacing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.custody.TurningBack;
import io.tidemark.custody.owner.Answering;
import io.tidemark.custody.owner.BuyerCopying;
import io.tidemark.custody.owner.Consenting;
import io.tidemark.custody.owner.Correcting;
import io.tidemark.custody.owner.Erasing;
import io.tidemark.custody.owner.Identifying;
import io.tidemark.custody.owner.Noticing;
import io.tidemark.custody.owner.OwnerCopying;
import io.tidemark.custody.owner.OwnerExporting;
import io.tidemark.custody.owner.Publishing;
import io.tidemark.custody.owner.Retaining;
import io.tidemark.history.OwnerSecret;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.ExportId;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Vault;
import java.util.Map;
import java.util.UUID;

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
  /** A person without an identity number can have several histories. */
  private static final Refusal SEVERAL_KEYS =
      Refusal.of(
          "several-histories",
          "此人的保单各有一份历史：请改用保单号",
          "the person's policies have a history each: give a policy number");

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

  /** A history that is given: its name, and whose it is. */
  public record Exported(ExportId id, UUID person, OwnerSecret secret) {}

  /** Records that the history of the one person who has this number today is given. */
  public Recorded<Exported> export(Actor actor, Identifying.Number number) {
    return identifying()
        .one(Pacing.What.OWNERS, actor, Act.OWNERS, number, person -> export(actor, person));
  }

  private Recorded<Exported> export(Actor actor, Identifying.Person person) {
    Map<UUID, OwnerSecret> people = home.histories().people(person.records());
    if (people.size() != 1) {
      return new Recorded.Refused<>(
          SEVERAL_KEYS, register.refusal(actor, Act.OWNERS, SEVERAL_KEYS));
    }
    Map.Entry<UUID, OwnerSecret> one = people.entrySet().iterator().next();
    return exporting()
        .export(actor, one.getKey())
        .<Recorded<Exported>>either(
            done ->
                new Recorded.Done<>(
                    new Exported(done.what(), one.getKey(), one.getValue()), done.receipt()),
            refused -> new Recorded.Refused<>(refused.refusal(), refused.receipt()));
  }

  /** Giving a vehicle's new owner a copy of its policy. */
  public BuyerCopying buyerCopying() {
    return new BuyerCopying(
        vault, home.keys(), home.consents(), identifying(), home.marks(), register, authority);
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
