package io.tidemark.custody.calls;

import io.tidemark.calls.line.Heard;
import io.tidemark.calls.line.TurnedAway;
import io.tidemark.disclose.SealedNumber;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.ledger.Journal;
import io.tidemark.rights.Footing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/** Where calls to alias numbers are kept. A store brings it. Thread-safe, over all nodes. */
public interface CallBook {
  /**
   * What is known of a number that rings, for one caller.
   *
   * @param number its internal id
   * @param line on which line it rings, as the operator calls it
   * @param bound whose it is, or was while it rests; nothing when nobody holds it
   * @param before what was answered to this very call before
   */
  record Called(int number, String line, Optional<Bound> bound, Optional<Before> before) {}

  /**
   * A binding that a call is held against.
   *
   * @param begun the ledger index of the entry that bound it
   * @param live whether it has not ended; its last day may be over all the same
   * @param until the last day on which it rings
   * @param probe whether it is a honey customer's
   * @param only the token of the one calling number that reaches the person, once there is one
   * @param today how often the holder was put through on the day that was asked about
   * @param tries how often in all
   * @param fromHolder whether the caller is a registered number of the holder's
   * @param fromPerson whether the caller is a number of the person's
   * @param records the person's policies, at most a few, the newest; empty when there is nobody
   */
  record Bound(
      AliasBook.Holder holder,
      long begun,
      boolean live,
      LocalDate until,
      boolean probe,
      OptionalLong only,
      int today,
      int tries,
      boolean fromHolder,
      boolean fromPerson,
      RoaringBitmap records) {}

  /**
   * What was answered before.
   *
   * @param begun which binding it was held against, -1 for none
   * @param did what became of it
   * @param why nothing when it went on
   */
  record Before(Heard heard, long begun, Did did, Optional<TurnedAway> why) {}

  /** What became of a call. */
  enum Did {
    /** It goes on. */
    FORWARDED,
    /** The caller hears why not. */
    ANNOUNCED,
    /** It is turned away. */
    REJECTED
  }

  /** What is known of the number under the token, which the caller rings in that call. */
  Optional<Called> called(long number, OptionalLong caller, UUID call, LocalDate day);

  /**
   * A call as it is kept.
   *
   * @param call a keyed digest of its id
   * @param bound the binding that it is held against; nothing for background
   * @param caller the calling number; nothing when it is withheld
   * @param nonce hides what the entry commits to
   * @param rule what counts for the holder's tries, when it is one
   * @param keepDays for so many days the caller's lines are counted together
   */
  record Call(
      UUID call,
      Instant at,
      LocalDate day,
      Called called,
      Optional<Bound> bound,
      Optional<SealedNumber> caller,
      Heard heard,
      Did did,
      Optional<TurnedAway> why,
      byte[] nonce,
      Optional<Tries> rule,
      int keepDays) {
    /** Copies the nonce. */
    public Call {
      nonce = nonce.clone();
    }

    @Override
    public byte[] nonce() {
      return nonce.clone();
    }
  }

  /** The most tries, and whether the calling number is the only one from now on. */
  record Tries(int perDay, int inAll, boolean oneNumber) {}

  /**
   * A call was answered: within the transaction of its entry it is kept and counted, once, if all
   * that it rests on still stands; {@link io.tidemark.authorise.Overtaken} otherwise.
   *
   * @param footing what it rests on in the person's own will, when it goes on
   */
  record Answered(Call call, Optional<Footing> footing) implements Journal.Consequence {}

  /** Keeps and counts a call that stands in no entry; the disk may have it a moment later. */
  void background(Call call);

  /**
   * How a party stands with one caller.
   *
   * @param lines how many of its lines the caller rang
   * @param highest the natural logarithm of how much they ever spoke for the party's list
   * @param parties how many parties hold numbers
   * @param last the ledger index of the last sighting
   */
  record Suspicion(long caller, String party, int lines, double highest, int parties, long last) {}

  /** How a party stands with a caller; nothing where it was named already, or never rung. */
  Optional<Suspicion> suspicion(long caller, String party);

  /** At most so many that have not been named, whose evidence is this high at least. */
  List<Suspicion> unnamed(double logEvidence, int most);

  /** A party is named for a caller's calls; once only. */
  record Named(long caller, String party) implements Journal.Consequence {}

  /** How many calling numbers a party has. */
  int callers(String party);

  /** The calling numbers of a party, the one that last was put through to this number first. */
  List<SealedNumber> callersOf(String party, int number);

  /** What somebody registered of a party's calling numbers: new ones, and some that are none. */
  record CallersChanged(String party, List<SealedNumber> added, List<Long> removed)
      implements Journal.Consequence {
    /** Copies the lists. */
    public CallersChanged {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /**
   * What is past its time, at most so many of each.
   *
   * @param calls how many calls
   * @param callers how many counts of callers
   */
  record Due(int calls, int callers) {}

  /** What is kept of calls of before this moment, and of counts that began before it. */
  Due due(Instant before, int most);

  /** At most so many calls of before this moment go, and counts of callers that began before it. */
  record Forgotten(Instant before, int most) implements Journal.Consequence {}
}
