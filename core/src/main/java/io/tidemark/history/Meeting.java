package io.tidemark.history;

import io.tidemark.evidence.Check;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Two owners' files side by side: does the same insurer tell both of one ledger and one series of
 * roots? Both were checked before, each by {@link HistoryChecks}. Immutable.
 *
 * @param one a file
 * @param other another one, of the same person or of somebody else
 */
public record Meeting(OwnerHistory one, OwnerHistory other) {
  /** What a check finds wrong, or nothing. */
  private interface Step {
    void run() throws LedgerException;
  }

  /** All checks, in the order in which a person reads them. */
  public List<Check> run() {
    return List.of(
        check("same-ledger", this::ledger, "两份文件出自同一账本", "both files are of one ledger"),
        check(
            "same-heads",
            this::heads,
            "两个签名头不互相矛盾",
            "the two signed heads do not contradict each other"),
        check(
            "same-entries",
            this::entries,
            "两份文件中序号相同的账目内容相同",
            "where both files show an entry, it is the same"),
        check("same-roots", this::roots, "两个根属于同一序列", "both roots fit into one series"),
        check(
            "same-history",
            this::history,
            "同一人的较早历史是较晚历史的开头",
            "where both are of one person, the earlier history begins the later"),
        decided());
  }

  private static Check check(String name, Step step, String zh, String en) {
    try {
      step.run();
      return Check.of(name, true, new Words(zh, en), new Words(zh, en));
    } catch (LedgerException e) {
      Words fails = new Words("不成立：" + e.getMessage(), "does not hold: " + e.getMessage());
      return Check.of(name, false, fails, fails);
    }
  }

  private void ledger() throws LedgerException {
    if (!one.bundledKey().equals(other.bundledKey())) {
      throw new LedgerException("the files name two ledgers' keys");
    }
  }

  private static Checkpoint head(OwnerHistory file) throws LedgerException {
    return Checkpoint.open(file.proved().proof().checkpoint(), file.bundledKey());
  }

  private void heads() throws LedgerException {
    Checkpoint first = head(one);
    Checkpoint second = head(other);
    if (first.size() == second.size() && !first.root().equals(second.root())) {
      throw new LedgerException(
          "two signed heads of size " + first.size() + " have different roots: the log was forked");
    }
  }

  private void entries() throws LedgerException {
    for (Map.Entry<Long, ProvedEntry> shown : one.entries().entrySet()) {
      ProvedEntry found = other.entries().get(shown.getKey());
      if (found != null && !Arrays.equals(found.bytes(), shown.getValue().bytes())) {
        throw new LedgerException(
            "entry " + shown.getKey() + " differs between the files: the log was forked");
      }
    }
  }

  private void roots() throws LedgerException {
    boolean inOrder = one.root().number() <= other.root().number();
    OwnerHistory earlier = inOrder ? one : other;
    OwnerHistory later = inOrder ? other : one;
    PublishedRoot before = earlier.root();
    PublishedRoot after = later.root();
    if (before.number() == after.number()) {
      if (!before.equals(after) || earlier.rootEntry() != later.rootEntry()) {
        throw new LedgerException(
            "two different roots have the number "
                + before.number()
                + ": owners were shown different histories");
      }
      return;
    }
    boolean follows = after.number() - before.number() == 1;
    if (earlier.rootEntry() >= later.rootEntry()
        || before.entries() > after.entries()
        || before.people() > after.people()
        || after.previous() < earlier.rootEntry()
        || follows != (after.previous() == earlier.rootEntry())) {
      throw new LedgerException(
          "root "
              + after.number()
              + " does not come after root "
              + before.number()
              + " in one series: owners were shown different histories");
    }
  }

  private void history() throws LedgerException {
    if (!one.secret().equals(other.secret())) {
      return;
    }
    boolean inOrder = one.events().size() <= other.events().size();
    List<Event> shorter = (inOrder ? one : other).events();
    List<Event> longer = (inOrder ? other : one).events();
    if (!longer.subList(0, shorter.size()).equals(shorter)) {
      throw new LedgerException("the two histories of this person part: one was rewritten");
    }
    long end = (inOrder ? one : other).root().entries();
    if (longer.stream().skip(shorter.size()).anyMatch(event -> event.entry() < end)) {
      throw new LedgerException(
          "the longer history has an event that the shorter file's root covers and lacks");
    }
  }

  /** Two heads of different sizes may still be of a fork: the log itself tells. */
  private Check decided() {
    try {
      Checkpoint first = head(one);
      Checkpoint second = head(other);
      boolean same = first.size() == second.size();
      String sizes = first.size() + ", " + second.size();
      return Check.tells(
          "one-log",
          same,
          same ? "两份文件出自同一个签名头" : "签名头大小不同（" + sizes + "）：请向见证方或公开账本核对较小的头是较大者的开头",
          same
              ? "both files are proved under the same head"
              : "the heads have different sizes ("
                  + sizes
                  + "): ask a witness or the published log whether the smaller begins the larger");
    } catch (LedgerException e) {
      return Check.tells("one-log", false, "签名头读不出来", "a head cannot be read");
    }
  }
}
