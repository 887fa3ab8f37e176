package io.tidemark.evidence;

import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.VerifierKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the entries stand in the ledger that a key signs. */
record LedgerChecks(LedgerExtract extract, VerifierKey signer, boolean keyGiven) {
  /** All that is checked of the ledger in any bundle. */
  static Stream<Check> all(LedgerExtract extract, VerifierKey signer, boolean keyGiven) {
    LedgerChecks ledger = new LedgerChecks(extract, signer, keyGiven);
    return Stream.of(
        Check.guarded("key", ledger::key),
        Check.guarded("ledger", ledger::ledger),
        Check.guarded("suite", new SuiteCheck(extract)::check),
        Check.guarded("anchored", new Anchors(extract, signer)::check));
  }

  Check key() {
    return Check.tells(
        "key",
        keyGiven,
        keyGiven ? "账本公钥由核验者提供" : "未提供账本公钥，使用了证据包内的公钥：请另行确认它属于该保险公司（" + signer.vkey() + "）",
        keyGiven
            ? "the ledger's key was given by the verifier"
            : "no key was given, the key in the bundle was used: confirm by other means that it is the insurer's ("
                + signer.vkey()
                + ")");
  }

  Check ledger() {
    Faults faults = new Faults();
    extract.entries().forEach((index, entry) -> inLedger(index, entry).ifPresent(faults::add));
    return faults.check(
        "ledger",
        "全部 " + extract.entries().size() + " 条账目都在账本公钥签名的账本里",
        "all " + extract.entries().size() + " entries stand in the ledger that the key signs");
  }

  private Optional<String> inLedger(long index, ProvedEntry entry) {
    try {
      Checkpoint head = entry.proof().verify(entry.bytes(), signer);
      boolean sameHead = head.text().equals(extract.checkpoint().text());
      boolean sameEntry = Arrays.equals(entry.entry().bytes(), entry.bytes());
      return sameHead && sameEntry && entry.proof().index() == index
          ? Optional.empty()
          : Optional.of("entry " + index + " is proved under another head or index");
    } catch (LedgerException e) {
      return Optional.of("entry " + index + ": " + e.getMessage());
    }
  }
}
