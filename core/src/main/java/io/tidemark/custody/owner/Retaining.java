package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Permit;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Consents;
import io.tidemark.terms.China;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Content;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * Erasing what is past its time: {@code Decision -> Receipt -> Opened -> judged, erased}, batch by
 * batch in the order of the records' numbers. It can be cut off at any moment and taken up again:
 * whoever was erased is gone, and whoever was judged and kept is judged again at most once.
 * Thread-safe.
 *
 * @param vault opens; nothing leaves it but when contracts end
 * @param consents what people said of purposes
 * @param erasing erases
 * @param runs how far it has come
 */
public record Retaining(
    Vault vault,
    Shelf shelf,
    Footprints footprints,
    Consents consents,
    Erasing erasing,
    RetentionRuns runs,
    Register register,
    Authority authority) {
  /** So many records are judged at a time. */
  static final int BATCH = 2_000;

  /** The policy says nothing of times. */
  public static final Refusal SILENT =
      Refusal.of(
          "no-retention",
          "制度没有写保存期限（retention），什么都不到期",
          "the policy says nothing of retention: nothing is past its time");

  /** Somebody else is at it. */
  public static final Refusal BUSY =
      Refusal.of("retention-runs", "另一进程正在执行", "another process is at it");

  /**
   * What would be erased.
   *
   * @param day the day that counts
   * @param records how many were judged
   * @param people how many people are past their time
   * @param due their records
   * @param past for each purpose, how many records are past its time; they stay while another holds
   * @param undated how many records have no sound expiry
   * @param claimed how many a claim alone holds
   */
  public record Plan(
      LocalDate day,
      long records,
      long people,
      long due,
      Map<String, Long> past,
      long undated,
      long claimed) {
    private Plan and(long seen, PastTime.Found found) {
      Map<String, Long> sums = new LinkedHashMap<>(past);
      found.past().forEach((purpose, count) -> sums.merge(purpose, count, Long::sum));
      return new Plan(
          day,
          records + seen,
          people + found.people(),
          due + found.due().getLongCardinality(),
          sums,
          undated + found.undated(),
          claimed + found.claimed());
    }
  }

  /** One way through the records, as one process goes it. */
  private record Way(Actor actor, Permit permit, Receipt receipt, PastTime time) {}

  /** Counts what is past its time and erases nobody. */
  public Recorded<Plan> plan(Actor actor, Consumer<Long> progress) {
    Optional<Refusal> refusal = refusal(actor);
    if (refusal.isPresent()) {
      return register.refused(actor, Act.RETAIN, refusal.get());
    }
    Way way = way(actor, "planned", 0, new Journal.Nothing());
    Plan plan = new Plan(way.time().today(), 0, 0, 0, Map.of(), 0, 0);
    RoaringBitmap left = shelf.all();
    while (!left.isEmpty()) {
      RoaringBitmap batch = next(left);
      plan = plan.and(batch.getLongCardinality(), judge(way, batch));
      progress.accept(plan.records());
    }
    return new Recorded.Done<>(plan, way.receipt());
  }

  /**
   * Erases everybody who is past the own time, or goes on where it was cut off. The caller sees to
   * it that nobody else does.
   */
  public Recorded<RetentionRuns.Run> run(Actor actor, Consumer<RetentionRuns.Run> progress) {
    Optional<Refusal> refusal = refusal(actor);
    if (refusal.isPresent()) {
      return register.refused(actor, Act.RETAIN, refusal.get());
    }
    Optional<RetentionRuns.Run> before = runs.last();
    boolean resumed = before.filter(run -> !run.ended()).isPresent();
    int number = before.map(run -> resumed ? run.number() : run.number() + 1).orElse(1);
    RoaringBitmap all = shelf.all();
    Way way =
        resumed
            ? way(actor, "resumed", number, new Journal.Nothing())
            : way(
                actor,
                "begun",
                number,
                new RetentionBegun(number, all.getLongCardinality(), register.now()));
    RetentionRuns.Run run = runs.last().orElseThrow();
    all.remove(0L, run.place() + 1L);
    long seen = run.seen();
    while (!all.isEmpty()) {
      RoaringBitmap batch = next(all);
      long asOf = register.journal().size();
      RoaringBitmap due = judge(way, batch).due();
      erasing.past(actor, due, asOf, number);
      seen += batch.getLongCardinality();
      runs.reached(number, batch.last(), seen);
      progress.accept(runs.last().orElseThrow());
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("retention", actor)
                    .line("state", "ended")
                    .line("run", number)
                    .line("records", seen)
                    .line("people", runs.last().orElseThrow().erased())
                    .build(),
                new RetentionEnded(number));
    return new Recorded.Done<>(runs.last().orElseThrow(), receipt);
  }

  private Optional<Refusal> refusal(Actor actor) {
    if (!actor.may(Act.RETAIN)) {
      return Optional.of(Authority.notYourDuty(Act.RETAIN));
    }
    return register.policy().retention().speaks() ? Optional.empty() : Optional.of(SILENT);
  }

  private Way way(Actor actor, String state, int number, Journal.Consequence consequence) {
    Decision decision = authority.retain(actor);
    if (!(decision instanceof Permit permit)) {
      throw new IllegalStateException("whose duty it is was asked before");
    }
    LocalDate today = China.day(register.now());
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("retention", actor)
                    .line(Vault.PERMIT_LINE, permit.digest())
                    .line("state", state)
                    .line("run", number)
                    .line("day", today)
                    .build(),
                consequence);
    return new Way(actor, permit, receipt, new PastTime(register.policy(), consents, runs, today));
  }

  /** Takes the next records out of those that are left. */
  private static RoaringBitmap next(RoaringBitmap left) {
    RoaringBitmap batch = left.limit(BATCH);
    left.andNot(batch);
    return batch;
  }

  /** Judges whoever's first record is in the batch; the others were, or will be, in another. */
  private PastTime.Found judge(Way way, RoaringBitmap batch) {
    Map<UUID, RoaringBitmap> people = new HashMap<>();
    RoaringBitmap all = footprints.records(consents.people(batch).values());
    consents
        .people(all)
        .forEach(
            (record, person) ->
                people.computeIfAbsent(person, none -> new RoaringBitmap()).add(record));
    people.values().removeIf(own -> !batch.contains(own.first()));
    RoaringBitmap own = RoaringBitmap.or(people.values().iterator());
    Map<Integer, Content> contents = new HashMap<>();
    try (Opened opened = vault.open(way.permit(), way.receipt(), own, Shelf.LATEST)) {
      opened.records().forEach(record -> contents.put(record.id().number(), record.content()));
    }
    return way.time().judge(people, contents);
  }
}
