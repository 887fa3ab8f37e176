package io.tidemark.app.evidence;

import io.tidemark.app.Session;
import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.CallBundle;
import io.tidemark.evidence.CallVerification;
import io.tidemark.evidence.Check;
import io.tidemark.evidence.LedgerExtract;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.evidence.Verification;
import io.tidemark.formats.report.Facts;
import io.tidemark.formats.report.Report;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Party;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The report of a case, with the facts that its case file does not hold. */
final class CaseReport {
  private final Session session;
  private final LedgerExtract ledger;
  private final long attribution;

  CaseReport(Session session, LedgerExtract ledger, long attribution) {
    this.session = session;
    this.ledger = ledger;
    this.attribution = attribution;
  }

  Report of(Bundle bundle) throws LedgerException {
    Map<String, Instant> disclosed = new TreeMap<>();
    for (Accused accused : bundle.accused()) {
      accused.copies().forEach(copy -> disclosed.put(copy.disclosure(), time(copy.entry())));
    }
    List<Check> checks = new Verification(bundle, Optional.of(session.home().ledger().key())).run();
    return Report.of(bundle.file(), facts(disclosed, checks));
  }

  Report of(CallBundle bundle) throws LedgerException {
    List<Check> checks =
        new CallVerification(bundle, Optional.of(session.home().ledger().key()), Optional.empty())
            .run();
    return Report.of(
        bundle.file(),
        facts(Map.of(), checks),
        new CallSentences(session.chain()).all(bundle.file()));
  }

  private Facts facts(Map<String, Instant> disclosed, List<Check> checks) throws LedgerException {
    Map<String, String> names = new TreeMap<>();
    session.chain().parties().values().stream()
        .forEach((Party party) -> names.put(party.id(), party.name()));
    Checkpoint head = Checkpoint.parse(ledger.checkpoint().text());
    return new Facts(
        time(attribution),
        names,
        disclosed,
        head.origin(),
        head.size(),
        head.root(),
        anchored(checks),
        List.of());
  }

  private Instant time(long index) {
    ProvedEntry proved = ledger.entries().get(index);
    if (proved == null) {
      throw new IllegalStateException("the bundle holds every entry that it speaks of");
    }
    return Instant.parse(proved.entry().value("time").orElseThrow());
  }

  private static Optional<Words> anchored(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.name().equals("anchored") && check.ok())
        .map(Check::why)
        .findFirst();
  }
}
