package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Vault;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * Erases people: {@code Found -> Receipt with its consequence}. Salts, boxes and every way to them
 * go in the transaction of the entry; who received what goes into the archive. The entry names
 * keyed tokens, so that a restored backup can be told whom to erase again. Thread-safe.
 */
public final class Erasing {
  /** So many that their tokens fit into one entry. */
  private static final int BATCH = 500;

  private static final int ATTEMPTS = 5;

  private final Register register;
  private final Footprints footprints;
  private final Vault vault;
  private final Archiving archiving;
  private final Noticing noticing;

  /** Erases whom this noticing tells the holders of, recorded in this register. */
  public Erasing(Register register, Noticing noticing) {
    this.register = register;
    this.noticing = noticing;
    this.footprints = noticing.footprints();
    this.vault = noticing.vault();
    this.archiving = new Archiving(vault, register.policy().retention().provisionYears());
  }

  /**
   * What was erased.
   *
   * @param people how many
   * @param records their policies
   * @param archived of how many of them who received what is kept
   * @param notices how many notices to those who were given them were opened
   */
  public record Erased(int people, int records, int archived, int notices) {
    private static final Erased NOBODY = new Erased(0, 0, 0, 0);

    private Erased and(PeopleErased more) {
      return new Erased(
          people + more.people().size(),
          records + more.print().owners().size(),
          archived + more.archived().size(),
          notices + more.notices().size());
    }
  }

  /**
   * Erases the one person whom these records are about; several people are refused, since a number
   * that they share says nothing of whom is meant.
   */
  public Recorded<Erased> one(Actor actor, RoaringBitmap records, String why) {
    if (actor.may(Act.ERASE)
        && new HashSet<>(footprints.of(records).owners().values()).size() > 1) {
      return register.refused(
          actor,
          Act.ERASE,
          Refusal.of(
              "several-people",
              "这个号码指向多个人：请改用证件号码或保单号",
              "this number leads to several people: give the identity number or a policy number"));
    }
    return all(actor, records, why);
  }

  /** Erases everybody whom one of these records is about, with all of their records. */
  public Recorded<Erased> all(Actor actor, RoaringBitmap records, String why) {
    if (!actor.may(Act.ERASE)) {
      return register.notYourDuty(actor, Act.ERASE);
    }
    if (records.isEmpty()) {
      throw new IllegalArgumentException("somebody is erased");
    }
    return erase(actor, records, Digest.sha256(why).toString());
  }

  /**
   * Erases again whom an entry speaks of that a restored database knows nothing of; nothing happens
   * where nobody of them is there.
   *
   * @param tokens as the entry names them
   * @param entry the index of that entry
   */
  public Erased again(Actor actor, Set<UUID> tokens, long entry) {
    Set<UUID> people = new HashSet<>();
    footprints.people(
        person -> {
          if (tokens.contains(vault.suppression().token(person))) {
            people.add(person);
          }
        });
    RoaringBitmap records = footprints.records(people);
    return records.isEmpty() ? Erased.NOBODY : erase(actor, records, "as entry " + entry).what();
  }

  /**
   * Erases the people whom these records are about, who are past their time. Whoever has a version
   * from {@code asOf} on was judged by an earlier one, and is left for the next time.
   *
   * @param run the run of retention, named in each entry
   */
  Erased past(Actor actor, RoaringBitmap records, long asOf, int run) {
    RoaringBitmap due = records.clone();
    Erased erased = Erased.NOBODY;
    while (!due.isEmpty()) {
      RoaringBitmap batch = due.limit(BATCH);
      due.andNot(batch);
      Optional<Kept> kept = keep(actor, batch, "retention " + run, asOf);
      if (kept.isPresent()) {
        erased = erased.and(kept.get().erased());
        due.andNot(kept.get().erased().print().records());
      }
    }
    return erased;
  }

  private Recorded.Done<Erased> erase(Actor actor, RoaringBitmap records, String why) {
    RoaringBitmap left = records.clone();
    Erased erased = Erased.NOBODY;
    Receipt receipt = null;
    while (!left.isEmpty() || receipt == null) {
      RoaringBitmap batch = new RoaringBitmap();
      left.stream().limit(BATCH).forEach(batch::add);
      Kept kept = keep(actor, batch.clone(), why, Long.MAX_VALUE).orElseThrow();
      erased = erased.and(kept.erased());
      receipt = kept.receipt();
      left.andNot(kept.erased().print().records());
      left.andNot(batch);
    }
    return new Recorded.Done<>(erased, receipt);
  }

  private record Kept(PeopleErased erased, Receipt receipt) {}

  /**
   * What hangs on people may grow while it is read: then it is read again. Nothing where everybody
   * has a version from {@code asOf} on.
   */
  private Optional<Kept> keep(Actor actor, RoaringBitmap batch, String why, long asOf) {
    for (int attempt = 1; ; attempt++) {
      Footprint print = unchanged(batch, asOf);
      if (batch.isEmpty()) {
        return Optional.empty();
      }
      Instant now = register.now();
      PeopleErased erased =
          archiving.erased(
              print, noticing.erased(print, now), now, register.policy().aliases().restDays());
      try {
        return Optional.of(
            new Kept(erased, register.journal().record(entry(actor, erased, why), erased)));
      } catch (Overtaken e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** What hangs on the people of a batch, after whoever changed was taken out of it. */
  private Footprint unchanged(RoaringBitmap batch, long asOf) {
    Footprint print = footprints.of(batch);
    Set<UUID> changed = new HashSet<>();
    print.versions().stream()
        .filter(version -> version.stored().since() >= asOf)
        .forEach(version -> changed.add(version.person()));
    if (changed.isEmpty()) {
      return print;
    }
    print
        .owners()
        .forEach(
            (record, person) -> {
              if (changed.contains(person)) {
                batch.remove(record);
              }
            });
    return batch.isEmpty() ? print : unchanged(batch, asOf);
  }

  private Entry entry(Actor actor, PeopleErased erased, String why) {
    Entry.Builder entry =
        register
            .begin("erasure", actor)
            .line("people", erased.people().size())
            .line("records", erased.print().owners().size())
            .line("archived", erased.archived().size())
            .line("notices", erased.notices().size())
            .line("why", why);
    erased.people().stream()
        .map(vault.suppression()::token)
        .sorted()
        .forEach(token -> entry.line("person-token", token));
    return entry.build();
  }
}
