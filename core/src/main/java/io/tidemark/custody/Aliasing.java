package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Policy;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.China;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of alias numbers after they were given: they expire, are expired or extended, rest,
 * and are free again; and whose a number is. Each step is one entry with its consequence.
 * Thread-safe.
 */
public final class Aliasing {
  /** So many numbers move in one entry: others wait for the ledger meanwhile. */
  private static final int BATCH = 5_000;

  private final Register register;
  private final AliasNumbers numbers;
  private final AliasBook book;

  /** Moves the numbers of this book, recorded in this register. */
  public Aliasing(Register register, AliasNumbers numbers, AliasBook book) {
    this.register = register;
    this.numbers = numbers;
    this.book = book;
  }

  /**
   * What a round moved.
   *
   * @param ended bindings that ended
   * @param freed numbers that have rested and are free again
   * @param rests the day from which those that ended can be bound again
   */
  public record Swept(int ended, int freed, LocalDate rests) {}

  /**
   * Ends bindings whose last day is over and frees numbers that have rested, entry by entry; a
   * round that is cut off is gone on with by the next one.
   */
  public Swept sweep(Actor actor) {
    LocalDate today = today();
    LocalDate rests = rests(today);
    int ended = 0;
    int freed = 0;
    while (true) {
      List<Integer> due = book.due(today, BATCH);
      List<Integer> rested = book.rested(today, BATCH);
      if ((due.isEmpty() && rested.isEmpty()) || Thread.currentThread().isInterrupted()) {
        return new Swept(ended, freed, rests);
      }
      register
          .journal()
          .record(
              register
                  .begin("alias-expiry", actor)
                  .line("ended", due.size())
                  .line("rests-until", rests)
                  .line("freed", rested.size())
                  .build(),
              new AliasBook.Moved(due, Optional.of(today), rests, rested));
      ended += due.size();
      freed += rested.size();
    }
  }

  /** Ends the bindings of a party now, for one purpose or for all. */
  public Recorded<Swept> expire(Actor actor, String party, Optional<String> purpose, String why) {
    if (!actor.may(Act.KEEP_ALIASES)) {
      return register.notYourDuty(actor, Act.KEEP_ALIASES);
    }
    List<Integer> bound = book.bound(party, purpose);
    LocalDate rests = rests(today());
    Receipt receipt =
        moved(
            actor,
            "alias-ended",
            party,
            purpose,
            bound.size(),
            why,
            rests,
            new AliasBook.Moved(bound, Optional.empty(), rests, List.of()));
    return new Recorded.Done<>(new Swept(bound.size(), 0, rests), receipt);
  }

  /**
   * Lets the numbers of a party ring until another day, which lies today or later and within the
   * time for which the purpose lets a copy be kept that is made today.
   */
  public Recorded<Integer> extend(
      Actor actor, String party, String purpose, LocalDate until, String why) {
    if (!actor.may(Act.KEEP_ALIASES)) {
      return register.notYourDuty(actor, Act.KEEP_ALIASES);
    }
    Optional<Refusal> refusal = beyond(purpose, until);
    if (refusal.isPresent()) {
      return register.refused(actor, Act.KEEP_ALIASES, refusal.get());
    }
    List<Integer> bound = book.bound(party, Optional.of(purpose));
    Receipt receipt =
        moved(
            actor,
            "alias-extended",
            party,
            Optional.of(purpose),
            bound.size(),
            why,
            until,
            new AliasBook.Extended(bound, until));
    return new Recorded.Done<>(bound.size(), receipt);
  }

  private Optional<Refusal> beyond(String purpose, LocalDate until) {
    Policy.Purpose known = register.policy().purposes().get(purpose);
    if (known == null) {
      return Optional.of(Refusal.of("unknown-purpose", "制度中没有此目的", "unknown purpose"));
    }
    LocalDate last = today().plusDays(known.retentionDays());
    return until.isBefore(today()) || until.isAfter(last)
        ? Optional.of(
            Refusal.of(
                "beyond-retention",
                "只能延到今天至 " + last + " 之间：制度规定此目的保存 " + known.retentionDays() + " 天",
                "a number can ring until a day from today to "
                    + last
                    + ": the policy lets a copy for this purpose be kept "
                    + known.retentionDays()
                    + " days"))
        : Optional.empty();
  }

  /**
   * Whose a number is or was, with the copies in which it stood. The entry comes first, whatever
   * comes of it, and names the number by a digest that only this home can compute.
   */
  public Recorded<Optional<AliasBook.Known>> show(Actor actor, PersonalText number, String why) {
    if (!actor.may(Act.SHOW_ALIAS)) {
      return register.notYourDuty(actor, Act.SHOW_ALIAS);
    }
    long token = numbers.token(number, today());
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("alias-shown", actor)
                    .line("number", Long.toHexString(token))
                    .line("why", Digest.sha256(why))
                    .build());
    return new Recorded.Done<>(book.find(token), receipt);
  }

  private Receipt moved(
      Actor actor,
      String kind,
      String party,
      Optional<String> purpose,
      int bindings,
      String why,
      LocalDate day,
      Journal.Consequence consequence) {
    return register
        .journal()
        .record(
            register
                .begin(kind, actor)
                .line("party", party)
                .line("purpose", purpose.orElse("-"))
                .line("bindings", bindings)
                .line("until", day)
                .line("why", Digest.sha256(why))
                .build(),
            consequence);
  }

  private LocalDate today() {
    return China.day(register.now());
  }

  private LocalDate rests(LocalDate ended) {
    return ended.plusDays(register.policy().aliases().restDays());
  }
}
