package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.Pacing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.custody.SealedChunk;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.Receipt;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.rights.Consents;
import io.tidemark.rights.Right;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Content;
import io.tidemark.vault.Corrections;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import io.tidemark.vault.Salt;
import io.tidemark.vault.SealedRecord;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * Correcting one field of a person (PIPL art. 46): {@code Identified -> Opened -> Sealed ->
 * Receipt}. What is said of the person is corrected in all of the person's records, what is said of
 * a vehicle or a contract in the one that was named. A correction that cannot be done is refused
 * with a reason that the person can be told. Thread-safe.
 *
 * @param vault opens and seals
 * @param footprints knows which records are the person's
 */
public record Correcting(
    Vault vault,
    Shelf shelf,
    Corrections corrections,
    Footprints footprints,
    Consents consents,
    Identifying identifying,
    Register register) {
  private static final int ATTEMPTS = 5;

  /** What is wanted, by whom, why. */
  private record Wanted(Actor actor, NewValue value, String why) {}

  /** How many records say it now. */
  public record Done(FieldClass field, int records) {}

  /** Corrects a field of the one person who has this number. */
  public Recorded<Done> correct(
      Actor actor, Identifying.Number number, FieldClass field, PersonalText typed, String why) {
    NewValue value = NewValue.of(field, typed, register.now());
    return identifying.one(
        Pacing.What.OWNERS,
        actor,
        Act.CORRECT,
        number,
        person -> correct(new Wanted(actor, value, why), person));
  }

  private Recorded<Done> correct(Wanted wanted, Identifying.Person person) {
    Optional<Refusal> unsound = wanted.value().unsound();
    if (unsound.isPresent()) {
      return refused(wanted.actor(), person, unsound.get());
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(wanted, person);
      } catch (SealedChunk.TooLate e) {
        vault.readKeysAgain();
      } catch (Overtaken e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Recorded<Done> attempt(Wanted wanted, Identifying.Person person) {
    SealedChunk.Seen seen = new SealedChunk.Seen(shelf.erasures(), corrections.count());
    Versions all = versions(person);
    List<Versions.Of> concerned = all.concerned(wanted.value().field(), person.records());
    Optional<Refusal> refusal = wanted.value().unfit(vault.tokens(), concerned);
    if (refusal.isPresent()) {
      return refused(wanted.actor(), person, refusal.get());
    }
    Corrected corrected = corrected(wanted, all, concerned, seen);
    Receipt receipt = register.journal().record(entry(wanted, corrected), corrected);
    return new Recorded.Done<>(
        new Done(wanted.value().field(), corrected.records().size()), receipt);
  }

  /** The refusal becomes an event of the person, who is told its reason. */
  private Recorded<Done> refused(Actor actor, Identifying.Person person, Refusal refusal) {
    return new Recorded.Refused<>(
        refusal, Answering.recorded(register, actor, person.people(), Right.CORRECTION, refusal));
  }

  private Versions versions(Identifying.Person person) {
    RoaringBitmap records = footprints.records(person.people());
    Map<Integer, UUID> people = consents.people(records);
    Map<Integer, List<OpenedRecord>> versions = new TreeMap<>();
    try (Opened opened =
        vault.openHistory(person.permit(), person.receipt(), records, Shelf.LATEST)) {
      opened
          .records()
          .forEach(
              version ->
                  versions
                      .computeIfAbsent(version.id().number(), none -> new ArrayList<>())
                      .add(version));
    }
    return Versions.of(versions, people);
  }

  private Corrected corrected(
      Wanted wanted, Versions all, List<Versions.Of> concerned, SealedChunk.Seen seen) {
    Map<UUID, Corrected.Moved> moved = moved(wanted.value(), all, concerned);
    Set<UUID> people = new HashSet<>();
    concerned.forEach(one -> people.add(one.person()));
    moved.values().forEach(move -> people.add(move.to()));
    Map<UUID, Salt> salts = new HashMap<>(shelf.salts(people));
    moved.values().stream()
        .filter(Corrected.Moved::whole)
        .forEach(move -> salts.put(move.to(), Objects.requireNonNull(salts.get(move.from()))));
    List<Corrected.Anew> anew = new ArrayList<>();
    for (Versions.Of one : concerned) {
      Content content = wanted.value().in(one.current());
      UUID person = vault.tokens().person(content);
      Salt salt = salts.computeIfAbsent(person, unknown -> Salt.draw());
      SealedRecord sealed = vault.seal(content, person, salt);
      anew.add(
          new Corrected.Anew(
              sealed,
              vault.tokens().version(one.current()),
              one.earlier(vault.tokens(), sealed.key(), wanted.value().field())));
    }
    return new Corrected(
        wanted.value().field(),
        anew,
        seen,
        List.copyOf(moved.values()),
        wanted.actor().id(),
        wanted.why(),
        register.now());
  }

  /** By the keys that people have so far. Of two who get one key, the second joins the first. */
  private Map<UUID, Corrected.Moved> moved(
      NewValue value, Versions all, List<Versions.Of> concerned) {
    Map<UUID, Corrected.Moved> moved = new LinkedHashMap<>();
    Set<UUID> taken = new HashSet<>();
    for (Versions.Of one : concerned) {
      UUID from = one.person();
      UUID to = vault.tokens().person(value.in(one.current()));
      if (!to.equals(from) && !moved.containsKey(from)) {
        long moving = concerned.stream().filter(other -> other.person().equals(from)).count();
        boolean whole = moving == all.count(from) && !footprints.known(to) && taken.add(to);
        moved.put(from, new Corrected.Moved(from, to, whole));
      }
    }
    return moved;
  }

  private Entry entry(Wanted wanted, Corrected corrected) {
    RootBuilder root = new RootBuilder();
    corrected
        .records()
        .forEach(record -> root.add(Merkle.leaf(record.sealed().commitment().bytes())));
    return register
        .begin("correction", wanted.actor())
        .line("field", corrected.field())
        .line("records", corrected.records().size())
        .line("records-root", root.root())
        .line("why", Digest.sha256(wanted.why()))
        .build();
  }
}
