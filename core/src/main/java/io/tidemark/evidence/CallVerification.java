package io.tidemark.evidence;

import io.tidemark.ledger.VerifierKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks a bundle about calls with nothing but the bundle, a public key and, where they are at
 * hand, the files of calls; as {@link Verification} does one about a leak. Immutable, thread-safe.
 */
public final class CallVerification {
  private final CallBundle bundle;
  private final VerifierKey key;
  private final boolean keyGiven;
  private final Optional<List<CaseFile.Material>> shown;

  /**
   * A verification.
   *
   * @param given the ledger's key as the verifier knows it; without it the key in the bundle is
   *     used, and a check says so
   * @param shown the files of calls as the verifier has them; kept reports are no file
   */
  public CallVerification(
      CallBundle bundle, Optional<VerifierKey> given, Optional<List<CaseFile.Material>> shown) {
    this.bundle = bundle;
    this.key = given.orElse(bundle.ledger().key());
    this.keyGiven = given.isPresent();
    this.shown = shown.map(List::copyOf);
  }

  /** All checks, in the order in which a person reads them. */
  public List<Check> run() {
    CallCaseChecks cases = new CallCaseChecks(bundle);
    CallSourceChecks sources = new CallSourceChecks(bundle);
    MaterialCheck material = new MaterialCheck(CallCaseChecks.kept(bundle.file(), false));
    return Stream.concat(
            LedgerChecks.all(bundle.ledger(), key, keyGiven),
            Stream.of(
                Check.guarded("case", cases::caseFile),
                Check.guarded("inquiry", cases::inquiry),
                Check.guarded("reports", cases::reports),
                Check.guarded("material", () -> material.check(shown)),
                Check.guarded("campaigns", cases::campaigns),
                Check.guarded("lists", sources::lists),
                Check.guarded("every-list", sources::everyList),
                Check.guarded("recorded-before", sources::recordedBefore),
                Check.guarded("people", sources::people),
                Check.guarded("verdict", sources::verdict)))
        .toList();
  }
}
