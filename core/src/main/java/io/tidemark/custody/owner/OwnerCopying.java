package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.custody.Pacing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.history.OwnerExported;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Consents;
import io.tidemark.terms.ExportId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Content;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import io.tidemark.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.roaringbitmap.RoaringBitmap;

/**
 * Giving a person a copy of what is kept today: {@code Identified -> Decision -> Receipt -> Opened
 * -> copy}. The entry comes before anything is opened for it, and joins the person's history.
 * Thread-safe.
 *
 * @param vault opens
 * @param footprints knows which records are the person's
 * @param consents what the person said
 * @param identifying finds the person
 * @param register where it is recorded
 * @param authority decides
 * @param entries reads an entry of the ledger by its index
 */
public record OwnerCopying(
    Vault vault,
    Footprints footprints,
    Consents consents,
    Identifying identifying,
    Register register,
    Authority authority,
    LongFunction<Entry> entries) {
  /** Copies all that is kept of the one person who has this number. */
  public Recorded<OwnerCopy> copy(Actor actor, Identifying.Number number) {
    return identifying.one(
        Pacing.What.OWNERS, actor, Act.OWNERS, number, person -> copy(actor, person));
  }

  private Recorded<OwnerCopy> copy(Actor actor, Identifying.Person person) {
    RoaringBitmap records = footprints.records(person.people());
    if (!(authority.copy(actor, records.getCardinality()) instanceof Permit permit)) {
      throw new IllegalStateException("whose duty it is was asked before");
    }
    ExportId id = ExportId.random();
    Receipt receipt = recorded(actor, person, permit, id);
    Instant now = register.now();
    Map<String, RoaringBitmap> stopped = stopped(records);
    List<OwnerCopy.Contract> contracts = new ArrayList<>();
    try (Opened opened = vault.open(permit, receipt, records, receipt.index())) {
      opened.records().forEach(record -> contracts.add(contract(record, stopped)));
    }
    return new Recorded.Done<>(
        new OwnerCopy(
            id, receipt, now, register.policy().version(), contracts, consents.of(person.people())),
        receipt);
  }

  /** One event for each of the person's keys: mostly one. */
  private Receipt recorded(Actor actor, Identifying.Person person, Permit permit, ExportId id) {
    Receipt receipt = null;
    for (java.util.UUID key : person.people().stream().sorted().toList()) {
      receipt =
          register
              .journal()
              .record(
                  register
                      .begin("owner-copy", actor)
                      .line(Vault.PERMIT_LINE, permit.digest())
                      .line("export", id)
                      .line("records", permit.people())
                      .build(),
                  new OwnerExported(key));
    }
    return java.util.Objects.requireNonNull(receipt, "a person has a key");
  }

  /** For each purpose the records that the person's own word keeps out of it. */
  private Map<String, RoaringBitmap> stopped(RoaringBitmap records) {
    Map<String, RoaringBitmap> stopped = new HashMap<>();
    register
        .policy()
        .purposes()
        .keySet()
        .forEach(
            purpose ->
                stopped.put(
                    purpose,
                    consents
                        .leftOut(register.policy().footing(purpose, Optional.empty()), records)
                        .records()));
    return stopped;
  }

  private OwnerCopy.Contract contract(OpenedRecord record, Map<String, RoaringBitmap> stopped) {
    Policy policy = register.policy();
    Content content = record.content();
    List<OwnerCopy.Value> values = new ArrayList<>();
    for (Map.Entry<FieldClass, PersonalText> field : content.original().entrySet()) {
      Policy.FieldRule rule = java.util.Objects.requireNonNull(policy.fields().get(field.getKey()));
      values.add(
          new OwnerCopy.Value(
              field.getKey(),
              field.getValue(),
              content.canonical(field.getKey()),
              Optional.ofNullable(content.suspicions().get(field.getKey())),
              rule.grade(),
              rule.levels()));
    }
    Optional<LocalDate> end = Term.end(content);
    List<OwnerCopy.Use> uses =
        policy.purposes().values().stream()
            .map(
                purpose ->
                    new OwnerCopy.Use(
                        purpose.id(),
                        purpose.words(),
                        purpose.basis(),
                        stopped
                            .getOrDefault(purpose.id(), new RoaringBitmap())
                            .contains(record.id().number()),
                        end.flatMap(day -> policy.retention().until(purpose.id(), day))))
            .toList();
    return new OwnerCopy.Contract(origin(record.since()), values, uses);
  }

  private OwnerCopy.Origin origin(long index) {
    Entry entry = entries.apply(index);
    return new OwnerCopy.Origin(
        index, entry.kind(), Instant.parse(entry.value("time").orElseThrow()));
  }
}
