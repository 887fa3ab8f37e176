package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Policy;
import io.tidemark.classify.LabelledValue;
import io.tidemark.classify.Labels;
import io.tidemark.disclose.SealedNumber;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.Pool;
import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Reveal;
import io.tidemark.trace.Holders;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The mobile numbers that the operator monitors. Each batch is shuffled as it comes and a quarter
 * of it kept back for ever; the rest is given in that order, each number to one disclosure and
 * never again. Thread-safe.
 */
public final class NumberPool {
  /** The smallest batch: one number of it is kept back. */
  public static final int SMALLEST = 4;

  private static final int KEPT_OF = 4;

  private final NumberSafe safe;
  private final SortedNumbers.Sorting sorting;
  private final Pool pool;

  /** A pool under these keys, of numbers that nobody on this shelf has and that are no alias. */
  public NumberPool(
      KeyRing keys, Vault vault, Shelf shelf, Holders holders, Pool pool, AliasBook aliases) {
    this.safe = new NumberSafe(keys, KeyRing.Use.HONEY, "honey", vault);
    this.sorting =
        new SortedNumbers.Sorting(safe, shelf, holders, List.of(pool::known, aliases::known));
    this.pool = pool;
  }

  /** A recorded batch: how many numbers of it are kept back. */
  public record Added(int kept, Receipt receipt) {}

  /**
   * Numbers chosen for a release, which are its own once its first entry is recorded.
   *
   * @param numbers the numbers
   * @param tokens their tokens
   */
  record Chosen(PoolNumbers numbers, List<Long> tokens) {}

  /** How many numbers there are. */
  public Pool.Counts counts() {
    return pool.counts();
  }

  /** Why this actor may not touch the pool. */
  public static Optional<Refusal> refusal(Actor actor) {
    return actor.may(Act.POOL) ? Optional.empty() : Optional.of(Authority.notYourDuty(Act.POOL));
  }

  /** Sorts the lines of a batch; nothing is kept yet. */
  public SortedNumbers sort(List<PersonalText> lines, LocalDate today) {
    Labels labels = Labels.asOf(today);
    return sorting.of(
        lines,
        line -> {
          LabelledValue value = labels.label(FieldClass.MOBILE, line.reveal(Reveal.CLASSIFY));
          boolean sound =
              value.suspicion().isEmpty()
                  && !value.canonical().isEmpty()
                  && !HoneyKey.cannotRing(value.canonical());
          return sound ? value.canonical() : PersonalText.of("");
        });
  }

  /** Records and keeps a batch of at least {@link #SMALLEST} numbers, sorted before. */
  public Added add(Actor actor, SortedNumbers sorted, Journal journal, Policy policy, Clock clock) {
    if (sorted.numbers().size() < SMALLEST) {
      throw new IllegalArgumentException("a batch has at least " + SMALLEST + " numbers");
    }
    NumberSafe.Batch batch = safe.batch(sorted.numbers(), KEPT_OF);
    Receipt receipt =
        journal.record(
            Entries.begin("honey-pool", clock.instant(), actor, policy)
                .line("numbers", batch.sealed().size())
                .line("kept-back", batch.kept())
                .line("digest", batch.digest())
                .build(),
            new Pool.Filled(batch.sealed()));
    return new Added(batch.kept(), receipt);
  }

  /** The next numbers, at most so many. */
  Chosen next(int most) {
    List<SealedNumber> next = most == 0 ? List.of() : pool.next(most);
    return new Chosen(numbers(next), next.stream().map(SealedNumber::token).toList());
  }

  /** The numbers of a disclosure. */
  PoolNumbers of(DisclosureId id) {
    return numbers(pool.of(id));
  }

  private PoolNumbers numbers(List<SealedNumber> sealed) {
    int kept = sealed.stream().mapToInt(SealedNumber::kept).min().orElse(0);
    return new PoolNumbers(sealed.stream().map(safe::open).toList(), kept);
  }
}
