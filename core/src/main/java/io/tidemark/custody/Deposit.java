package io.tidemark.custody;

import static java.util.Objects.requireNonNull;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Policy;
import io.tidemark.classify.LabelledValue;
import io.tidemark.classify.Labels;
import io.tidemark.classify.Suspicion;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.Receipt;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import io.tidemark.vault.Corrections;
import io.tidemark.vault.Salt;
import io.tidemark.vault.SealedRecord;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deposit: {@code Submission -> Labelled -> Sealed -> Receipt}, chunk by chunk. Each chunk is
 * durable with its own entry; a deposit that was stopped is taken up by depositing the same file
 * again. One thread uses it.
 */
public final class Deposit {
  private static final int CHUNK = 20_000;

  private final Vault vault;
  private final Shelf shelf;
  private final Held held;
  private final Journal journal;
  private final Policy policy;
  private final Clock clock;

  /** Deposits through this vault onto this shelf, recorded in this journal. */
  public Deposit(
      Vault vault,
      Shelf shelf,
      Corrections corrections,
      Journal journal,
      Policy policy,
      Clock clock) {
    this.vault = vault;
    this.shelf = shelf;
    this.held = new Held(vault, shelf, corrections);
    this.journal = journal;
    this.policy = policy;
    this.clock = clock;
  }

  /** Why this actor may not deposit; the refusal is recorded. */
  public Optional<Refusal> refusal(Actor actor) {
    if (actor.may(Act.DEPOSIT)) {
      return Optional.empty();
    }
    Refusal refusal = Authority.notYourDuty(Act.DEPOSIT);
    journal.record(Entries.refusal(clock.instant(), actor, policy, Act.DEPOSIT, refusal).build());
    return Optional.of(refusal);
  }

  /** Takes all rows into custody. The caller has asked {@link #refusal} before. */
  public DepositReport deposit(Actor actor, Submission submission, DepositReport.Listing listing) {
    Labels labels = Labels.asOf(LocalDate.now(clock));
    DepositReport report = DepositReport.NOTHING;
    long rows = 0;
    while (submission.rows().hasNext()) {
      List<Submission.Row> chunk = next(submission.rows());
      List<Content> labelled = label(labels, chunk, listing);
      Kept kept = keep(actor, submission, labelled);
      rows += chunk.size();
      report = sum(report, kept.sealed(), suspects(labelled), kept.receipt());
      listing.progress(rows);
    }
    return report;
  }

  private record Kept(Sorted sealed, Receipt receipt) {}

  /** Seals and records; once more when the data key changed or somebody was erased in between. */
  private Kept keep(Actor actor, Submission submission, List<Content> labelled) {
    while (true) {
      Sorted sealed = seal(labelled);
      try {
        return new Kept(sealed, record(actor, submission, sealed));
      } catch (SealedChunk.TooLate e) {
        vault.readKeysAgain();
      }
    }
  }

  private static List<Submission.Row> next(Iterator<Submission.Row> rows) {
    List<Submission.Row> chunk = new ArrayList<>(CHUNK);
    while (chunk.size() < CHUNK && rows.hasNext()) {
      chunk.add(rows.next());
    }
    return chunk;
  }

  private static List<Content> label(
      Labels labels, List<Submission.Row> chunk, DepositReport.Listing listing) {
    return chunk.stream().map(row -> label(labels, row, listing)).toList();
  }

  private static Content label(Labels labels, Submission.Row row, DepositReport.Listing listing) {
    Content.Builder content = new Content.Builder();
    row.cells()
        .forEach(
            (FieldClass field, PersonalText text) -> {
              LabelledValue value = labels.label(field, text.reveal(Reveal.CLASSIFY));
              value
                  .suspicion()
                  .ifPresent(suspicion -> listing.suspect(row.line(), field, suspicion));
              String code = value.suspicion().map(Suspicion::code).orElse("");
              content.put(field, value.original(), value.canonical(), code);
            });
    return content.build();
  }

  /**
   * Sealed records, told apart by whether their policies were known; unchanged ones are only
   * counted.
   */
  private record Sorted(
      List<SealedRecord> fresh,
      List<SealedRecord> changed,
      int unchanged,
      int erased,
      Held.Contents corrected,
      SealedChunk.Seen seen) {}

  private Sorted seal(List<Content> all) {
    long erasures = shelf.erasures();
    List<Content> labelled = erasures == 0 ? all : withoutErased(all);
    Map<UUID, Content> deposited = new LinkedHashMap<>();
    labelled.forEach(content -> deposited.put(vault.tokens().record(content), content));
    Held.Contents corrected = held.against(deposited);
    Map<UUID, Content> byPolicy = corrected.byPolicy();
    Map<UUID, UUID> known = shelf.versions(byPolicy.keySet());
    Map<UUID, UUID> people = new LinkedHashMap<>();
    byPolicy.forEach((key, content) -> people.put(key, vault.tokens().person(content)));
    Map<UUID, Salt> salts = new LinkedHashMap<>(shelf.salts(people.values()));
    people.values().forEach(person -> salts.computeIfAbsent(person, unknown -> Salt.draw()));

    Map<Boolean, List<SealedRecord>> sealed =
        byPolicy.entrySet().parallelStream()
            .filter(
                entry ->
                    !vault.tokens().version(entry.getValue()).equals(known.get(entry.getKey())))
            .map(entry -> seal(entry.getValue(), people, salts))
            .collect(Collectors.partitioningBy(record -> known.containsKey(record.key())));
    List<SealedRecord> fresh = sealed.getOrDefault(false, List.of());
    List<SealedRecord> changed = sealed.getOrDefault(true, List.of());
    return new Sorted(
        fresh,
        changed,
        labelled.size() - fresh.size() - changed.size(),
        all.size() - labelled.size(),
        corrected,
        new SealedChunk.Seen(erasures, corrected.seen()));
  }

  /** Who was erased does not come back with an old file; a policy that begins later is new. */
  private List<Content> withoutErased(List<Content> all) {
    List<Set<UUID>> tokens = all.parallelStream().map(vault::suppressions).toList();
    Map<UUID, LocalDate> erased =
        shelf.erased(tokens.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    List<Content> left = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      Content content = all.get(at);
      if (tokens.get(at).stream()
          .map(erased::get)
          .filter(Objects::nonNull)
          .allMatch(day -> beginsAfter(content, day))) {
        left.add(content);
      }
    }
    return left;
  }

  private static boolean beginsAfter(Content content, LocalDate day) {
    try {
      String begin = content.canonical(FieldClass.INCEPTION).reveal(Reveal.CLASSIFY);
      return LocalDate.parse(begin).isAfter(day);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private SealedRecord seal(Content content, Map<UUID, UUID> people, Map<UUID, Salt> salts) {
    UUID person = requireNonNull(people.get(vault.tokens().record(content)));
    return vault.seal(content, person, requireNonNull(salts.get(person)));
  }

  private Receipt record(Actor actor, Submission submission, Sorted sealed) {
    RootBuilder root = new RootBuilder();
    Stream.concat(sealed.fresh().stream(), sealed.changed().stream())
        .forEach(record -> root.add(Merkle.leaf(record.commitment().bytes())));
    Entry entry =
        Entries.begin("deposit", clock.instant(), actor, policy)
            .line("source-sha256", submission.digest())
            .line("accepted", sealed.fresh().size())
            .line("updated", sealed.changed().size())
            .line("unchanged", sealed.unchanged())
            .line("records-root", root.root())
            .line("erased-before", sealed.erased())
            .line("corrections-kept", sealed.corrected().kept())
            .line("corrections-overtaken", sealed.corrected().overtaken().size())
            .build();
    return journal.record(
        entry,
        new SealedChunk(
            sealed.fresh(), sealed.changed(), sealed.seen(), sealed.corrected().overtaken()));
  }

  private static long suspects(List<Content> labelled) {
    return labelled.stream().mapToLong(content -> content.suspicions().size()).sum();
  }

  private static DepositReport sum(
      DepositReport before, Sorted sealed, long suspects, Receipt receipt) {
    return new DepositReport(
        before.accepted() + sealed.fresh().size(),
        before.updated() + sealed.changed().size(),
        before.unchanged() + sealed.unchanged(),
        before.suspects() + suspects,
        before.erased() + sealed.erased(),
        before.corrections().and(sealed.corrected()),
        receipt.index());
  }
}
