package io.tidemark.app.evidence;

import io.tidemark.app.Session;
import io.tidemark.evidence.Bundle;
import java.nio.charset.StandardCharsets;

/** The report of a case. */
final class CaseReport {
  private final Session session;
  private final Bundle bundle;

  CaseReport(Session session, Bundle bundle) {
    this.session = session;
    this.bundle = bundle;
  }

  byte[] html() {
    return (session.home().origin() + bundle.attribution()).getBytes(StandardCharsets.UTF_8);
  }

  byte[] pdf() {
    return html();
  }
}
