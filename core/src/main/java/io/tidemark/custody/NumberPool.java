package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Policy;
import io.tidemark.classify.LabelledValue;
import io.tidemark.classify.Labels;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.Pool;
import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Reveal;
import io.tidemark.trace.Holders;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Locator;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import io.tidemark.vault.WrongKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mobile numbers that the operator monitors. Each batch is shuffled as it comes and a quarter
 * of it kept back for ever; the rest is given in that order, each number to one disclosure and
 * never again. Thread-safe.
 */
public final class NumberPool {
  /** The smallest batch: one number of it is kept back. */
  public static final int SMALLEST = 4;

  private static final int KEPT_OF = 4;

  private final KeyRing keys;
  private final SecretBox box;
  private final Vault vault;
  private final Shelf shelf;
  private final Holders holders;
  private final Pool pool;

  /** A pool under these keys, of numbers that nobody on this shelf has. */
  public NumberPool(KeyRing keys, Vault vault, Shelf shelf, Holders holders, Pool pool) {
    this.keys = keys;
    this.box = SecretBox.keyed(keys.suite(), keys.derive(KeyRing.Use.HONEY, "number pool boxes"));
    this.vault = vault;
    this.shelf = shelf;
    this.holders = holders;
    this.pool = pool;
  }

  /**
   * The lines of a batch, sorted out.
   *
   * @param numbers what can be used
   * @param unsound lines that are no mobile number, or one that cannot ring
   * @param custody numbers that somebody in custody has
   * @param twice numbers that stood there before, in the batch or in the pool
   */
  public record Sorted(List<PersonalText> numbers, int unsound, int custody, int twice) {
    /** Copies the list. */
    public Sorted {
      numbers = List.copyOf(numbers);
    }
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
  public Sorted sort(List<PersonalText> lines, LocalDate today) {
    Labels labels = Labels.asOf(today);
    Map<Long, PersonalText> usable = new LinkedHashMap<>();
    int unsound = 0;
    for (PersonalText line : lines) {
      LabelledValue value = labels.label(FieldClass.MOBILE, line.reveal(Reveal.CLASSIFY));
      boolean sound =
          value.suspicion().isEmpty()
              && !value.canonical().isEmpty()
              && !HoneyKey.cannotRing(value.canonical());
      unsound += sound ? 0 : 1;
      if (sound) {
        usable.putIfAbsent(token(value.canonical()), value.canonical());
      }
    }
    int sound = lines.size() - unsound;
    Set<Long> custody = shelf.find(Locator.MOBILE, List.copyOf(usable.keySet())).keySet();
    Set<Long> known = pool.known(List.copyOf(usable.keySet()));
    Set<Long> shown = holders.honey(Locator.MOBILE, List.copyOf(usable.keySet())).keySet();
    usable.keySet().removeAll(known);
    usable.keySet().removeAll(shown);
    int before = usable.size();
    usable.keySet().removeAll(custody);
    int inCustody = before - usable.size();
    return new Sorted(
        List.copyOf(usable.values()), unsound, inCustody, sound - inCustody - usable.size());
  }

  /** Records and keeps a batch of at least {@link #SMALLEST} numbers, sorted before. */
  public Added add(Actor actor, Sorted sorted, Journal journal, Policy policy, Clock clock) {
    if (sorted.numbers().size() < SMALLEST) {
      throw new IllegalArgumentException("a batch has at least " + SMALLEST + " numbers");
    }
    List<PersonalText> batch = new ArrayList<>(sorted.numbers());
    Collections.shuffle(batch, new SecureRandom());
    int kept = (batch.size() + KEPT_OF - 1) / KEPT_OF;
    List<Pool.Sealed> sealed = new ArrayList<>(batch.size());
    for (PersonalText number : batch) {
      boolean held = sealed.size() >= batch.size() - kept;
      sealed.add(new Pool.Sealed(token(number), seal(number), held, kept));
    }
    Receipt receipt =
        journal.record(
            Entries.begin("honey-pool", clock.instant(), actor, policy)
                .line("numbers", batch.size())
                .line("kept-back", kept)
                .line("digest", digest(batch))
                .build(),
            new Pool.Filled(sealed));
    return new Added(kept, receipt);
  }

  /** The order of the batch, in which the last are kept back, under a key that stays here. */
  private Digest digest(List<PersonalText> batch) {
    StringBuilder lines = new StringBuilder();
    batch.forEach(number -> lines.append(number.reveal(Reveal.SEAL)).append('\n'));
    return Digest.sha256(
        "tidemark honey pool v1\n".getBytes(StandardCharsets.UTF_8),
        keys.derive(KeyRing.Use.HONEY, "number pool digests"),
        lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The next numbers, at most so many. */
  Chosen next(int most) {
    List<Pool.Sealed> next = most == 0 ? List.of() : pool.next(most);
    return new Chosen(numbers(next), next.stream().map(Pool.Sealed::token).toList());
  }

  /** The numbers of a disclosure. */
  PoolNumbers of(DisclosureId id) {
    return numbers(pool.of(id));
  }

  private PoolNumbers numbers(List<Pool.Sealed> sealed) {
    int kept = sealed.stream().mapToInt(Pool.Sealed::kept).min().orElse(0);
    return new PoolNumbers(sealed.stream().map(this::open).toList(), kept);
  }

  private long token(PersonalText number) {
    return vault.tokens().locator(Locator.MOBILE, number);
  }

  private byte[] seal(PersonalText number) {
    return box.seal(
        number.reveal(Reveal.SEAL).getBytes(StandardCharsets.US_ASCII), name(token(number)));
  }

  private PersonalText open(Pool.Sealed sealed) {
    try {
      byte[] number = box.open(sealed.box(), name(sealed.token()));
      return PersonalText.of(new String(number, StandardCharsets.US_ASCII));
    } catch (WrongKey e) {
      throw new IllegalStateException("a number of the pool was altered in the database", e);
    }
  }

  /** What a box is bound to: it opens as this number only. */
  private static String name(long token) {
    return "number " + Long.toHexString(token);
  }
}
