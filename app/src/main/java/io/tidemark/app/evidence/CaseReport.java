package io.tidemark.app.evidence;

import io.tidemark.app.Session;
import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.Check;
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
  private final Bundle bundle;

  CaseReport(Session session, Bundle bundle) {
    this.session = session;
    this.bundle = bundle;
  }

  Report report() throws LedgerException {
    Map<String, String> names = new TreeMap<>();
    session.chain().parties().values().stream()
        .forEach((Party party) -> names.put(party.id(), party.name()));
    Map<String, Instant> disclosed = new TreeMap<>();
    for (Accused accused : bundle.accused()) {
      accused.copies().forEach(copy -> disclosed.put(copy.disclosure(), time(copy.entry())));
    }
    Checkpoint head = Checkpoint.parse(bundle.checkpoint().text());
    Facts facts =
        new Facts(
            time(bundle.attribution()),
            names,
            disclosed,
            head.origin(),
            head.size(),
            head.root(),
            anchored(),
            List.of());
    return Report.of(bundle.file(), facts);
  }

  private Instant time(long index) {
    Bundle.ProvedEntry proved = bundle.entries().get(index);
    if (proved == null) {
      throw new IllegalStateException("the bundle holds every entry that it speaks of");
    }
    return Instant.parse(proved.entry().value("time").orElseThrow());
  }

  private Optional<Words> anchored() {
    return new Verification(bundle, Optional.of(session.home().ledger().key()))
        .run().stream()
            .filter(check -> check.name().equals("anchored") && check.ok())
            .map(Check::why)
            .findFirst();
  }
}
