package io.tidemark.evidence;

import io.tidemark.ledger.VerifierKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks a bundle with nothing but the bundle, a public key and, where they are at hand, the leaked
 * files. Each check is one method and recomputes what it is about; none of them trusts a number of
 * the bundle that it could compute. Immutable, thread-safe.
 */
public final class Verification {
  private final Bundle bundle;
  private final VerifierKey key;
  private final boolean keyGiven;
  private final Optional<List<CaseFile.Material>> shown;

  /**
   * A verification that nobody shows the leaked files to.
   *
   * @param given the ledger's key as the verifier knows it; without it the key in the bundle is
   *     used, and a check says so
   */
  public Verification(Bundle bundle, Optional<VerifierKey> given) {
    this(bundle, given, Optional.empty());
  }

  /**
   * A verification.
   *
   * @param given the ledger's key as the verifier knows it; without it the key in the bundle is
   *     used, and a check says so
   * @param shown the leaked files as the verifier has them; without them a check says that nobody
   *     compared them
   */
  public Verification(
      Bundle bundle, Optional<VerifierKey> given, Optional<List<CaseFile.Material>> shown) {
    this.bundle = bundle;
    this.key = given.orElse(bundle.ledger().key());
    this.keyGiven = given.isPresent();
    this.shown = shown.map(List::copyOf);
  }

  /** All checks, in the order in which a person reads them. */
  public List<Check> run() {
    CaseChecks cases = new CaseChecks(bundle);
    Held held = new Held(bundle);
    CopyChecks copies = new CopyChecks(bundle, held);
    ScoreChecks scores = new ScoreChecks(bundle, held);
    MaterialCheck material = new MaterialCheck(bundle.file().material());
    return Stream.concat(
            LedgerChecks.all(bundle.ledger(), key, keyGiven),
            Stream.of(
                Check.guarded("case", cases::caseFile),
                Check.guarded("inquiry", cases::inquiry),
                Check.guarded("material", () -> material.check(shown)),
                Check.guarded("rows", cases::rows),
                Check.guarded("recipient-key", copies::recipientKeys),
                Check.guarded("recorded-before", copies::recordedBefore),
                Check.guarded("people", copies::people),
                Check.guarded("readings", scores::readings),
                Check.guarded("score", scores::scores),
                Check.guarded("bound", scores::bounds),
                Check.guarded("marks", new MarkChecks(bundle)::given),
                Check.guarded("verdict", new VerdictCheck(bundle)::check),
                Check.guarded("copy", copies::copies)))
        .toList();
  }
}
