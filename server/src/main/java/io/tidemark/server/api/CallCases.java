package io.tidemark.server.api;

import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFormat.BadCase;
import io.tidemark.formats.bundle.CallCaseJson;
import io.tidemark.store.home.Home;
import io.tidemark.store.register.Cases;
import io.tidemark.vault.Vault;
import io.tidemark.vault.WrongKey;
import java.util.Optional;

/** The last case of calls. */
final class CallCases {
  private CallCases() {}

  static Optional<CallCase> last(Home home, Vault vault) {
    return home.cases().lastOfCalls().map(one -> opened(vault, one));
  }

  private static CallCase opened(Vault vault, Cases.Concluded concluded) {
    try {
      return new CallCaseJson().read(vault.openCase(concluded.id().text(), concluded.file()));
    } catch (WrongKey | BadCase e) {
      throw new IllegalStateException("the case file was altered in the database", e);
    }
  }
}
