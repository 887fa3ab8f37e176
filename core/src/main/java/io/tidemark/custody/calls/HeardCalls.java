package io.tidemark.custody.calls;

import io.tidemark.disclose.SealedNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was heard on alias numbers, counted. A store brings it. Thread-safe. */
public interface HeardCalls {
  /**
   * How often lines rang.
   *
   * @param lines how many there are
   * @param rung how many of them rang
   * @param calls how often, the holder's and the person's own calls left out
   * @param lineDays over how many days of one line each, since the first call that is kept
   */
  record Rate(int lines, int rung, long calls, double lineDays) {
    /** Calls of one line in one day; 0 where there is nothing to count. */
    public double perLineDay() {
      return lineDays == 0 ? 0 : calls / lineDays;
    }
  }

  /**
   * What rang where.
   *
   * @param since the first call that is kept; nothing where none is
   * @param control lines that are kept back for ever: they measure the background
   * @param free lines that nobody holds
   * @param given lines that somebody holds or held lately
   * @param callersByLines how many callers rang so many lines: 1, 2 to 3, 4 to 9, 10 to 99, 100 and
   *     more, by the least of these
   * @param withheld calls without a number, the holder's and the person's own left out
   * @param parties how many parties hold numbers
   */
  record Summary(
      Optional<Instant> since,
      Rate control,
      Rate free,
      Rate given,
      Map<Integer, Long> callersByLines,
      long withheld,
      int parties) {
    /** Copies the map. */
    public Summary {
      callersByLines = Map.copyOf(callersByLines);
    }
  }

  /**
   * What was heard on one party's lines.
   *
   * @param tries the holder's own calls that went through
   * @param refused the holder's own calls that did not
   * @param back calls by the people
   * @param sightings calls by anybody else
   * @param named for how many callers the party is named
   */
  record OfParty(String party, long tries, long refused, long back, long sightings, long named) {}

  /**
   * A caller and a party whose lines it rang.
   *
   * @param caller its number, sealed
   * @param of parties that have registered this number as their own
   * @param rung how many lines it rang in all, each once
   * @param lines how many of the party's
   * @param bound the chance that any innocent party is suspected as much by one caller's calls
   * @param named the ledger index of the entry that named it
   */
  record Suspect(
      SealedNumber caller,
      List<String> of,
      long rung,
      String party,
      int lines,
      double bound,
      Instant last,
      Optional<Long> named) {
    /** Copies the list. */
    public Suspect {
      of = List.copyOf(of);
    }
  }

  /** What rang, until {@code now}. */
  Summary summary(Instant now);

  /** What was heard on parties' lines, by party. */
  List<OfParty> byParty();

  /** At most so many suspects behind these, the surest first. */
  List<Suspect> suspects(int passedOver, int most);

  /** The calling numbers that are registered, by party: how many. */
  Map<String, Integer> callers();
}
