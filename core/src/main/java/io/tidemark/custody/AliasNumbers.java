package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.classify.Labels;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.disclose.alias.AliasKind;
import io.tidemark.disclose.alias.CopyAliases;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.honey.Pool;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.China;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.trace.Holders;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/**
 * The pool of alias numbers: telephone numbers of the operator's own that stand for people in the
 * copies of one party. Each batch is shuffled as it comes; one number in twenty is kept back for
 * ever, so that calls to numbers that nobody was given can be counted too. Thread-safe.
 */
public final class AliasNumbers {
  /** The most numbers in one entry. */
  public static final int LARGEST = 100_000;

  private static final int KEPT_OF = 20;

  private final NumberSafe safe;
  private final SortedNumbers.Sorting sorting;
  private final AliasBook book;

  /** A pool under these keys, of numbers that nobody on this shelf has and no honey customer. */
  public AliasNumbers(
      KeyRing keys, Vault vault, Shelf shelf, Holders holders, Pool honey, AliasBook book) {
    this.safe = new NumberSafe(keys, KeyRing.Use.ALIAS, "alias", vault);
    this.sorting =
        new SortedNumbers.Sorting(safe, shelf, holders, List.of(book::known, honey::known));
    this.book = book;
  }

  /**
   * What came into the pool.
   *
   * @param added how many numbers
   * @param kept how many of them are kept back
   * @param receipt of the last entry: one for each kind of number
   */
  public record Added(int added, int kept, Receipt receipt) {}

  /** Sorts at most {@link #LARGEST} lines; nothing is kept yet. */
  public SortedNumbers sort(List<PersonalText> lines, LocalDate today) {
    if (lines.size() > LARGEST) {
      throw new IllegalArgumentException("at most " + LARGEST + " lines at a time");
    }
    Labels labels = Labels.asOf(today);
    return sorting.of(
        lines,
        line -> {
          PersonalText number =
              labels.label(FieldClass.MOBILE, line.reveal(Reveal.CLASSIFY)).canonical();
          return AliasKind.of(number).isPresent() ? number : PersonalText.of("");
        });
  }

  /**
   * Records and keeps a batch that was sorted before and is not empty.
   *
   * @param line on which line of which carrier the numbers ring, as the operator calls it: lower
   *     case letters, digits, points and hyphens
   */
  public Recorded<Added> add(Actor actor, SortedNumbers sorted, String line, Register register) {
    if (!actor.may(Act.KEEP_ALIASES)) {
      return register.notYourDuty(actor, Act.KEEP_ALIASES);
    }
    Map<AliasKind, List<PersonalText>> kinds =
        sorted.numbers().stream()
            .collect(Collectors.groupingBy(number -> AliasKind.of(number).orElseThrow()));
    int kept = 0;
    Receipt receipt = null;
    for (Map.Entry<AliasKind, List<PersonalText>> kind : kinds.entrySet()) {
      NumberSafe.Batch batch = safe.batch(kind.getValue(), KEPT_OF);
      kept += batch.kept();
      receipt =
          register
              .journal()
              .record(
                  register
                      .begin("alias-pool", actor)
                      .line("numbers", batch.sealed().size())
                      .line("kind", kind.getKey().id())
                      .line("on-line", line)
                      .line("kept-back", batch.kept())
                      .line("digest", batch.digest())
                      .build(),
                  new AliasBook.Filled(batch.sealed(), kind.getKey(), line));
    }
    if (receipt == null) {
      throw new IllegalArgumentException("a batch has at least one number");
    }
    return new Recorded.Done<>(new Added(sorted.numbers().size(), kept, receipt), receipt);
  }

  /** The token under which the book finds a number as it was typed. */
  long token(PersonalText typed, LocalDate today) {
    return safe.token(
        Labels.asOf(today).label(FieldClass.MOBILE, typed.reveal(Reveal.CLASSIFY)).canonical());
  }

  /**
   * The last day on which the numbers ring that a copy or view made now would show: as long as its
   * purpose lets a copy be kept; nothing where it shows none.
   */
  static Optional<LocalDate> until(Policy policy, Permit permit, Instant now) {
    return Optional.ofNullable(policy.purposes().get(permit.purpose()))
        .filter(purpose -> permit.forms().get(FieldClass.MOBILE) == Form.ALIAS)
        .map(purpose -> China.day(now).plusDays(purpose.retentionDays()));
  }

  /** The numbers that a recorded view shows, by record. */
  Map<Integer, PersonalText> inView(
      AliasBook.Holder holder, Collection<Integer> records, long entry) {
    Map<Integer, PersonalText> numbers = new HashMap<>();
    book.inView(holder, records, entry)
        .forEach((record, number) -> numbers.put(record, safe.open(number)));
    return numbers;
  }

  /** The numbers of a recorded copy. */
  CopyAliases of(DisclosureId id) {
    return new CopyAliases(book.inRows(id).iterator(), book.ofDraws(id), safe::open);
  }

  /** How many free numbers are missing for a copy with so many honey customers. */
  int missing(AliasBook.Holder holder, RoaringBitmap records, long asOf, int honey) {
    return book.missing(holder, records, asOf, HoneyCustomers.draws(honey));
  }
}
