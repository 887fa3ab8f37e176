package io.tidemark.custody;

import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Permit;
import io.tidemark.custody.LookUp.Look;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.vault.StoredRecord;
import io.tidemark.vault.Vault;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the ledger says of look-ups; never a value. Thread-safe.
 *
 * @param register begins entries
 * @param vault hides people's commitments
 */
record LookUpEntries(Register register, Vault vault) {
  /** Nobody is shown, for this reason. */
  Entry nobody(Look look, Decision.Refused reason) {
    return locking(look, begin(look, reason).line("people", 0));
  }

  /** These policies of one person are opened next. */
  Entry shown(Look look, Permit permit, List<StoredRecord> sealed) {
    RootBuilder root = new RootBuilder();
    sealed.forEach(record -> root.add(Workshop.leaf(vault, look.id(), record)));
    String columns =
        permit.forms().entrySet().stream()
            .map(column -> column.getKey() + "=" + column.getValue())
            .collect(Collectors.joining(" "));
    return begin(look, permit)
        .line(Vault.PERMIT_LINE, permit.digest())
        .line("columns", columns)
        .line("copy", look.rule().copy() ? "yes" : "no")
        .line("people", sealed.size())
        .line("people-root", root.root())
        .build();
  }

  /** What was opened is not shown. */
  Entry notShown(Look look) {
    return locking(
        look, register.begin("non-delivery", look.actor()).line("disclosure", look.id()));
  }

  private static Entry locking(Look look, Entry.Builder entry) {
    if (look.lockedIfNobody().isAfter(look.now())) {
      entry.line("locked-until", look.lockedIfNobody());
    }
    return entry.build();
  }

  private Entry.Builder begin(Look look, Decision decision) {
    Entry.Builder entry =
        Entries.begin("look-up", look.now(), look.actor(), register.policy())
            .line("disclosure", look.id())
            .line("task", look.ask().task())
            .line("by", look.ask().kind())
            .line("scope", look.rule().scope().id())
            .line("duty", look.rule().duty().id())
            .line("channel", look.ask().channel().id())
            .line("rule", decision.rule())
            .line("why", decision.why().en());
    look.reference().ifPresent(reference -> entry.line("reference", reference));
    return entry;
  }
}
