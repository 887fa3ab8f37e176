package io.tidemark.evidence;

import io.tidemark.ledger.VerifierKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    this.key = given.orElse(bundle.bundledKey());
    this.keyGiven = given.isPresent();
    this.shown = shown.map(List::copyOf);
  }

  /** All checks, in the order in which a person reads them. */
  public List<Check> run() {
    LedgerChecks ledger = new LedgerChecks(bundle, key, keyGiven);
    CaseChecks cases = new CaseChecks(bundle);
    Held held = new Held(bundle);
    CopyChecks copies = new CopyChecks(bundle, held);
    ScoreChecks scores = new ScoreChecks(bundle, held);
    return Stream.of(
            checked("key", ledger::key),
            checked("ledger", ledger::ledger),
            checked("suite", new SuiteCheck(bundle)::check),
            checked("anchored", new Anchors(bundle, key)::check),
            checked("case", cases::caseFile),
            checked("inquiry", cases::inquiry),
            checked("material", () -> cases.material(shown)),
            checked("rows", cases::rows),
            checked("recipient-key", copies::recipientKeys),
            checked("recorded-before", copies::recordedBefore),
            checked("people", copies::people),
            checked("readings", scores::readings),
            checked("score", scores::scores),
            checked("bound", scores::bounds),
            checked("marks", new MarkChecks(bundle)::given),
            checked("verdict", new VerdictCheck(bundle)::check),
            checked("copy", copies::copies))
        .toList();
  }

  /** A forger's number that a computation stumbles over fails its check and hides no other. */
  private static Check checked(String name, Supplier<Check> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      return Check.fails(
          name, "证据包中的数值无法计算", "the bundle holds something that cannot be computed with");
    }
  }
}
