package io.tidemark.authorise;

import io.tidemark.terms.Words;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whose calls to alias numbers go through, and what becomes of the others. Part of {@link
 * AliasTerms}. Immutable.
 *
 * @param usual what counts for purposes that are not named
 * @param purposes what counts for these purposes, by id
 * @param others what becomes of a call by anybody but the holder and the person
 * @param keepDays for how many days calls are kept, at least {@link AliasTerms#LEAST}; as long does
 *     one count of a caller's lines last
 * @param probes whether calls to numbers of honey customers count against the party that was given
 *     them: the operator has taken legal advice and consents
 */
public record CallTerms(
    Rule usual, Map<String, Rule> purposes, Others others, int keepDays, boolean probes) {
  /** Where a policy is silent. */
  public static final CallTerms USUAL =
      new CallTerms(
          new Rule(LocalTime.of(9, 0), LocalTime.of(20, 0), 3, 20, false),
          Map.of(),
          Others.REJECT,
          AliasTerms.LEAST,
          false);

  /** Copies the map; refuses to keep calls for less than six months. */
  public CallTerms {
    purposes = Map.copyOf(purposes);
    if (keepDays < AliasTerms.LEAST) {
      throw new IllegalArgumentException("calls are kept " + AliasTerms.LEAST + " days at least");
    }
  }

  /**
   * When and how often the holder of a number is put through.
   *
   * @param from the first moment of the day, in China
   * @param until the first moment of the day that is too late; midnight for none
   * @param perDay how often on one day of China's, at least 1
   * @param inAll how often while the number is bound, at least {@code perDay}
   * @param oneNumber whether the first calling number that was put through is the only one from
   *     then on (AXB); otherwise any of the party's (AX)
   */
  public record Rule(LocalTime from, LocalTime until, int perDay, int inAll, boolean oneNumber) {
    /** Refuses hours that end before they begin, and numbers that let nobody through. */
    public Rule {
      if (!fits(from, until) || perDay < 1 || inAll < perDay) {
        throw new IllegalArgumentException("hours that are some, and tries from 1 on");
      }
    }

    /** Whether these are hours of one day. */
    public static boolean fits(LocalTime from, LocalTime until) {
      return until.equals(LocalTime.MIDNIGHT) || from.isBefore(until);
    }

    /** Whether it is time to call. */
    public boolean isOpen(LocalTime time) {
      return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
  }

  /** What becomes of a call by anybody else. */
  public enum Others {
    /** It is turned away. */
    REJECT("拒接", "turned away"),
    /** The caller hears that the number takes no calls from it. */
    ANNOUNCE("播报", "told so"),
    /** It reaches the person, so that nobody notices. */
    FORWARD("接通", "put through");

    private final String zh;
    private final String en;

    Others(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** The name for programs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people. */
    public Words words() {
      return new Words(zh, en);
    }

    /** The one with this name. */
    public static Optional<Others> named(String id) {
      return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /** What counts for a purpose. */
  public Rule rule(String purpose) {
    return purposes.getOrDefault(purpose, usual);
  }
}
