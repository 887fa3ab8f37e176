package io.tidemark.disclose.alias;

import io.tidemark.disclose.SealedNumber;
import io.tidemark.ledger.Journal;
import io.tidemark.terms.DisclosureId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/** Where alias numbers and their bindings are kept. A store brings it. Thread-safe. */
public interface AliasBook {
  /**
   * A batch came into the pool, in the order in which its numbers will be given.
   *
   * @param kind of which kind all of them are
   * @param line on which line of which carrier they ring, as the operator calls it
   */
  record Filled(List<SealedNumber> batch, AliasKind kind, String line)
      implements Journal.Consequence {
    /** Copies the list. */
    public Filled {
      batch = List.copyOf(batch);
    }
  }

  /**
   * How many numbers there are on one line.
   *
   * @param free can be bound
   * @param bound stand for somebody, or for a honey customer
   * @param resting are not bound any more and not free yet
   * @param held are kept back for ever
   */
  record Stock(AliasKind kind, String line, int free, int bound, int resting, int held) {}

  /** Whose numbers they are: a party and what it uses them for. */
  record Holder(String party, String purpose) {}

  /**
   * Numbers that a view shows.
   *
   * @param until the last day on which they ring
   */
  record Wanted(Holder holder, LocalDate until) {}

  /**
   * How many numbers a holder has.
   *
   * @param bound numbers that ring
   * @param first the last day of the first of them to expire; nothing when it has none
   * @param ended bindings that are over
   */
  record Held(Holder holder, int bound, Optional<LocalDate> first, int ended) {}

  /**
   * One binding of a number.
   *
   * @param someone whether it stands for a person in custody; not so for a honey customer, nor
   *     after the person was erased
   * @param begun the ledger index of the entry that bound it
   * @param until the last day on which it rings
   * @param ended the ledger index of the entry that ended it
   * @param rests the day from which it can be bound again, while it rests
   * @param disclosures the copies in which it stood, the first first
   */
  record Binding(
      Holder holder,
      boolean someone,
      long begun,
      LocalDate until,
      OptionalLong ended,
      Optional<LocalDate> rests,
      List<DisclosureId> disclosures) {
    /** Copies the list. */
    public Binding {
      disclosures = List.copyOf(disclosures);
    }
  }

  /**
   * What the pool knows of one number.
   *
   * @param bindings the newest first
   */
  record Known(AliasKind kind, String line, boolean held, List<Binding> bindings) {
    /** Copies the list. */
    public Known {
      bindings = List.copyOf(bindings);
    }
  }

  /** Which of these tokens are of numbers in the pool. */
  Set<Long> known(Collection<Long> tokens);

  /**
   * How many free numbers are missing for a copy.
   *
   * @param asOf the ledger index before which the versions were deposited
   * @param draws how many more numbers its honey customers need
   */
  int missing(Holder holder, RoaringBitmap records, long asOf, int draws);

  /** The numbers that stand in a copy, one for each of its records in their order, streaming. */
  Stream<SealedNumber> inRows(DisclosureId id);

  /** The numbers of a copy's honey customers, one for each draw. */
  List<SealedNumber> ofDraws(DisclosureId id);

  /**
   * The numbers that a view shows, by record: those that its entry bound or found bound.
   *
   * @param entry the ledger index of the view's entry
   */
  Map<Integer, SealedNumber> inView(Holder holder, Collection<Integer> records, long entry);

  /** How many numbers there are, by kind and line. */
  List<Stock> stock();

  /** Who has how many. */
  List<Held> held();

  /**
   * One binding in a list, by the internal id of its number, which is not the number.
   *
   * @param someone whether it stands for a person in custody
   */
  record Line(
      int number,
      Holder holder,
      boolean someone,
      long begun,
      LocalDate until,
      OptionalLong ended,
      Optional<LocalDate> rests) {}

  /**
   * At most {@code most} bindings in the order of their numbers' internal ids and of their entries,
   * behind the one of {@code number} that was begun by the entry {@code begun}; 0 and -1 for the
   * first.
   */
  List<Line> lines(int number, long begun, int most);

  /** What is known of the number under this token. */
  Optional<Known> find(long token);

  /** The internal ids of at most {@code most} bound numbers whose last day lies before this one. */
  List<Integer> due(LocalDate day, int most);

  /** The internal ids of at most {@code most} numbers that have rested by this day. */
  List<Integer> rested(LocalDate day, int most);

  /** The internal ids of the numbers that a party has now, for one purpose or for all. */
  List<Integer> bound(String party, Optional<String> purpose);

  /**
   * Bindings end and numbers become free.
   *
   * @param ended internal ids of numbers whose bindings end
   * @param due only where their last day still lies before this day; nothing: whatever it is
   * @param rests the day from which these can be bound again
   * @param freed internal ids of numbers that have rested
   */
  record Moved(List<Integer> ended, Optional<LocalDate> due, LocalDate rests, List<Integer> freed)
      implements Journal.Consequence {
    /** Copies the lists. */
    public Moved {
      ended = List.copyOf(ended);
      freed = List.copyOf(freed);
    }
  }

  /** Bindings ring until another day. */
  record Extended(List<Integer> numbers, LocalDate until) implements Journal.Consequence {
    /** Copies the list. */
    public Extended {
      numbers = List.copyOf(numbers);
    }
  }
}
