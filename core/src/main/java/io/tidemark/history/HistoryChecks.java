package io.tidemark.history;

import io.tidemark.evidence.Check;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks an owner's file with nothing but the file and the ledger's public key. Each check computes
 * anew what it is about. Immutable, thread-safe.
 */
public final class HistoryChecks {
  private final OwnerHistory file;
  private final VerifierKey key;
  private final boolean keyGiven;

  /**
   * Checks of this file.
   *
   * @param given the ledger's key as the verifier knows it; without it the key in the file is used,
   *     and a check says so
   */
  public HistoryChecks(OwnerHistory file, Optional<VerifierKey> given) {
    this.file = file;
    this.key = given.orElse(file.bundledKey());
    this.keyGiven = given.isPresent();
  }

  /** What a check does: it throws what does not hold. */
  private interface Step {
    Words run() throws LedgerException;
  }

  /** All checks, in the order in which a person reads them. */
  public List<Check> run() {
    return List.of(
        key(),
        check("ledger", this::ledger),
        check("root", this::root),
        check("chain", this::chain),
        check("map", this::map),
        check("events", this::events),
        whole());
  }

  private static Check check(String name, Step step) {
    try {
      Words holds = step.run();
      return Check.of(name, true, holds, holds);
    } catch (LedgerException | RuntimeException e) {
      Words fails = new Words("不成立：" + e.getMessage(), "does not hold: " + e.getMessage());
      return Check.of(name, false, fails, fails);
    }
  }

  private Check key() {
    return Check.tells(
        "key",
        keyGiven,
        keyGiven ? "账本公钥由核验者提供" : "未提供账本公钥，使用了文件内的公钥：请另行确认它属于该保险公司（" + key.vkey() + "）",
        keyGiven
            ? "the ledger's key was given by the verifier"
            : "no key was given, the key in the file was used: confirm by other means that it is the insurer's ("
                + key.vkey()
                + ")");
  }

  private Words ledger() throws LedgerException {
    String head = head().text();
    for (Map.Entry<Long, ProvedEntry> one : file.entries().entrySet()) {
      ProvedEntry entry = one.getValue();
      Checkpoint found = entry.proof().verify(entry.bytes(), key);
      if (!found.text().equals(head)
          || entry.proof().index() != one.getKey()
          || !Arrays.equals(entry.entry().bytes(), entry.bytes())) {
        throw new LedgerException(
            "entry " + one.getKey() + " is proved under another head or index");
      }
    }
    return new Words(
        "全部 " + file.entries().size() + " 条账目都在账本公钥签名的账本里",
        "all " + file.entries().size() + " entries stand in the ledger that the key signs");
  }

  /** The head under which the root's entry is proved. */
  private Checkpoint head() throws LedgerException {
    ProvedEntry root = file.proved();
    return root.proof().verify(root.bytes(), key);
  }

  private Words root() throws LedgerException {
    PublishedRoot root = file.root();
    boolean inOrder =
        root.number() >= 1
            && root.people() >= 0
            && root.entries() >= 0
            && root.entries() <= file.rootEntry()
            && (root.number() == 1) == (root.previous() < 0)
            && root.previous() < file.rootEntry();
    if (!inOrder) {
      throw new LedgerException("the root's entry contradicts itself");
    }
    return new Words(
        "第 " + root.number() + " 个根，包含 " + root.people() + " 人，覆盖序号 " + root.entries() + " 之前的全部账目",
        "root "
            + root.number()
            + " over "
            + root.people()
            + " people covers every ledger entry before index "
            + root.entries());
  }

  private Words chain() throws LedgerException {
    Head head = Head.over(file.secret(), file.events());
    long end = file.root().entries();
    for (Event event : file.events()) {
      if (!Event.told(event.kind()) || event.entry() >= end) {
        throw new LedgerException(
            "entry " + event.entry() + " is no event, or is not covered by this root");
      }
    }
    return new Words(
        head.events() + " 条记录按账本顺序连成一条链",
        head.events() + " events form one chain in the ledger's order");
  }

  private Words map() throws LedgerException {
    Head head = Head.over(file.secret(), file.events());
    if (head.events() == 0) {
      file.proof().absent(file.secret().mapKey(), file.root().root());
      return new Words("在该根之下没有此人的任何记录", "under this root there is no event about the owner");
    }
    file.proof().present(file.secret().mapKey(), head, file.root().root());
    return new Words(
        "链头就在该根的映射之中：不多、不少、未改动",
        "the chain's head stands in the map under this root: no event is missing, added or altered");
  }

  private Words events() throws LedgerException {
    int shown = 0;
    for (Event event : file.events()) {
      ProvedEntry proved = file.entries().get(event.entry());
      if (proved != null) {
        if (!Event.of(event.entry(), proved.entry()).equals(event)) {
          throw new LedgerException(
              "the event of entry " + event.entry() + " says something else than the entry");
        }
        shown++;
      }
    }
    return new Words(
        shown + " 条记录附有账目原文，且与之一致",
        shown + " events come with the whole entry of the ledger and agree with it");
  }

  /** How far the proof reaches. */
  private Check whole() {
    long without =
        file.events().stream().filter(event -> !file.entries().containsKey(event.entry())).count();
    return Check.tells(
        "entries",
        without == 0,
        without == 0 ? "每条记录都附有账目原文及其证明" : without + " 条记录只由链与根证明，未附账目原文（导出时加 --full 即附上）",
        without == 0
            ? "every event comes with its whole entry and proof"
            : without
                + " events are proved by chain and root alone, without the entry's text (export with --full to have it)");
  }
}
