package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.Pacing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Reason;
import io.tidemark.rights.Right;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Content;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Answering what a person asks: refusing it with a reason of the law, and telling what was changed
 * or refused so far. Thread-safe.
 *
 * @param vault opens earlier values
 * @param footprints knows which records are the person's
 * @param changes what was changed and refused
 * @param identifying finds the person
 * @param register where it is recorded
 */
public record Answering(
    Vault vault,
    Footprints footprints,
    ChangesKept changes,
    Identifying identifying,
    Register register) {
  /**
   * What was changed and refused.
   *
   * @param values what each record said of a field before and since each correction, by the entry
   *     of the correction and the record; empty where it was not asked for
   */
  public record Told(List<Change> changes, Map<Place, Values> values) {
    /** Copies the collections. */
    public Told {
      changes = List.copyOf(changes);
      values = Map.copyOf(values);
    }
  }

  /** One correction in one record. */
  public record Place(long entry, int record) {}

  /** What a field said before a correction, and what the correction made of it. Hides both. */
  public record Values(PersonalText before, PersonalText after) {}

  /** Refuses what the one person who has this number asked for; a human decided it. */
  public Recorded<Reason> refuse(
      Actor actor, Identifying.Number number, Right right, Reason reason) {
    return identifying.one(
        Pacing.What.OWNERS,
        actor,
        Act.CORRECT,
        number,
        person ->
            new Recorded.Done<>(
                reason, recorded(register, actor, person.people(), right, reason.refusal())));
  }

  /** Records a refusal as an event of the person's. */
  static Receipt recorded(
      Register register, Actor actor, Set<UUID> people, Right right, Refusal refusal) {
    return register
        .journal()
        .record(
            register
                .begin("right-refused", actor)
                .line("right", right.id())
                .line("rule", refusal.rule())
                .line("why", refusal.reason().en())
                .build(),
            new RightRefused(people, right, refusal, actor.id(), register.now()));
  }

  /**
   * Tells what was changed and refused of the one person who has this number.
   *
   * @param withValues whether what the fields said is opened too
   */
  public Recorded<Told> tell(Actor actor, Identifying.Number number, boolean withValues) {
    return identifying.one(
        Pacing.What.OWNERS, actor, Act.OWNERS, number, person -> tell(actor, person, withValues));
  }

  private Recorded<Told> tell(Actor actor, Identifying.Person person, boolean withValues) {
    List<Change> all = changes.of(person.people());
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("changes-told", actor)
                    .line(Vault.PERMIT_LINE, person.permit().digest())
                    .line("changes", all.size())
                    .line("values", withValues ? "yes" : "no")
                    .build());
    return new Recorded.Done<>(
        new Told(all, withValues ? values(person, all, receipt) : Map.of()), receipt);
  }

  private Map<Place, Values> values(Identifying.Person person, List<Change> all, Receipt receipt) {
    Map<Integer, NavigableMap<Long, Content>> versions = new HashMap<>();
    RoaringBitmap records = footprints.records(person.people());
    try (Opened opened = vault.openHistory(person.permit(), receipt, records, Shelf.LATEST)) {
      opened
          .records()
          .forEach(
              version ->
                  versions
                      .computeIfAbsent(version.id().number(), none -> new TreeMap<>())
                      .put(version.since(), version.content()));
    }
    Map<Place, Values> values = new HashMap<>();
    for (Change change : all) {
      if (change instanceof Change.Correction one) {
        NavigableMap<Long, Content> said = versions.getOrDefault(one.record(), new TreeMap<>());
        values.put(
            new Place(one.entry(), one.record()),
            new Values(
                text(said.lowerEntry(one.entry()), one.field()),
                text(said.floorEntry(one.entry()), one.field())));
      }
    }
    return values;
  }

  private static PersonalText text(Map.@Nullable Entry<Long, Content> version, FieldClass field) {
    return version == null ? PersonalText.of("") : version.getValue().original(field);
  }
}
