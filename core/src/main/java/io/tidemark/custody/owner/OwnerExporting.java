package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.history.OwnerExported;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.ExportId;
import java.util.UUID;

/**
 * Giving a person the own history: {@code pending -> root -> Receipt -> file}. The entry says that
 * a file was made, and joins the history that the next file shows. Thread-safe.
 *
 * @param register where it is recorded
 * @param publishing folds what is not folded yet
 */
public record OwnerExporting(Register register, Publishing publishing) {
  /** Publishes what is pending, and records that this person's file is made; its name. */
  public Recorded<ExportId> export(Actor actor, UUID person) {
    if (!actor.may(Act.OWNERS)) {
      return register.notYourDuty(actor, Act.OWNERS);
    }
    publishing.publish(actor);
    ExportId id = ExportId.random();
    Entry entry = register.begin("owner-export", actor).line("export", id).build();
    return new Recorded.Done<>(id, register.journal().record(entry, new OwnerExported(person)));
  }
}
